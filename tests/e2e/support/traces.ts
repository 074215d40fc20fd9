/** Looks for what is left of a secret in everything that a page, its host and its module keep. */
import { expect, type BrowserContext, type Frame, type Page } from "@playwright/test";

/** How many characters in a row count as a trace. The hint, which is no secret, has 4. */
const PIECE = 8;

interface Watched {
  memories?: WebAssembly.Memory[];
}

/** Everything that was ever said on the console, and the memory of the page's module, from now on. */
export class Traces {
  readonly #console: string[] = [];

  private constructor(private readonly page: Page) {}

  /** To be called before the page is opened: it gets hold of each module's memory when that is made. */
  static async of(page: Page, context: BrowserContext): Promise<Traces> {
    const traces = new Traces(page);
    context.on("console", (message) => traces.#console.push(message.text()));
    context.on("weberror", (error) => traces.#console.push(error.error().stack ?? error.error().message));
    await context.addInitScript(() => {
      const memories: WebAssembly.Memory[] = ((window as Watched).memories = []);
      const look = <T extends WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource>(made: T): T => {
        const { exports } = "instance" in made ? made.instance : made;
        memories.push(...Object.values(exports).filter((value) => value instanceof WebAssembly.Memory));
        return made;
      };
      const { instantiate, instantiateStreaming } = WebAssembly;
      WebAssembly.instantiate = (async (...args: Parameters<typeof instantiate>) =>
        look(await instantiate(...args))) as typeof instantiate;
      WebAssembly.instantiateStreaming = async (...args) => look(await instantiateStreaming(...args));
    });
    return traces;
  }

  /** Where something of the key can be found, apart from where it is still being edited. */
  async find(key: string): Promise<string[]> {
    const found = this.#console.filter((text) => holds(text, key)).map((text) => `console: ${text}`);
    const cookies = JSON.stringify(await this.page.context().cookies());
    if (holds(cookies, key)) {
      found.push("cookies");
    }
    for (const frame of this.page.frames()) {
      const places = await kept(frame);
      found.push(...Object.keys(places).filter((place) => holds(places[place]!, key)));
      found.push(...(await findInMemory(frame, key)));
    }
    return found.map((place) => place.slice(0, 200));
  }

  /** Fails if anything of the key is left anywhere. */
  async expectNone(key: string): Promise<void> {
    // What the module frees after an answer, it frees a moment after the answer is seen.
    await expect.poll(() => this.find(key), "where the key has left a trace").toEqual([]);
  }
}

/** The pieces of the key that would tell something of it. */
function pieces(key: string): string[] {
  return Array.from({ length: key.length - PIECE + 1 }, (_, start) => key.slice(start, start + PIECE));
}

function holds(text: string, key: string): boolean {
  return pieces(key).some((piece) => text.includes(piece));
}

/** Everything in a document that outlives a moment, by its place. */
async function kept(frame: Frame): Promise<Record<string, string>> {
  return frame.evaluate(async () => {
    const inputs = [...document.querySelectorAll<HTMLInputElement>("input, textarea, select")];
    const databases = await indexedDB.databases();
    const caches_ = "caches" in window ? await caches.keys() : [];
    return {
      "the DOM": document.documentElement.outerHTML,
      "the fields": inputs.map(({ value, defaultValue }) => `${value} ${defaultValue}`).join(" "),
      "the text": document.body.innerText,
      localStorage: JSON.stringify({ ...localStorage }),
      sessionStorage: JSON.stringify({ ...sessionStorage }),
      cookies: document.cookie,
      indexedDB: JSON.stringify(databases),
      caches: JSON.stringify(caches_),
      "the address": location.href,
      "the history": JSON.stringify(history.state),
      "the window's name": window.name,
      "the title": document.title,
      performance: JSON.stringify(performance.getEntries()),
    };
  });
}

/** Searches the whole of each module's memory for pieces of the key, in UTF-8 and in UTF-16. */
async function findInMemory(frame: Frame, key: string): Promise<string[]> {
  return frame.evaluate((wanted) => {
    const found: string[] = [];
    for (const { buffer } of (window as Watched).memories ?? []) {
      // Each byte becomes one character, so that the text can be searched for bytes.
      const bytes = new TextDecoder("latin1").decode(buffer);
      for (const piece of wanted) {
        const wide = [...piece].join("\0");
        for (const text of [piece, wide]) {
          const at = bytes.indexOf(text);
          if (at >= 0 && found.length < 3) {
            const around = bytes.slice(Math.max(0, at - 24), at + 64).replace(/[^ -~]/g, ".");
            found.push(`memory at ${at}: ${around}`);
          }
        }
      }
    }
    return found;
  }, pieces(key));
}

/** How much memory the frame's modules have: a search of none proves nothing. */
export async function memorySize(frame: Frame): Promise<number> {
  return frame.evaluate(() =>
    ((window as Watched).memories ?? []).reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
  );
}
