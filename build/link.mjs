/**
 * Makes one small program of the two files that `wasm-bindgen --target bundler` writes: a WebAssembly module, and
 * JavaScript functions for it to import. wasm-bindgen keeps whatever somebody might need and calls everything by its
 * full name, while here it is known who uses what.
 *
 * All functions take the paths of both files.
 */
import { readFileSync } from "node:fs";

import { exportingOnly, optimized, shortNamed } from "./binaryen.mjs";
import { bundle, exportsUsed } from "./bundle.mjs";
import { numbered } from "./order.mjs";
import { silenced } from "./panics.mjs";

/** How the module is made small; docs/performance.md has what each of these gives. */
const PASSES = [
  "-Oz",
  "--converge",
  // The first kilobyte of memory is the far end of the stack, which nothing reaches but an overflow.
  "--low-memory-unused",
  // Alignments are hints that engines ignore; all the same, they compress better.
  "--dealign",
  // Makes functions shorter but less alike, which costs more once they are compressed.
  "--skip-pass=local-cse",
  "--strip-producers",
];

/** The page's script, which exports a function that starts the page given the module's address, and the module. */
export async function link(glue, module) {
  let wasm = await withoutUnused(glue, silenced(readFileSync(module)));
  wasm = optimized(wasm, [...PASSES, "--strip-debug"]);
  // What is gone by now may have been the last to need some import, and that the last to need some export.
  wasm = await withoutUnused(glue, wasm);
  wasm = optimized(numbered(wasm), ["--reorder-functions-by-name", "--strip-debug"]);
  const short = shortNamed(wasm);
  return { script: await bundle(glue, importsOf(wasm), short), wasm: short.wasm };
}

/** The same module, in which functions still have their names. */
export async function linkNamed(glue, module) {
  const wasm = await withoutUnused(glue, silenced(readFileSync(module)));
  return withoutUnused(glue, optimized(wasm, [...PASSES, "--debuginfo"]));
}

/** The same as [`link`], at once and as large as it comes. */
export async function linkQuickly(glue, module) {
  const wasm = readFileSync(module);
  return { script: await bundle(glue, importsOf(wasm)), wasm };
}

/** The module with no export that its own imports don't use. */
async function withoutUnused(glue, wasm) {
  const exports = WebAssembly.Module.exports(new WebAssembly.Module(wasm)).map(({ name }) => name);
  const used = exportsUsed(await bundle(glue, importsOf(wasm)), exports);
  return used.length === exports.length ? wasm : withoutUnused(glue, exportingOnly(wasm, used));
}

function importsOf(wasm) {
  return WebAssembly.Module.imports(new WebAssembly.Module(wasm));
}
