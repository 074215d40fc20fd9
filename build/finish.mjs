/**
 * Trunk's last step: replaces what wasm-bindgen wrote by something much smaller, and names every file by what is in it
 * now, as browsers may keep a file of such a name for good.
 */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { transform } from "esbuild";

import { link, linkQuickly } from "./link.mjs";

const { TRUNK_PROFILE: profile, TRUNK_STAGING_DIR: staging, CARGO_TARGET_DIR: target = "target" } = process.env;
const small = profile === "release";

const staged = readdirSync(staging).find((file) => file.endsWith("_bg.wasm"));
const name = staged.replace(/-[0-9a-f]+_bg\.wasm$/, "");

// Of the JavaScript for `--target bundler`, Trunk stages only a file that is of no use without a bundler.
const bound = resolve(import.meta.dirname, "..", target, "wasm-bindgen", profile);
const [glue, module] = ["js", "wasm"].map((extension) => join(bound, `${name}_bg.${extension}`));
if (!readFileSync(module).equals(readFileSync(join(staging, staged)))) {
  throw new Error(`${module} is of another build than ${staged}: is build.target-dir set where only cargo sees it?`);
}

const { script, wasm } = await (small ? link : linkQuickly)(glue, module);
const boot = await transform(readFileSync(join(staging, "boot.js"), "utf8"), { minify: small, format: "esm" });

const document = join(staging, "index.html");
let html = readFileSync(document, "utf8");
replace(staged, `${name}-*_bg.wasm`, wasm);
replace(staged.replace("_bg.wasm", ".js"), `${name}-*.js`, script);
replace("boot.js", "boot-*.js", boot.code);
if (small) {
  html = html.replaceAll(/<!--.*?-->/gs, "").replaceAll(/\n\s+/g, "\n");
}
writeFileSync(document, html);

/** Puts a file in the place of another, and its name into the document; the star stands for a hash of the content. */
function replace(file, pattern, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const named = pattern.replace("*", hash);
  if (!html.includes(file)) {
    throw new Error(`index.html does not name ${file}`);
  }
  html = html.replaceAll(file, named);
  rmSync(join(staging, file));
  writeFileSync(join(staging, named), content);
}
