/** States of the tabs Logs, Synchronisation jobs, Data and Moving to Cloud of the Maintenance page. */
import { expect } from "@playwright/test";

import { severalAccounts, type PageState, type Stage } from "./state.ts";
import { kind } from "../support/fault-kinds.ts";
import { MaintenanceTools } from "../support/maintenance-tools.ts";

const shows = "maintenance";

function toolsOf({ connectionPage, page, sandbox }: Stage): MaintenanceTools {
  return new MaintenanceTools(page, sandbox, connectionPage.language);
}

const LOGGER = "io.test.jira.demo";

const TRACE = ["Test IO could not be reached", "at io.test.jira.Client.get(Client.java:87)"];

/** What is in the log, which is no text of the page. */
export const LOGGED = [LOGGER, "GET /products", "3 bugs brought to Jira", "Test IO asks to wait 30 seconds", ...TRACE];

/** Lines of each level, a stack trace among them. */
async function lines({ sandbox }: Stage): Promise<void> {
  await sandbox.log.write(
    { level: "DEBUG", logger: LOGGER, message: "GET /products" },
    { level: "INFO", logger: LOGGER, message: "3 bugs brought to Jira" },
    { level: "WARN", logger: LOGGER, message: "Test IO asks to wait 30 seconds" },
    { level: "ERROR", logger: LOGGER, message: TRACE.join("\n\t") },
  );
}

async function logs(stage: Stage): Promise<MaintenanceTools> {
  const tools = toolsOf(stage);
  await lines(stage);
  await tools.open("logs");
  await expect(tools.lines.filter({ hasText: "GET /products" })).toBeVisible();
  await tools.frame.getByRole("searchbox").fill(LOGGER);
  return tools;
}

async function data(stage: Stage): Promise<MaintenanceTools> {
  const tools = toolsOf(stage);
  await severalAccounts(stage);
  await tools.open("data");
  await expect(tools.panel("data")).toContainText("ACME EU");
  return tools;
}

export const MAINTENANCE_TOOLS: readonly PageState[] = [
  {
    name: "the log",
    shows,
    arrange: async (stage) => {
      await logs(stage);
    },
  },
  {
    name: "a range of the log that is too long",
    shows,
    arrange: async (stage) => {
      const tools = toolsOf(stage);
      await tools.open("logs");
      await tools.frame.getByRole("combobox", { name: tools.say("Range"), exact: true }).selectOption(tools.say("From – to"));
      await tools.frame.getByLabel(tools.say("From"), { exact: true }).fill("2026-05-03T09:15");
      await tools.frame.getByLabel(tools.say("To"), { exact: true }).fill("2026-05-13T09:15");
      await tools.button(tools.say("Show")).click();
      await expect(tools.frame.getByLabel(tools.say("To"), { exact: true })).toHaveAttribute("aria-invalid", "true");
    },
  },
  {
    name: "a log that is gone",
    shows,
    arrange: async (stage) => {
      const tools = toolsOf(stage);
      await stage.sandbox.log.delete();
      await tools.open("logs");
      await expect(tools.panel("logs").getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
    },
  },
  {
    name: "downloading the log",
    shows,
    arrange: async (stage) => {
      await stage.sandbox.addFault({ path: "/maintenance/logs/download", afterBytes: { bytes: 10, then: "stall" } });
      const tools = await logs(stage);
      await tools.panel("logs").getByRole("button", { name: new RegExp(tools.say("Download ({})").split("{}")[0]!.replace("(", "\\(")) }).click();
      await expect(tools.frame.getByRole("progressbar")).toBeVisible();
    },
  },
  {
    name: "the jobs",
    shows,
    arrange: async (stage) => {
      await stage.sandbox.setJob("COMMENTS_SYNC", "FAILED", "Test IO answered 503");
      const tools = toolsOf(stage);
      await tools.open("jobs");
      await tools.frame.getByText(tools.say("Comments Sync")).last().click();
      await expect(tools.frame.getByText("Test IO answered 503")).toBeVisible();
    },
  },
  {
    name: "a switch of a job that was not saved",
    shows,
    arrange: async (stage) => {
      const tools = toolsOf(stage);
      await tools.open("jobs");
      await stage.sandbox.addFault({ path: "/maintenance/jobs/*", method: "PUT", ...kind("gateway503").answer });
      await tools.notify("Comments Sync").click();
      await expect(tools.panel("jobs").getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
    },
  },
  {
    name: "what clearing deletes",
    shows,
    arrange: async (stage) => {
      await data(stage);
    },
  },
  {
    name: "confirming that all is cleared",
    shows,
    arrange: async (stage) => {
      const tools = await data(stage);
      await tools.button(tools.say("Clear Test IO data…")).click();
      await expect(tools.question).toBeVisible();
    },
  },
  {
    name: "all cleared",
    shows,
    arrange: async (stage) => {
      const tools = await data(stage);
      await tools.button(tools.say("Clear Test IO data…")).click();
      await tools.question.getByRole("textbox").fill(tools.say("CLEAR"));
      await tools.question.getByRole("button", { name: tools.say("Clear data") }).click();
      await expect(tools.panel("data").getByRole("link")).toBeVisible();
    },
  },
  {
    name: "moving to Cloud",
    shows,
    arrange: async (stage) => {
      await toolsOf(stage).open("cloud");
    },
  },
];
