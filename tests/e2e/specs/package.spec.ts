/** What `cargo xtask dist` packs. */
import { gunzipSync, brotliDecompressSync } from "node:zlib";

import { expect, test } from "../plugin-fixtures.ts";
import { codeIn } from "../support/markdown.ts";

test("the manifest has the hash of every other file", async ({ dist }) => {
  const lines = dist.text("SHA256SUMS").trimEnd().split("\n");
  const expected = dist.paths.filter((path) => path !== "SHA256SUMS").map((path) => `${dist.hash(path)}  ${path}`);
  expect(lines.toSorted()).toEqual(expected.toSorted());
});

test("everything is there that embedding.md speaks of, and nothing else", async ({ dist }) => {
  const rows = dist.embedding.section("What is in the package").table();
  const named = rows.map(([name]) => codeIn(name!));
  const top = new Set(dist.paths.map((path) => (path.includes("/") ? path.replace(/\/.*/, "/") : path)));
  expect([...top].toSorted()).toEqual([...named, "embedding.md"].toSorted());
});

test("each of the page's files has its compressed copies and a content type", async ({ dist }) => {
  const files = dist.paths.filter((path) => path.startsWith("page/") && !/\.(br|gz)$/.test(path));
  expect(files.map((path) => path.slice("page/".length))).toEqual([...dist.contentTypes.keys()].toSorted());
  for (const path of files) {
    expect(brotliDecompressSync(dist.bytes(`${path}.br`)).equals(dist.bytes(path)), path).toBe(true);
    expect(gunzipSync(dist.bytes(`${path}.gz`)).equals(dist.bytes(path)), path).toBe(true);
  }
});

test("every name but that of the document changes with the content, or that of its folder does", async ({ dist }) => {
  for (const name of dist.contentTypes.keys()) {
    expect(name).toMatch(/^index\.html$|^[a-z]+-[0-9a-f]{8,}\.(js|css)$|^testio-connection-[0-9a-f]{16}\/\w[\w-]*\.(js|wasm)$/);
  }
});

test("the licences and the bill of materials name the same crates", async ({ dist }) => {
  const { components } = JSON.parse(dist.text("sbom.cdx.json")) as { components: { name: string; version: string }[] };
  const licences = dist.text("licences/crates.txt");
  const crates = components.filter(({ name }) => name !== "std");
  expect(crates.length).toBeGreaterThan(50);
  for (const { name, version } of crates) {
    expect(licences).toContain(`\n${name} ${version}\n  `);
  }
});
