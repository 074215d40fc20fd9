/** Fetches the page's module, gives it what it imports, and resolves to what it exports. */
export async function load(url, imports) {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  }
  // Compiling while the bytes arrive demands exactly this media type, which not every server sends.
  const streams = response.headers.get("Content-Type") === "application/wasm";
  const { instance } = streams
    ? await WebAssembly.instantiateStreaming(response, imports)
    : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  return instance.exports;
}
