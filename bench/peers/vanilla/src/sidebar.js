/** The left column: the Global card, the filter, and the Jira Project specific connections. */
import { listConnections } from "./api.js";
import { h, setText } from "./dom.js";
import { PagedList } from "./paged.js";
import { connectionRow } from "./row.js";
import { statusWord } from "./status.js";
import { Windowed, windowedElements } from "./windowed.js";

const ROW_HEIGHT = 48;

/** `open(connection)` and `add()` are called when the person wants that. */
export function sidebar({ open, add }) {
  let selected = "global";
  const global = connectionRow(open);
  const heading = h("h2", {}, "Jira Project specific");
  const message = h("p", { class: "empty", hidden: true });

  const list = new PagedList(listConnections, show);
  const { container, rows } = windowedElements("list", { rows: { "aria-label": "Jira Project specific" } });
  const windowed = new Windowed({
    container,
    rows,
    rowHeight: ROW_HEIGHT,
    onRange: (start, end) => list.show(start, end),
    render: (index, mounted) => {
      const item = mounted ?? h("div", { role: "listitem" });
      const connection = list.get(index);
      if (connection) {
        item.firstElementChild ?? item.append(connectionRow(open));
        item.firstElementChild.show(connection, selected);
      } else {
        // A row of a query that is over must not be taken for one of this.
        item.firstElementChild?.remove();
      }
      return item;
    },
  });

  const query = h("input", { type: "search", "aria-label": "Filter connections", placeholder: "Name or key" });
  const status = h("select", { "aria-label": "Status" });
  const account = h("select", { "aria-label": "Account" });
  const ask = () => {
    container.scrollTop = 0;
    list.ask({ query: query.value, status: status.value, account: account.value });
  };
  query.addEventListener("input", ask);
  status.addEventListener("change", ask);
  account.addEventListener("change", ask);

  function show() {
    const isEmpty = list.failed || list.total === 0;
    message.hidden = !isEmpty;
    if (isEmpty) {
      const isFiltered = query.value || status.value || account.value;
      const nothing = isFiltered ? "No connection matches this filter." : "No project has its own connection";
      setText(message, list.failed ? "This couldn’t be loaded." : nothing);
    }
    windowed.update(list.total ?? 0);
  }

  function choices(select, any, pairs) {
    const { value } = select;
    const option = ([value, text]) => h("option", { value }, text);
    select.replaceChildren(option(["", any]), ...pairs.map(option));
    select.value = value;
  }

  const element = h(
    "nav",
    { class: "sidebar", "aria-label": "Connections" },
    h("h2", {}, "Global (default)"),
    h("div", { class: "global" }, global),
    heading,
    h("div", { class: "filter", role: "search" }, query, status, account),
    message,
    container,
    h("div", { class: "add" }, h("button", { type: "button", onclick: add }, "Add connection")),
  );
  list.reload();

  return {
    element,
    reload: () => list.reload(),
    replace: (connection) => list.replace(connection),
    select(id) {
      selected = id;
      windowed.update(list.total ?? 0);
    },
    showGlobal: (connection) => global.show(connection, selected),
    showSummary({ connections, accounts }) {
      setText(heading, `Jira Project specific (${connections.total.toLocaleString()})`);
      const counted = Object.entries(connections.byStatus).filter(([, count]) => count > 0);
      choices(status, "Any status", counted.map(([name, count]) => [name, `${statusWord(name)} (${count})`]));
      choices(account, "Any account", accounts.map(({ label, connections: n }) => [label, `${label} (${n})`]));
    },
  };
}
