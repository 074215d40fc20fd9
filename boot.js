// Starts the page, and says so when it can't run any more. It is a file of its own because the page's Content Security
// Policy allows no inline script. The words are in the document from the start; the page puts itself in their place.

const documents = [document];
try {
  documents.push(parent.document);
} catch {
  // A host of another origin keeps its document to itself.
}
const meta = (name) => documents.map((from) => from.querySelector(`meta[name="${name}"]`)?.content).find((content) => content != null);

// Jira's theme, before anything is painted: the module follows it, but comes too late for that.
for (const { name, value } of documents.at(-1).documentElement.attributes) {
  if (/^data-(theme|color-mode|color-mode-auto|contrast-mode)$/.test(name)) document.documentElement.setAttribute(name, value);
}

// What the page asks for first leaves beside its module instead of after it. The module takes the answers by their URLs
// (`src/api/early.rs`), and asks by itself for whatever is not among them.
const { pathname } = location;
const fragment = documents.map((from) => from.location.hash).findLast((hash) => hash.startsWith("#/")) ?? "";
const FIRST = {
  connection: ["/connections/global", "/connections/summary", "/connections?startAt=0&maxResults=50"],
  // What the tab in view does not take would be old when another one does.
  maintenance: /^#\/(logs|jobs|data|cloud)$/.test(fragment) ? [] : ["/maintenance/checks"],
};
const context = meta("ajs-context-path") ?? /^(.*?)\/(plugins|download|s)\//.exec(pathname)?.[1] ?? "";
const rest = meta("testio-rest-base") ?? `${context}/rest/testio/1.0`;
const name = meta("testio-page") ?? /\/page\/([^/]*)/.exec(pathname)?.[1];
const opened = /^#(\/connections\/[^/]+)$/.exec(fragment)?.[1];
const early = new Map();
for (const path of [...(FIRST[name || "connection"] ?? []), ...(opened ? [opened] : [])]) {
  const giveUp = new AbortController();
  const answer = fetch(rest + path, {
    cache: "no-store",
    credentials: "same-origin",
    headers: { Accept: "application/json" },
    redirect: "manual",
    referrerPolicy: "same-origin",
    signal: giveUp.signal,
  });
  // Whoever takes it is told; until then nobody is.
  answer.catch(() => {});
  early.set(rest + path, { answer, giveUp });
}
window.testioEarly = (url, signal) => {
  const { answer, giveUp } = early.get(url) ?? {};
  early.delete(url);
  signal.addEventListener("abort", () => giveUp?.abort());
  return answer;
};

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

// The page's parts find their places by comments, which some extensions take out of the document: what has no place is not
// shown, and what was there before stays. Each part has an anchor, whose comment the page itself never takes away
// (`src/components/anchors.rs`). Once that is missing, the comments taken in the same step go back, last one first: each
// then has around it what it had. Who takes them away each time would go on with that for ever.
const anchors = document.getElementsByClassName("tio-anchor");
let patience = 10;
new MutationObserver((changes) => {
  if ([...anchors].every((anchor) => anchor.firstChild)) return;
  patience -= 1;
  if (patience < 0) return tell(".tio-boot__stopped");
  for (const { target, removedNodes, previousSibling, nextSibling } of changes.reverse()) {
    let next = nextSibling?.parentNode === target ? nextSibling : null;
    if (!next && previousSibling?.parentNode === target) next = previousSibling.nextSibling;
    for (const node of [...removedNodes].reverse()) {
      if (node.nodeType !== Node.COMMENT_NODE || node.parentNode) continue;
      target.insertBefore(node, next);
      next = node;
    }
  }
}).observe(document.body, { childList: true, subtree: true });

try {
  // The browser has begun to load both; the links tell the names, which change with every build.
  const preloaded = (kind) => document.querySelector(`link[rel="${kind}"]`).href;
  const [page, module] = await Promise.all([import(preloaded("modulepreload")), fetch(preloaded("preload"))]);
  // Compiled while its bytes arrive, which browsers do for exactly this type; not every server sends it.
  const compilesAtOnce = !module.ok || module.headers.get("Content-Type") === "application/wasm";
  if (!compilesAtOnce) {
    // So that the parts of the module that come later can be had, too.
    WebAssembly.instantiateStreaming = async (part, imports) => WebAssembly.instantiate(await (await part).arrayBuffer(), imports);
  }
  await page.default({ module_or_path: compilesAtOnce ? module : await module.arrayBuffer() });
} catch (error) {
  words.querySelector(".tio-boot__cause").textContent = String(error);
  tell(".tio-boot__failed");
  throw error;
}
