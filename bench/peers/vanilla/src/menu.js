/** A button with a menu. */
import { h, setAttribute } from "./dom.js";

/** `items` are `{ label, disabled, act }`. */
export function menu(label, items) {
  const entries = items.map(({ label: text, disabled, act }) => {
    const onclick = () => {
      toggle(false);
      act();
    };
    return h("button", { type: "button", role: "menuitem", tabindex: "-1", disabled, onclick }, text);
  });
  const list = h("div", { class: "menu-items", role: "menu", "aria-label": label, hidden: true }, ...entries);
  const button = h(
    "button",
    { type: "button", class: "subtle", "aria-label": label, "aria-haspopup": "menu", "aria-expanded": "false" },
    "⋯",
  );
  const element = h("div", { class: "menu" }, button, list);

  function toggle(open) {
    list.hidden = !open;
    setAttribute(button, "aria-expanded", String(open));
    if (open) {
      entries.find((entry) => !entry.disabled)?.focus();
    }
  }

  button.addEventListener("click", () => toggle(list.hidden));
  element.addEventListener("focusout", (event) => {
    if (!element.contains(event.relatedTarget)) {
      toggle(false);
    }
  });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      toggle(false);
      button.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const usable = entries.filter((entry) => !entry.disabled);
      const step = event.key === "ArrowDown" ? 1 : usable.length - 1;
      usable[(usable.indexOf(document.activeElement) + step) % usable.length]?.focus();
    }
  });
  return element;
}
