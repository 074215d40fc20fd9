/** The dialogs: select a project, and the questions before something is removed. */
import { createConnection } from "./api.js";
import { projectCombobox } from "./combobox.js";
import { h, setText, uniqueId } from "./dom.js";

/** Opens a modal dialog that leaves the document when it is closed. */
function modal(title, role, content) {
  const titleId = uniqueId();
  const dialog = h("dialog", { role, "aria-labelledby": titleId }, h("h2", { id: titleId }, title), content);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks for a project and adds its connection, which `added` is called with. */
export function askForProject(added) {
  const picker = projectCombobox();
  const error = h("p", { class: "error", role: "alert" });
  const submit = h("button", { class: "primary" }, "Add connection");
  const form = h(
    "form",
    { novalidate: true },
    h(
      "p",
      {},
      "Use a project specific connection to link one project only, or when a project needs a different Test IO ",
      "account from the Global connection.",
    ),
    picker.element,
    error,
    h(
      "div",
      { class: "actions end" },
      submit,
      h("button", { type: "button", class: "link", onclick: () => dialog.close() }, "Cancel"),
    ),
  );
  const dialog = modal("Select Jira project", "dialog", form);
  picker.input.focus();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const project = picker.chosen();
    if (!project) {
      setText(error, "Choose a project first.");
      picker.input.focus();
      return;
    }
    submit.disabled = true;
    try {
      added(await createConnection(project.id));
      dialog.close();
    } catch (failure) {
      setText(error, failure.message);
      submit.disabled = false;
    }
  });
}

/** Asks before `act` does what `action` says. */
export function confirmFirst({ title, text, action, act }) {
  const error = h("p", { class: "error", role: "alert" });
  const yes = h("button", { type: "button", class: "danger" }, action);
  const cancel = h("button", { type: "button", class: "link", onclick: () => dialog.close() }, "Cancel");
  yes.addEventListener("click", async () => {
    yes.disabled = true;
    try {
      await act();
      dialog.close();
    } catch (failure) {
      setText(error, failure.message);
      yes.disabled = false;
    }
  });
  const content = h("div", {}, h("p", {}, text), error, h("div", { class: "actions end" }, yes, cancel));
  const dialog = modal(title, "alertdialog", content);
  cancel.focus();
}
