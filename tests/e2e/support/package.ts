/** The package that `cargo xtask dist` makes, unpacked in memory. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import { unzipSync } from "fflate";

import { codeIn, Markdown } from "./markdown.ts";

export class Package {
  private constructor(private readonly files: ReadonlyMap<string, Uint8Array>) {}

  /** Reads the zip that `cargo xtask test e2e` names, or any other. */
  static read(zip = process.env["DIST_PACKAGE"]): Package {
    if (zip === undefined) {
      throw new Error("DIST_PACKAGE has to name the package");
    }
    const files = Object.entries(unzipSync(readFileSync(zip)));
    // All of it is in one folder.
    return new Package(new Map(files.map(([path, content]) => [path.slice(path.indexOf("/") + 1), content])));
  }

  get paths(): readonly string[] {
    return [...this.files.keys()].toSorted();
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  bytes(path: string): Buffer {
    const content = this.files.get(path);
    if (content === undefined) {
      throw new Error(`the package has no ${path}`);
    }
    return Buffer.from(content);
  }

  text(path: string): string {
    return this.bytes(path).toString("utf8");
  }

  /** SHA-256 in hexadecimal digits. */
  hash(path: string): string {
    return createHash("sha256").update(this.bytes(path)).digest("hex");
  }

  get embedding(): Markdown {
    return new Markdown(this.text("embedding.md"));
  }

  /** The content type of each of the page's files, as `web-resource.xml` says. */
  get contentTypes(): ReadonlyMap<string, string> {
    const resource = /<resource type="download" name="([^"]*)"[^>]*>\s*<param name="content-type" value="([^"]*)"\/>/g;
    const found = this.text("web-resource.xml").matchAll(resource);
    return new Map([...found].map(([, name, type]) => [name!, type!]));
  }

  /** The headers that `embedding.md` wants for the document, or for the other files but for their content type. */
  headers(of: "The document" | "The other files"): Record<string, string> {
    const rows = this.embedding.section("Headers").table(of);
    const headers = rows.map(([name, value]) => [codeIn(name!).toLowerCase(), codeIn(value!)]);
    return Object.fromEntries(headers) as Record<string, string>;
  }
}
