/** Every row of the last table in docs/embedding.md: made to happen, and compared with what the browser says. */
import { gzipSync } from "node:zlib";

import { expect, test } from "../plugin-fixtures.ts";
import type { ConnectionPage } from "../support/connection-page.ts";
import { KEYS } from "../support/demo.ts";
import { codeIn } from "../support/markdown.ts";
import type { Answer, Changes } from "../support/plugin.ts";
import type { ExpectedFailure } from "../support/watch.ts";

interface Trouble {
  /** How the row begins: what a person sees. */
  readonly symptom: string;
  readonly changes: Changes;
  readonly failures: readonly ExpectedFailure[];
  /** What makes it happen besides opening the page, and what a person then sees. */
  readonly see: (connectionPage: ConnectionPage) => Promise<void>;
}

/** Changes the answers for files whose name ends so. */
function only(suffix: string, change: (answer: Answer) => void): Changes {
  return { change: (name, answer) => name.endsWith(suffix) && name !== "" && change(answer) };
}

async function seeThatItCannotBeLoaded({ frame }: ConnectionPage): Promise<void> {
  await expect(frame.getByText("This page could not be loaded.")).toBeVisible();
}

const TROUBLES: readonly Trouble[] = [
  {
    symptom: "An empty frame",
    changes: only("index.html", ({ headers }) => {
      headers["content-security-policy"] = headers["content-security-policy"]!.replace(
        "frame-ancestors 'self'",
        "frame-ancestors 'none'",
      );
    }),
    failures: ["console", "dropped"],
    see: async ({ frame }) => {
      await expect(frame.getByRole("heading", { name: "Connection" })).toHaveCount(0);
    },
  },
  {
    symptom: "“This page could not be loaded.” after a while, because the first script has the wrong MIME type",
    changes: {
      change: (name, { headers }) => {
        if (name.startsWith("boot")) {
          headers["content-type"] = "text/plain";
        }
      },
    },
    failures: ["console"],
    see: async (connectionPage) => {
      await expect(connectionPage.frame.getByText("Loading…")).toBeVisible();
      await connectionPage.frame.locator("html").evaluate(() => {
        for (const animation of document.getAnimations()) {
          animation.finish();
        }
      });
      await seeThatItCannotBeLoaded(connectionPage);
      await expect(connectionPage.frame.getByText("Loading…")).toBeHidden();
    },
  },
  {
    symptom: "“This page could not be loaded.”, because a script has the wrong MIME type",
    changes: {
      change: (name, { headers }) => {
        if (/^testio.*\.js$/.test(name)) {
          headers["content-type"] = "application/octet-stream";
        }
      },
    },
    failures: ["console", "uncaught"],
    see: seeThatItCannotBeLoaded,
  },
  {
    symptom: "“This page could not be loaded.”, because a policy blocks WebAssembly",
    changes: only("index.html", ({ headers }) => {
      headers["content-security-policy"] = headers["content-security-policy"]!.replace(" 'wasm-unsafe-eval'", "");
    }),
    failures: ["uncaught", "violation"],
    see: seeThatItCannotBeLoaded,
  },
  {
    symptom: "“This page could not be loaded.”, because something has compressed a file twice",
    changes: only(".wasm", (answer) => (answer.body = gzipSync(answer.body))),
    failures: ["uncaught", "dropped"],
    see: seeThatItCannotBeLoaded,
  },
  {
    symptom: "Nothing can be added or tested: “Jira took the request for one from another site.”",
    changes: { host: "jira.internal:8080" },
    failures: [403],
    see: async (connectionPage) => {
      await connectionPage.open();
      await connectionPage.keyField.fill(KEYS.acmeEu);
      await connectionPage.button("Test this key").click();
      await expect(connectionPage.detail.getByText(/Jira took the request for one from another site\./)).toBeVisible();
    },
  },
  {
    symptom: "The page is there, but the lists say that something couldn’t be loaded",
    changes: { hostMetas: { "ajs-context-path": "/jira" } },
    failures: [404],
    see: async ({ frame }) => {
      await expect(frame.getByText("The answer isn’t from the Test IO plugin.").first()).toBeVisible();
    },
  },
];

for (const { symptom, changes, failures, see } of TROUBLES) {
  test.describe(symptom, () => {
    test.use({ changes });

    test("is there, and the browser says what the document says", async ({ connectionPage, page, dist, expectFailure }) => {
      expectFailure(...failures);
      const said: string[] = [];
      page.on("console", (message) => said.push(message.text().trim()));
      page.on("pageerror", (error) => said.push(`Uncaught ${error.name}: ${error.message}`));
      await connectionPage.visit();
      await see(connectionPage);
      const rows = dist.embedding.section("When it does not work").table();
      const row = rows.find(([cell]) => cell!.replaceAll("**", "").startsWith(symptom));
      const quote = codeIn(row![1]!);
      const expected = new RegExp(`^${quote.split("…").map(escape).join(".*")}$`);
      await expect.poll(() => said.filter((text) => expected.test(text)), said.join("\n")).not.toEqual([]);
    });
  });
}

test("each row of the table is one of these", async ({ dist }) => {
  const rows = dist.embedding.section("When it does not work").table();
  const symptoms = rows.map(([cell]) => /^\*\*(.*)\*\*$/.exec(cell!)?.[1]);
  expect(symptoms).toEqual(TROUBLES.map(({ symptom }) => symptom));
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
