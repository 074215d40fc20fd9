/** One connection in the list. */
import { h, setAttribute, setText } from "./dom.js";
import { lozenge, setStatus } from "./status.js";

/** A link to a connection; `open(connection)` is called when it is pressed. */
export function connectionRow(open) {
  const picture = h("img", { alt: "", width: 24, height: 24, loading: "lazy" });
  const name = h("bdi", { class: "row-name" });
  const detail = h("span", { class: "row-detail" });
  const status = lozenge();
  const link = h("a", { class: "row" }, picture, h("span", { class: "row-text" }, name, detail), status);
  link.addEventListener("click", (event) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      open(link.connection);
    }
  });
  link.show = (connection, selected) => {
    if (link.connection !== connection) {
      link.connection = connection;
      const { id, project, accountLabel } = connection;
      link.href = project ? `#/connections/${id}` : "#/global";
      if (project && picture.getAttribute("src") !== project.avatarUrl) {
        picture.src = project.avatarUrl;
      }
      setText(name, project?.name ?? "All Jira projects");
      setText(detail, [project?.key, accountLabel].filter(Boolean).join(" · "));
      setStatus(status, connection.status);
    }
    setAttribute(link, "aria-current", connection.id === selected && "page");
  };
  return link;
}
