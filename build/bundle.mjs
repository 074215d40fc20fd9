/** The page's JavaScript: what starts the module, and those of wasm-bindgen's functions that it imports. */
import { basename, join } from "node:path";
import { build } from "esbuild";

const LOAD = join(import.meta.dirname, "load.js");

/**
 * A script whose default export starts the page, given the address of the module.
 *
 * @param {string} glue path of wasm-bindgen's functions
 * @param {{ module: string, name: string }[]} imports what the module imports, by the names that wasm-bindgen gave it
 * @param {{ module: string, imports: Map<string, string>, exports: Map<string, string> }} [short] the names that the
 *   module now uses instead, in which case everything else is made short too
 */
export async function bundle(glue, imports, short) {
  const foreign = imports.find(({ module }) => module !== `./${basename(glue)}`);
  if (foreign) {
    throw new Error(`the module imports ${foreign.name} from ${foreign.module}, which the page would not find`);
  }
  const functions = imports.map(({ name }) => `${JSON.stringify(as(short?.imports, name))}: glue.${name}`);
  const module = short?.module ?? `./${basename(glue)}`;
  const contents = `
    import * as glue from ${JSON.stringify(glue)};
    import { load } from ${JSON.stringify(LOAD)};
    export default async (url) => {
      const exports = await load(url, { ${JSON.stringify(module)}: { ${functions.join()} } });
      glue.__wbg_set_wasm(exports);
      exports.__wbindgen_start();
    };`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "warning",
    logOverride: { "import-is-undefined": "error" },
    // Classes that the module exports for JavaScript would stay for the sake of these two.
    define: { "Symbol.dispose": "undefined" },
    pure: ["FinalizationRegistry"],
    ...(short && { minify: true, ...shortProperties(short.exports) }),
  });
  return outputFiles[0].text;
}

/** Which of the module's exports the script uses; every one of them must be a plain property of the module's exports. */
export function exportsUsed(script, exports) {
  return exports.filter((name) => {
    const owners = [...script.matchAll(new RegExp(`([\\w$]+)\\.${name}\\b`, "g"))].map(([, owner]) => owner);
    const odd = owners.find((owner) => owner !== "wasm" && owner !== "exports");
    if (odd !== undefined || new RegExp(`["'\`]${name}["'\`]`).test(script)) {
      throw new Error(`${name} is not only the module's: ${odd}.${name} or "${name}" would be renamed with it`);
    }
    return owners.length > 0;
  });
}

function as(names, name) {
  if (names === undefined) {
    return name;
  }
  const short = names.get(name);
  if (short === undefined) {
    throw new Error(`the import ${name} has not been renamed`);
  }
  return short;
}

/** Renames exactly the properties by which the script speaks of the module's exports. */
function shortProperties(exports) {
  return {
    mangleProps: new RegExp(`^(?:${[...exports.keys()].join("|")})$`),
    mangleCache: Object.fromEntries(exports),
  };
}
