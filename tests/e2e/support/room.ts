/** Whether everything on the page has its room in the window. */
import type { Frame } from "@playwright/test";

/** Which texts: those in the brackets of the pseudo-locale, or all but those that end in an ellipsis by design. */
export type Which = "bracketed" | "all";

/** The elements whose own text has no room: they cut it off, or stand out of the window. */
export async function cutOff(frame: Frame, which: Which = "bracketed"): Promise<readonly string[]> {
  return frame.evaluate((all) => {
    const { body } = document;
    const within = body.querySelector("dialog:modal") ?? body;
    const own = (element: Element) =>
      [...element.childNodes].filter((node) => node instanceof Text).map((node) => node.textContent).join("");
    const text = all ? /\S/ : /⟦/;
    return [...within.querySelectorAll("*")]
      .filter((element) => text.test(own(element)) && element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => !all || element.closest(".tio-row__name, .tio-row__detail, [role=option]") === null)
      // What is there for screen readers alone has no size.
      .filter((element) => element.closest(".tio-visually-hidden, .tio-reason") === null)
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const clips = getComputedStyle(element).overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
        return clips || left < -1 || right > innerWidth + 1;
      })
      .map((element) => `${element.className || element.tagName}: ${own(element).trim()}`);
  }, which === "all");
}

/** What scrolls sideways in the page, and the dialogs and menus that are not wholly in its window. */
export async function outOfWindow(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(() => {
    const html = document.documentElement;
    const name = (element: Element) => element.className || element.tagName;
    const visible = [html, ...html.querySelectorAll("body *")].filter((element) => element.checkVisibility());
    const sideways = visible
      .filter((element) => element === html || /auto|scroll/.test(getComputedStyle(element).overflowX))
      .filter((element) => element.scrollWidth > element.clientWidth);
    const beyond = visible
      .filter((element) => element.matches("dialog:modal, [role=menu]"))
      .filter((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
      });
    return [...sideways.map((element) => `${name(element)} scrolls`), ...beyond.map((element) => `${name(element)} is cut`)];
  });
}

/**
 * The targets smaller than 24 px that have no room around them to make up for it, as WCAG 2.5.8 has it: a circle of 24 px
 * around the middle touches no other target, nor such a circle of another small one. Targets in a line of text may be as
 * high as the line.
 */
export async function smallTargets(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(() => {
    const { body } = document;
    const least = 24;
    const within = body.querySelector("dialog:modal") ?? body;
    const controls = "a[href], button, input, select, textarea, summary, [role=option], [role=menuitem]";
    const targets = [...within.querySelectorAll(controls)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && getComputedStyle(element).display !== "inline")
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .map(({ element, box }) => ({ element, box, x: box.x + box.width / 2, y: box.y + box.height / 2 }));
    const isSmall = ({ box }: (typeof targets)[number]) => Math.min(box.width, box.height) < least - 0.5;
    const touches = (one: (typeof targets)[number], other: (typeof targets)[number]) => {
      const { left, right, top, bottom } = other.box;
      const toBox = Math.hypot(Math.max(left - one.x, 0, one.x - right), Math.max(top - one.y, 0, one.y - bottom));
      return toBox < least / 2 || (isSmall(other) && Math.hypot(one.x - other.x, one.y - other.y) < least);
    };
    return targets
      .filter((one) => isSmall(one) && targets.some((other) => other !== one && touches(one, other)))
      .map(({ element, box }) => `${element.className || element.tagName}: ${box.width} x ${box.height}`);
  });
}
