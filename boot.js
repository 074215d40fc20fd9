// Starts the page, and says so when it can't run any more. It is a file of its own because the page's Content Security
// Policy allows no inline script. The words are in the document from the start; the page puts itself in their place.

// Jira's theme, before anything is painted: the module follows it, but comes too late for that.
try {
  const root = document.documentElement;
  for (const { name, value } of parent.document.documentElement.attributes) {
    if (/^data-(theme|color-mode|color-mode-auto|contrast-mode)$/.test(name)) root.setAttribute(name, value);
  }
} catch {
  // A host of another origin keeps its theme to itself.
}

const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const at = (path) => new URL(path, document.baseURI);
const words = document.querySelector(".tio-boot");
let told;
words.classList.remove("tio-boot--idle");

/** Puts one of the messages in place of the page and of whatever was typed there. The first one stays. */
const tell = (message) => {
  if (told) return;
  told = true;
  for (const input of document.querySelectorAll("input")) input.value = "";
  document.body.replaceChildren(words);
  words.querySelector(".tio-boot__waiting").remove();
  words.querySelector(message).hidden = false;
  const reload = words.querySelector("button");
  reload.hidden = false;
  reload.onclick = () => location.reload();
  if (document.hasFocus()) reload.focus();
};

// A panic ends in a trap. After it, and after any other error that broke off a call into the module, what is in its
// memory can't be trusted, and further calls fail too. In all browsers the stack tells such errors from those of other
// scripts, which are none of the page's.
const watch = ({ error, reason = error }) => {
  if (/^(Runtime|Range|Internal|)Error$/.test(reason?.name) && /wasm-function/.test(reason.stack)) {
    tell(".tio-boot__stopped");
  }
};
addEventListener("error", watch);
addEventListener("unhandledrejection", watch);
// Before the page asks whether unsaved input may go: it is gone.
addEventListener("beforeunload", (event) => told && event.stopImmediatePropagation());

try {
  const page = await import(at(js));
  await page.default(at(wasm));
} catch (error) {
  words.querySelector(".tio-boot__cause").textContent = String(error);
  tell(".tio-boot__failed");
  throw error;
}
