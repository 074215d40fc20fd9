/** The combobox over all Jira projects: searched on the server, any number of them, only those in view mounted. */
import { listProjects } from "./api.js";
import { h, setAttribute, setText, uniqueId } from "./dom.js";
import { PagedList } from "./paged.js";
import { Windowed, windowedElements } from "./windowed.js";

const OPTION_HEIGHT = 40;

export function projectCombobox() {
  const listId = uniqueId();
  const inputId = uniqueId();
  let chosen;
  let active = -1;
  let isOpen = false;

  const input = h("input", {
    id: inputId,
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "Type a name or key",
    "aria-autocomplete": "list",
    "aria-controls": listId,
    "aria-expanded": "false",
    "aria-required": "true",
  });
  const projects = new PagedList(listProjects, show);
  const { container, rows } = windowedElements("presentation", {
    container: { role: "listbox", id: listId, "aria-label": "Jira project", tabindex: "-1" },
  });
  const message = h("p", { class: "popup-message" });
  const popup = h("div", { class: "popup", hidden: true }, container, message);
  // The focus stays in the field while the list is used.
  popup.addEventListener("mousedown", (event) => event.preventDefault());
  const status = h("div", { class: "visually-hidden", role: "status" });

  const windowed = new Windowed({
    container,
    rows,
    rowHeight: OPTION_HEIGHT,
    onRange: (start, end) => projects.show(start, end),
    render: (index, mounted) => {
      const option = mounted ?? projectOption(index);
      option.show(projects.get(index), input.value);
      setAttribute(option, "aria-selected", String(index === active));
      setAttribute(option, "aria-setsize", String(projects.total));
      return option;
    },
  });

  function projectOption(index) {
    const picture = h("img", { alt: "", width: 24, height: 24, loading: "lazy" });
    const name = h("bdi");
    const key = h("span", { class: "option-key" });
    const reason = h("span", { class: "option-reason" });
    const option = h(
      "div",
      { role: "option", id: `${listId}-${index}`, "aria-posinset": index + 1, onclick: () => choose(index) },
      picture,
      name,
      key,
      reason,
    );
    let shown = "";
    option.show = (project, query) => {
      const now = project ? `${project.id} ${query}` : "";
      if (now === shown) {
        return;
      }
      shown = now;
      option.hidden = !project;
      if (project) {
        picture.src = project.avatarUrl;
        name.replaceChildren(...highlighted(project.name, query));
        key.replaceChildren(...highlighted(project.key, query));
        setText(reason, project.connectionId === null ? "" : "already connected");
        setAttribute(option, "aria-disabled", project.connectionId !== null && "true");
      }
    };
    return option;
  }

  function show() {
    if (!isOpen) {
      return;
    }
    windowed.update(projects.total ?? 0);
    const nothing = projects.total === 0 ? "No project matches." : "";
    setText(message, projects.failed ? "The projects couldn’t be loaded." : nothing);
    setText(status, projects.isReady ? `${projects.total.toLocaleString()} projects` : "");
  }

  function toggle(open) {
    if (isOpen !== open) {
      isOpen = open;
      popup.hidden = !open;
      setAttribute(input, "aria-expanded", String(open));
      activate(-1);
    }
    show();
  }

  function activate(index) {
    active = index;
    setAttribute(input, "aria-activedescendant", index >= 0 && `${listId}-${index}`);
    if (index >= 0) {
      windowed.reveal(index);
    }
    windowed.update(projects.total ?? 0);
  }

  function choose(index) {
    const project = projects.get(index);
    if (project && project.connectionId === null) {
      chosen = project;
      input.value = project.name;
      toggle(false);
    }
  }

  input.addEventListener("click", () => toggle(true));
  input.addEventListener("blur", () => toggle(false));
  input.addEventListener("input", () => {
    chosen = undefined;
    container.scrollTop = 0;
    toggle(true);
    activate(-1);
    projects.ask({ query: input.value });
  });
  input.addEventListener("keydown", (event) => {
    const last = (projects.total ?? 0) - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      toggle(true);
      activate(event.key === "ArrowDown" ? Math.min(active + 1, last) : Math.max(active - 1, 0));
    } else if (event.key === "Enter" && isOpen && active >= 0) {
      event.preventDefault();
      choose(active);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      toggle(false);
    }
  });
  projects.reload();

  const label = h("label", { for: inputId }, "Jira project", h("span", { class: "required" }, " *"));
  const element = h("div", { class: "field combobox" }, label, input, popup, status);
  return { element, input, chosen: () => chosen };
}

/** The text with the part that matches marked. */
function highlighted(text, query) {
  const wanted = query.trim().toLowerCase();
  const start = wanted ? text.toLowerCase().indexOf(wanted) : -1;
  if (start < 0) {
    return [text];
  }
  const end = start + wanted.length;
  return [text.slice(0, start), h("mark", {}, text.slice(start, end)), text.slice(end)];
}
