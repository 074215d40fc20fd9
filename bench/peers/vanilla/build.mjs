/** Bundles and minifies the page into dist/, its files named by their content. Run with `node build.mjs`. */
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { build } from "esbuild";

const here = import.meta.dirname;
const dist = path.join(here, "dist");

/** Bundles one entry, writes it below a name with its hash, and gives that name. */
async function bundle(entry, extension) {
  const { outputFiles } = await build({
    entryPoints: [path.join(here, entry)],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  const content = outputFiles[0].contents;
  // Hexadecimal, because that is how the sandbox tells that a file may be cached for good.
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const name = `page-${hash}.${extension}`;
  await writeFile(path.join(dist, name), content);
  return `./${name}`;
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist);
const html = await readFile(path.join(here, "index.html"), "utf8");
const css = await bundle("src/page.css", "css");
const js = await bundle("src/main.js", "js");
await writeFile(path.join(dist, "index.html"), html.replace("{css}", css).replace("{js}", js));
