/**
 * Jira with the plugin as somebody would make it who has nothing but the package and its `embedding.md`: a web server
 * with the page and the admin page under some context path. Everything else it gets from the sandbox, as a reverse
 * proxy does from Jira.
 */
import { once } from "node:events";
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

import type { Jira } from "./jira.ts";
import type { Package } from "./package.ts";

/** Where this Jira is. */
const CONTEXT = "/any/context/path";

/** Where the sandbox's is. */
const SANDBOX_CONTEXT = "/jira";

const ADMIN_PAGE = "/plugins/servlet/testio/connection";
const PAGE = "/plugins/servlet/testio/page/connection";
const RESOURCES = "/download/resources/com.testio.jira.test-io-integration:testio-page";

/** An answer before it is sent. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** What is done otherwise than `embedding.md` says. */
export interface Changes {
  /** `<meta>` elements that the admin page has besides Jira's own, or instead of those. */
  readonly hostMetas?: Readonly<Record<string, string>>;
  /** `<meta>` elements that the servlet adds to the page's document. */
  readonly metas?: Readonly<Record<string, string>>;
  /** Where the iframe's document is, below the context path. */
  readonly frame?: "servlet" | "resources";
  /** Changes an answer that is not the sandbox's; `name` is the file's, or empty for the admin page. */
  readonly change?: (name: string, answer: Answer) => void;
  /** The `Host` that the proxy sends to Jira, in the place of the browser's. */
  readonly host?: string;
}

export class Plugin implements Jira {
  private constructor(
    private readonly server: Server,
    private readonly sandbox: Jira,
    private readonly files: Package,
    private readonly changes: Changes,
  ) {}

  static async start(sandbox: Jira, files: Package, changes: Changes): Promise<Plugin> {
    const server = createServer();
    const plugin = new Plugin(server, sandbox, files, changes);
    server.on("request", (asked, response) => void plugin.#answer(asked, response));
    await once(server.listen(0, "localhost"), "listening");
    return plugin;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  get origin(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `${this.origin}${CONTEXT}`;
  }

  async #answer(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(asked.url ?? "/", this.origin);
    const { status, headers, body } = pathname.startsWith(`${CONTEXT}/`)
      ? (this.#own(pathname.slice(CONTEXT.length), asked) ?? (await this.#proxied(asked)))
      : notFound();
    response.writeHead(status, headers).end(body);
  }

  /** What the plugin itself answers, if it is asked. */
  #own(path: string, asked: IncomingMessage): Answer | undefined {
    if (path === ADMIN_PAGE) {
      return this.#changed("", { status: 200, headers: { "content-type": "text/html" }, body: this.#adminPage() });
    }
    if (path === "/plugins/servlet/testio/page/host.css") {
      return { status: 200, headers: { "content-type": "text/css" }, body: Buffer.from(this.#documented("css")) };
    }
    if (path === PAGE) {
      return { status: 302, headers: { location: `${CONTEXT}${PAGE}/` }, body: Buffer.of() };
    }
    if (path === `${PAGE}/`) {
      const headers = this.files.headers("The document");
      return this.#changed("index.html", { status: 200, headers, body: this.#document() });
    }
    if (path.startsWith(`${PAGE}/`)) {
      return this.#file(path.slice(PAGE.length + 1), asked);
    }
    if (path.startsWith(`${RESOURCES}/`)) {
      return this.#resource(path.slice(RESOURCES.length + 1));
    }
    return undefined;
  }

  /** The admin page after Jira's decorator, which adds its own `<meta>` elements. */
  #adminPage(): Buffer {
    const html = this.#documented("html").replaceAll("$contextPath", CONTEXT);
    const page = this.changes.frame === "resources" ? html.replace(`${PAGE}/`, `${RESOURCES}/index.html`) : html;
    const metas = { "ajs-context-path": CONTEXT, "ajs-user-locale": "en_US", ...this.changes.hostMetas };
    return Buffer.from(`<!doctype html>${withMetas(page, metas)}`);
  }

  #documented(language: string): string {
    return this.files.embedding.section("The admin page").code(language);
  }

  #document(): Buffer {
    return Buffer.from(withMetas(this.files.text("page/index.html"), this.changes.metas ?? {}));
  }

  /** A file by the servlet, which sends the compressed copies. */
  #file(name: string, asked: IncomingMessage): Answer {
    const type = this.files.contentTypes.get(name);
    if (type === undefined) {
      return notFound();
    }
    const encodings = String(asked.headers["accept-encoding"]);
    const [encoding, suffix] = /\bbr\b/.test(encodings) ? ["br", ".br"] : ["gzip", ".gz"];
    const headers = { ...this.files.headers("The other files"), "content-type": type, vary: "Accept-Encoding" };
    return this.#changed(name, {
      status: 200,
      headers: { ...headers, "content-encoding": encoding! },
      body: this.files.bytes(`page/${name}${suffix}`),
    });
  }

  /** A file by Jira itself, for the module in `web-resource.xml`. */
  #resource(name: string): Answer {
    const type = this.files.contentTypes.get(name);
    if (type === undefined) {
      return notFound();
    }
    const headers = { "content-type": type, "x-content-type-options": "nosniff" };
    return this.#changed(name, { status: 200, headers, body: this.files.bytes(`page/${name}`) });
  }

  #changed(name: string, answer: Answer): Answer {
    this.changes.change?.(name, answer);
    return answer;
  }

  async #proxied(asked: IncomingMessage): Promise<Answer> {
    const { host = "", ...headers } = asked.headers as Record<string, string>;
    delete headers["connection"];
    const body = await buffer(asked);
    const answer = await exchange(
      `${this.sandbox.origin}${asked.url!.replace(CONTEXT, SANDBOX_CONTEXT)}`,
      asked.method!,
      { ...headers, host: this.changes.host ?? host, "accept-encoding": "identity" },
      body,
    );
    const moved = (text: string) => text.replaceAll(`${SANDBOX_CONTEXT}/`, `${CONTEXT}/`);
    for (const name of ["location", "set-cookie"]) {
      if (answer.headers[name] !== undefined) {
        answer.headers[name] = moved(String(answer.headers[name]).replace(/path=\/jira\b/i, `Path=${CONTEXT}`));
      }
    }
    if (answer.headers["content-type"]?.includes("json")) {
      answer.body = Buffer.from(moved(answer.body.toString("utf8")));
      delete answer.headers["content-length"];
    }
    return answer;
  }
}

function withMetas(html: string, metas: Readonly<Record<string, string>>): string {
  const elements = Object.entries(metas).map(([name, content]) => `<meta name="${name}" content="${content}">`);
  return html.replace("<head>", `<head>${elements.join("")}`);
}

function notFound(): Answer {
  return { status: 404, headers: {}, body: Buffer.of() };
}

/** One request, as it is and with its answer as it is: `fetch` would set some headers itself and unpack the body. */
async function exchange(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): Promise<Answer> {
  const sent = request(url, { method, headers });
  sent.end(body);
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  return {
    status: answer.statusCode ?? 502,
    headers: answer.headers as Record<string, string>,
    body: await buffer(answer),
  };
}
