/** The open connection: what it is, and its form. */
import { updateConnection } from "./api.js";
import { h, setText, uniqueId } from "./dom.js";
import { menu } from "./menu.js";
import { lozenge, setStatus, statusAdvice } from "./status.js";

/** A connection's view. `does` has what the person can do: saved, switchTo, test, removeKey, remove. */
export function detail(connection, does) {
  const { project, status, hasKey, active, products, productCount } = connection;
  const title = project ? `${project.name} (${project.key})` : "Global (default)";
  const state = lozenge();
  setStatus(state, status);
  const items = [
    { label: "Test connection", disabled: !hasKey, act: does.test },
    { label: "Remove key…", disabled: !hasKey, act: does.removeKey },
  ];
  if (project) {
    items.push({ label: "Delete connection…", disabled: false, act: does.remove });
  }
  const more = productCount - Math.min(products.length, 3);
  const names = products.slice(0, 3).map(({ name }) => name);
  return h(
    "article",
    { class: "detail", "aria-label": title },
    h(
      "header",
      { class: "detail-header" },
      h("h2", {}, h("bdi", {}, title)),
      state,
      menu(`More actions for ${project?.name ?? title}`, items),
    ),
    h(
      "p",
      {},
      project
        ? "This project uses its own Test IO account, not Global."
        : "Every project without a connection of its own uses this one.",
    ),
    h("p", {}, statusAdvice(status)),
    !project && globalSwitch(active, hasKey, does.switchTo),
    form(connection, does),
    names.length > 0 && h("p", {}, `Test IO products: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`),
  );
}

function globalSwitch(active, hasKey, switchTo) {
  const box = h("input", { type: "checkbox", role: "switch", disabled: !hasKey });
  box.checked = active;
  box.addEventListener("change", () => switchTo(box.checked));
  return h("label", { class: "switch" }, box, "Active");
}

/** A labelled field, and the way to say what is wrong with it. */
function field(label, hint, attributes) {
  const id = uniqueId();
  const error = h("p", { class: "error", role: "alert", id: `${id}-error` });
  const input = h("input", { id, "aria-describedby": `${id}-hint ${id}-error`, ...attributes });
  const element = h(
    "div",
    { class: "field" },
    h("label", { for: id }, label, attributes.required && h("span", { class: "required" }, " *")),
    input,
    h("p", { class: "hint", id: `${id}-hint` }, hint),
    error,
  );
  const fail = (text) => {
    setText(error, text);
    input.setAttribute("aria-invalid", String(text !== ""));
  };
  return { element, input, fail };
}

function form({ id, hasKey, keyHint, keySavedAt, keySavedBy, accountLabel }, does) {
  const key = field("API key", "In Test IO, open Integrations → API and copy your Personal API key.", {
    type: "password",
    autocomplete: "new-password",
    spellcheck: "false",
    required: !hasKey,
  });
  const label = field(
    "Account label",
    "Optional. Your own name for the Test IO account, so that you can tell accounts apart.",
    { value: accountLabel ?? "" },
  );
  const save = h("button", { class: "primary", disabled: true }, "Save");
  const keyPart = h("div", {}, hasKey ? mask() : key.element);

  function mask() {
    const replace = () => {
      keyPart.replaceChildren(key.element);
      key.input.focus();
    };
    const saved = `saved ${new Date(keySavedAt).toLocaleDateString()} by ${keySavedBy?.displayName}`;
    return h(
      "div",
      { class: "field" },
      h("p", { class: "label" }, "API key"),
      h("p", { class: "mask" }, h("span", {}, `•••• ${keyHint ?? ""}`), h("small", {}, saved)),
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", onclick: replace }, "Replace key"),
        h("button", { type: "button", onclick: does.test }, "Test connection"),
      ),
    );
  }

  const changes = () => {
    const apiKey = key.input.value.trim();
    const newLabel = label.input.value;
    return {
      ...(apiKey && { apiKey }),
      ...(newLabel !== (accountLabel ?? "") && { accountLabel: newLabel }),
    };
  };
  const actions = h("div", { class: "actions" }, save);
  const element = h("form", { class: "form", novalidate: true }, keyPart, label.element, actions);
  element.addEventListener("input", () => {
    save.disabled = Object.keys(changes()).length === 0;
  });
  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    save.disabled = true;
    key.fail("");
    label.fail("");
    try {
      does.saved(await updateConnection(id, changes()));
    } catch (failure) {
      save.disabled = false;
      const { apiKey, accountLabel: aboutLabel } = failure.fields ?? {};
      key.fail(apiKey ?? "");
      label.fail(aboutLabel ?? (apiKey ? "" : failure.message));
    }
  });
  return element;
}
