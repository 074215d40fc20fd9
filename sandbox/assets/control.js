// The control page: sends what a person chooses to the control endpoints and shows what they answer.
"use strict";

const PRESETS = [
  { name: "Test IO out of reach", fault: { target: "testio", dropConnection: true } },
  { name: "Test IO rate limited", fault: { target: "testio", status: 429, headers: { "retry-after": "30" }, body: "" } },
  { name: "Test IO slow (10 s)", fault: { target: "testio", delayMs: 10000 } },
  { name: "Test IO server error", fault: { target: "testio", status: 500, contentType: "text/html", body: "<h1>Oops</h1>" } },
  { name: "Everything slow (2 s)", fault: { delayMs: 2000 } },
  {
    name: "Logged out, once",
    fault: {
      times: 1,
      status: 401,
      contentType: "application/json",
      headers: { "x-ausername": "anonymous", "x-seraph-loginreason": "OUT" },
      body: '{"errorMessages":["You are not authenticated. Authentication required to perform this operation."],"errors":{}}',
    },
  },
  {
    name: "WebSudo, once",
    fault: {
      times: 1,
      status: 401,
      contentType: "application/json",
      body: '{"message":"This resource requires WebSudo.","status-code":401}',
    },
  },
  { name: "Login page with 200, once", fault: { times: 1, status: 200, contentType: "text/html", body: "<html><title>Log in</title></html>" } },
  { name: "XSRF, once", fault: { method: "POST", times: 1, status: 403, contentType: "text/plain", body: "XSRF check failed" } },
  { name: "List fails", fault: { path: "/connections", method: "GET", status: 500, contentType: "text/html", body: "<h1>HTTP Status 500</h1>" } },
  { name: "Next save fails", fault: { path: "/connections/*", method: "PUT", times: 1, status: 503, contentType: "text/html", body: "<h1>503</h1>" } },
  { name: "Answer of next save is lost", fault: { path: "/connections/*", method: "PUT", times: 1, afterCommit: true, dropConnection: true } },
  { name: "Proxy weakens ETags (nginx)", fault: { entityTags: "weak" } },
  { name: "Proxy changes ETags (Apache)", fault: { entityTags: "suffixed" } },
  { name: "Proxy drops ETags", fault: { entityTags: "dropped" } },
  { name: "Truncated JSON, once", fault: { method: "GET", times: 1, status: 200, contentType: "application/json", body: '{"startAt":0,"maxRe' } },
];

const element = (id) => document.getElementById(id);

async function send(method, path, body) {
  const options = { method, headers: { "content-type": "application/json" } };
  if (body !== undefined) {
    options.body = typeof body === "string" ? body : JSON.stringify(body);
  }
  const response = await fetch(`/jira/sandbox${path}`, options);
  element("control-answer").textContent = response.ok
    ? `${method} ${path}: done`
    : `${method} ${path}: ${response.status} ${await response.text()}`;
  await refresh();
}

async function show(id, path, format) {
  const response = await fetch(`/jira/sandbox${path}`);
  const values = await response.json();
  element(id).textContent = values.length === 0 ? "none" : values.map(format).join("\n");
}

// Shows the settings in their forms, where they can have been changed by others.
async function showAccess() {
  const response = await fetch("/jira/sandbox/access");
  const { sessions, webSudo, administrators } = await response.json();
  fill("control-sessions", sessions);
  fill("control-websudo", webSudo);
  for (const box of element("control-users").querySelectorAll("input")) {
    box.checked = administrators.includes(box.name);
  }
}

async function showWay() {
  fill("control-way", await (await fetch("/jira/sandbox/way")).json());
}

async function showAccounts() {
  const response = await fetch("/jira/sandbox/accounts");
  for (const { name, revoked } of await response.json()) {
    element("control-accounts").elements.namedItem(name).checked = !revoked;
  }
}

function fill(id, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = element(id).elements.namedItem(name);
    field[field.type === "checkbox" ? "checked" : "value"] = value;
  }
}

async function refresh() {
  await Promise.all([
    showAccess(),
    showAccounts(),
    showWay(),
    show("control-faults", "/faults", (fault) => JSON.stringify(fault)),
    show("control-violations", "/violations", (violation) => JSON.stringify(violation, null, 1)),
    show(
      "control-requests",
      "/requests",
      (request) => `${request.time} ${request.user ?? "anonymous"} ${request.method} ${request.path} -> ${request.status ?? "cut off"} (${request.durationMs} ms)`,
    ),
  ]);
}

function onSubmit(id, work) {
  element(id).addEventListener("submit", (event) => {
    event.preventDefault();
    work(new FormData(event.target));
  });
}

for (const preset of PRESETS) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "aui-button";
  button.textContent = preset.name;
  button.addEventListener("click", () => {
    element("control-fault").value = JSON.stringify(preset.fault, null, 2);
    send("POST", "/faults", preset.fault);
  });
  element("control-presets").append(button);
}

element("control-add").addEventListener("click", () => send("POST", "/faults", element("control-fault").value));
element("control-clear").addEventListener("click", () => send("DELETE", "/faults"));
element("control-refresh").addEventListener("click", refresh);
onSubmit("control-way", (form) => send("POST", "/way", { way: form.get("way") }));
onSubmit("control-sessions", (form) =>
  send("POST", "/sessions", { lifetimeSeconds: Number(form.get("lifetimeSeconds")), answer: form.get("answer") }),
);
element("control-expire-current").addEventListener("click", () => send("DELETE", "/sessions/current"));
element("control-expire-all").addEventListener("click", () => send("DELETE", "/sessions"));
onSubmit("control-websudo", (form) =>
  send("POST", "/websudo", {
    enabled: form.has("enabled"),
    lifetimeSeconds: Number(form.get("lifetimeSeconds")),
    protects: form.get("protects"),
    answer: form.get("answer"),
  }),
);
element("control-drop-websudo").addEventListener("click", () => send("DELETE", "/websudo"));
onSubmit("control-users", async (form) => {
  for (const { name } of element("control-users").querySelectorAll("input")) {
    await send("POST", `/users/${name}`, { administrator: form.has(name) });
  }
});
element("control-restore").addEventListener("click", () => send("DELETE", "/access"));
onSubmit("control-reset", (form) =>
  send("POST", "/reset", {
    projects: Number(form.get("projects")),
    connections: Number(form.get("connections")),
    accounts: Number(form.get("accounts")) || undefined,
  }),
);
onSubmit("control-second-admin", (form) =>
  send("POST", "/second-admin", {
    connection: form.get("connection"),
    does: form.get("does"),
    everywhere: form.has("everywhere"),
  }),
);
onSubmit("control-accounts", async (form) => {
  for (const { name } of element("control-accounts").querySelectorAll("input")) {
    await send("POST", `/accounts/${encodeURIComponent(name)}`, { revoked: !form.has(name) });
  }
});
element("control-check").addEventListener("click", () => send("POST", "/checks"));
onSubmit("control-project", (form) =>
  send("POST", `/projects/${encodeURIComponent(form.get("id"))}`, { state: form.get("state") }),
);
refresh();
