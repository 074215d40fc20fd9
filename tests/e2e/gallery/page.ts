/** The page that shows all pictures side by side. */
import { fileOf, LANGUAGES, THEMES, WIDTHS } from "./pictures.ts";

/** A document with a row of pictures for each language and theme of each state. */
export function galleryPage(states: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Every state of the Connection page</title>
  <style>
    body { font: 14px system-ui, sans-serif; margin: 24px; }
    figure { display: inline-block; margin: 0 16px 16px 0; vertical-align: top; }
    img { height: 360px; border: 1px solid #8590a2; }
  </style>
  <h1>Every state of the Connection page</h1>
${states.map(section).join("\n")}
</html>
`;
}

function section(state: string): string {
  const rows = LANGUAGES.flatMap((language) =>
    THEMES.map((theme) => {
      const pictures = WIDTHS.map((width) => {
        const caption = `${language}, ${theme}, ${width} px`;
        const file = fileOf(state, { language, theme, width });
        return `<figure><a href="${file}"><img src="${file}" loading="lazy" alt="${state}, ${caption}"></a><figcaption>${caption}</figcaption></figure>`;
      });
      return `  <div>${pictures.join("")}</div>`;
    }),
  );
  return `  <h2>${state}</h2>\n${rows.join("\n")}`;
}
