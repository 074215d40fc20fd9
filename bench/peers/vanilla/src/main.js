/** The Connection page: all connections on the left, the open one on the right. */
import * as api from "./api.js";
import { detail } from "./detail.js";
import { askForProject, confirmFirst } from "./dialogs.js";
import { h, setText } from "./dom.js";
import { sidebar } from "./sidebar.js";

// Before anything is built, so that the answers are on their way meanwhile.
const globalAnswer = api.getConnection("global");
const summaryAnswer = api.getSummary();

let global;
let shown;
let reading = new AbortController();
const overview = h("p");
const main = h("main");
const flag = h("div", { class: "flag", role: "status" });

const list = sidebar({ open, add: () => askForProject(added) });
document
  .getElementById("root")
  .replaceChildren(
    h("div", { class: "page" }, h("header", {}, h("h1", {}, "Connection"), overview), list.element, main, flag),
  );
mirrorHostTheme();

globalAnswer.then((connection) => {
  global = connection;
  list.showGlobal(global);
  if (!shown) {
    show(global);
  }
}, fail);
summaryAnswer.then(showSummary, fail);

function open(connection) {
  history.pushState(null, "", connection.project ? `#/connections/${connection.id}` : "#/global");
  reading.abort();
  show(connection);
  list.select(connection.id);
  list.showGlobal(global);
  if (connection.project) {
    // The list may be older than the server, so what was opened is read again.
    reading = new AbortController();
    const { signal } = reading;
    const take = (newest) => newest.version !== shown.version && accept(newest);
    api.getConnection(connection.id, signal).then(take, (error) => signal.aborted || fail(error));
  }
}

function show(connection) {
  shown = connection;
  const { id, project } = connection;
  const name = project?.name ?? "the Global connection";
  const does = {
    saved: (newest) => (changed(newest), tell("Saved.")),
    switchTo: (active) => api.updateConnection(id, { active }).then(changed, fail),
    test: () =>
      api.testConnection(id).then(({ outcome, connection: newest }) => {
        changed(newest);
        tell(outcome === "ACCEPTED" ? "Test IO accepts the saved key." : "Test IO didn’t accept the saved key.");
      }, fail),
    removeKey: () =>
      confirmFirst({
        title: `Remove the API key of ${name}?`,
        text: "The API key itself stays valid. Revoke it in Test IO if nobody needs it any more.",
        action: "Remove key",
        act: async () => changed(await api.removeKey(id)),
      }),
    remove: () =>
      confirmFirst({
        title: `Delete the connection of ${name}?`,
        text: "The project will use the Global connection if that is active.",
        action: "Delete connection",
        act: async () => {
          await api.deleteConnection(id);
          open(global);
          refresh();
          tell(`The connection of ${name} was deleted.`);
        },
      }),
  };
  main.replaceChildren(detail(connection, does));
}

/** Takes the server's newest word on a connection to wherever it is shown. */
function accept(connection) {
  if (connection.project) {
    list.replace(connection);
  } else {
    global = connection;
    list.showGlobal(global);
  }
  if (shown.id === connection.id) {
    show(connection);
  }
}

function changed(connection) {
  accept(connection);
  api.getSummary().then(showSummary, fail);
}

function added(connection) {
  open(connection);
  refresh();
  main.querySelector("input")?.focus();
  tell(`${connection.project.name} has its own connection now. Enter its API key.`);
}

function refresh() {
  list.reload();
  api.getSummary().then(showSummary, fail);
}

function showSummary(summary) {
  list.showSummary(summary);
  const own = `${summary.projects.own.toLocaleString()} projects have their own`;
  const uses = `${summary.projects.global.toLocaleString()} projects use it`;
  const state = global?.active ? `Global connection active · ${uses}` : "Global connection inactive";
  setText(overview, `${state} · ${own}`);
}

function tell(text) {
  setText(flag, text);
  setTimeout(() => flag.textContent === text && setText(flag, ""), 8000);
}

function fail(error) {
  tell(error.message);
}

/** Light or dark, as the Jira page around this one has it, now and whenever it changes. */
function mirrorHostTheme() {
  const host = window.parent.document.documentElement;
  const mirror = () => {
    document.documentElement.dataset.colorMode = host.dataset.colorMode ?? "light";
  };
  mirror();
  new MutationObserver(mirror).observe(host, { attributeFilter: ["data-color-mode"] });
}
