/**
 * Finds what a person sees by role and name. WebDriver BiDi's own search by accessible name goes by what Firefox hands to
 * screen readers, capitals of the style sheet included, and it leaves out password fields.
 */

/** What is looked for, and the elements that have the role by themselves or by an attribute. */
export const SELECTORS = {
  alertdialog: '[role="alertdialog"]',
  button: "button",
  combobox: '[role="combobox"]',
  dialog: "dialog",
  field: "input",
  heading: "h1, h2, h3",
  link: "a[href]",
  menuitem: '[role="menuitem"]',
  option: '[role="option"]',
  switch: '[role="switch"]',
} as const;

export type Role = keyof typeof SELECTORS;

/**
 * The first visible and enabled element whose name begins so. It runs in the page, and has to bring all it needs.
 *
 * @returns `null` while there is none, so that one can wait for it
 */
export function firstOf(selector: string, name: string): HTMLElement | null {
  // Names are compared without spaces: which of them there are between two elements is a matter of the style sheet.
  const words = (text: string | null) => (text ?? "").replaceAll(/\s+/g, "");
  const named = (element: HTMLElement): string => {
    const ids = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
    const labelledBy = ids.flatMap((id) => document.getElementById(id) ?? []);
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const others = [...labelledBy, ...labels];
    return words(element.ariaLabel ?? (others.length > 0 ? others : [element]).map((one) => one.textContent).join(""));
  };
  const reachable = (element: HTMLElement) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest("[inert]") &&
    // Behind a modal dialog nothing can be reached.
    (document.querySelector("dialog:modal")?.contains(element) ?? true) &&
    !element.matches(":disabled, [aria-disabled=true]");
  const elements = [...document.querySelectorAll<HTMLElement>(selector)];
  return elements.find((element) => reachable(element) && named(element).startsWith(words(name))) ?? null;
}

/** Whether the text is to be read somewhere in the document. It runs in the page. */
export function isRead(text: string): boolean {
  return document.body.innerText.replaceAll(/\s+/g, " ").includes(text);
}
