/** Reading a Markdown document by its headings: code blocks and tables, as the documents of this project have them. */

export class Markdown {
  constructor(private readonly text: string) {}

  /** The part below a heading, up to the next heading of any level. */
  section(heading: string): Markdown {
    const lines = this.text.split("\n");
    const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, "") === heading);
    if (start < 0) {
      throw new Error(`there is no heading “${heading}”`);
    }
    const length = lines.slice(start + 1).findIndex((line) => /^#+ /.test(line));
    return new Markdown(lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join("\n"));
  }

  /** The first code block in that language. */
  code(language: string): string {
    const block = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "ms").exec(this.text)?.[1];
    if (block === undefined) {
      throw new Error(`there is no code block in ${language}`);
    }
    return block;
  }

  /** The rows of the first table below a line with that text, without the heading row. Cells are Markdown. */
  table(after = ""): readonly (readonly string[])[] {
    const lines = this.text.slice(this.text.indexOf(after)).split("\n");
    const start = lines.findIndex((line) => line.startsWith("|"));
    const length = lines.slice(start).findIndex((line) => !line.startsWith("|"));
    const rows = lines.slice(start + 2, length < 0 ? undefined : start + length);
    return rows.map((row) => row.slice(1, -1).split("|").map((cell) => cell.trim()));
  }
}

/** The first code span in a text, without its marks. */
export function codeIn(text: string): string {
  const code = /`([^`]*)`/.exec(text)?.[1];
  if (code === undefined) {
    throw new Error(`there is no code in “${text}”`);
  }
  return code;
}
