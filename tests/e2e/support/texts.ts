/** What stands on the page, to see where it comes from and whether there is room for it. */
import type { Frame } from "@playwright/test";

/** A text in the brackets of the pseudo-locale. What is filled into one may have brackets of its own. */
const BRACKETED = /⟦[^⟦⟧]*⟧/g;

/** The texts that a person sees or hears and that are in no catalog, apart from these data and what is made of them. */
export async function hardCoded(frame: Frame, data: readonly string[]): Promise<readonly string[]> {
  const texts = await frame.evaluate(() => {
    const { body } = document;
    const found: string[] = [];
    // The browser writes times.
    const withoutTimes = (element: Element) => {
      const copy = element.cloneNode(true) as Element;
      copy.querySelectorAll("time").forEach((time) => time.remove());
      return copy.textContent ?? "";
    };
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node: Node | null = body; node; node = walker.nextNode()) {
      if (node instanceof Element) {
        // What matches is marked in the one, a time is an element of the other: either divides a text.
        found.push(node.matches("[role=option], :has(> time)") ? withoutTimes(node) : "");
        const names = node.matches("time") ? [] : ["aria-label", "title", "placeholder", "alt"];
        found.push(...names.map((name) => (node as Element).getAttribute(name) ?? ""));
      } else if (node.parentElement?.closest("script, style, noscript, [hidden], [role=option], :has(> time)") === null) {
        found.push(node.textContent ?? "");
      }
    }
    return [...found, document.title];
  });
  const longestFirst = [...data].sort((one, other) => other.length - one.length).filter((text) => text !== "");
  const withoutData = (text: string) => longestFirst.reduce((rest, known) => rest.replaceAll(known, ""), text);
  // A bracket without its counterpart is left where a text was divided among several elements.
  const outside = texts.map(withoutBrackets).filter((text) => /\p{L}/u.test(withoutData(text)) && !/[⟦⟧]/.test(text));
  return [...new Set(outside)];
}

function withoutBrackets(text: string): string {
  const shorter = text.replaceAll(BRACKETED, "");
  return shorter === text ? text.trim() : withoutBrackets(shorter);
}
