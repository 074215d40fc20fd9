// Starts the page. It is a file of its own because the page's Content Security Policy allows no inline script.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const at = (path) => new URL(path, document.baseURI);

try {
  const page = await import(at(js));
  await page.default({ module_or_path: at(wasm) });
} catch (error) {
  // Never a blank page: the words for this are in the document from the start.
  document.querySelector(".tio-boot__waiting")?.remove();
  const failed = document.querySelector(".tio-boot__failed");
  if (failed) {
    failed.hidden = false;
    failed.querySelector(".tio-boot__cause").textContent = String(error);
  }
  throw error;
}
