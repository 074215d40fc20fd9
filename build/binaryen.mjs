/** Binaryen's command-line tools, which work on files, as functions from bytes to bytes. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const TOOLS = join(import.meta.dirname, "../node_modules/binaryen/bin");

/** What rustc lets the module use; binaryen takes nothing for granted. */
const FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
].map((feature) => `--enable-${feature}`);

/** The module after these passes of wasm-opt. */
export function optimized(wasm, passes) {
  return run("wasm-opt", wasm, passes).wasm;
}

/** The module without the exports that are not listed, and without whatever only those needed. */
export function exportingOnly(wasm, names) {
  const exports = names.map((name) => ({ name, export: name }));
  const graph = JSON.stringify([{ name: "(script)", reaches: names, root: true }, ...exports]);
  return run("wasm-metadce", wasm, ["--debuginfo"], { "--graph-file": graph }).wasm;
}

/**
 * The module with short names for whatever it imports, from one and the same place, and for whatever it exports.
 *
 * @returns {{ wasm: Buffer, module: string, imports: Map<string, string>, exports: Map<string, string> }} and the short
 *   names: of the place, of each import, of each export
 */
export function shortNamed(wasm) {
  const short = run("wasm-opt", wasm, ["--minify-imports-and-exports-and-modules"]);
  const { imports, exports } = JSON.parse(short.printed);
  const [{ module }] = WebAssembly.Module.imports(new WebAssembly.Module(short.wasm));
  return {
    wasm: short.wasm,
    module,
    imports: new Map(imports.map(([, name, shortName]) => [name, shortName])),
    exports: new Map(exports),
  };
}

/** Runs a tool in a folder of its own; `files` are further arguments whose value is the name of a file with this text. */
function run(tool, wasm, args, files = {}) {
  const folder = mkdtempSync(join(tmpdir(), "link-"));
  try {
    const [from, to] = ["in.wasm", "out.wasm"].map((name) => join(folder, name));
    writeFileSync(from, wasm);
    const named = Object.entries(files).map(([option, content]) => {
      const file = join(folder, option);
      writeFileSync(file, content);
      return `${option}=${file}`;
    });
    const command = [join(TOOLS, tool), from, "-o", to, ...FEATURES, ...args, ...named];
    const printed = execFileSync(process.execPath, command, { encoding: "utf8", maxBuffer: 2 ** 26 });
    return { wasm: readFileSync(to), printed };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
