/** What a browser keeps that is not the page's memory: for whoever looks at the page, and as compiled code. */
import type { CDPSession } from "@playwright/test";

/** A snapshot of the heap, as the browser writes it: numbers in a row, so many for each node. */
export interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly unknown[] } };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/**
 * What DevTools, by which Playwright and this bench drive the page, remembers of each request and message until the page
 * is left, for each of the two; and the browser's own timing of what happens, the newest 150 or 200 of each kind.
 */
const NOT_THE_PAGE_S = [
  /^blink::NetworkResourcesData::ResourceData$/,
  /^blink::(ConsoleMessage|SourceLocation)$/,
  /^(Performance|LayoutShift|TaskAttribution)/,
  /^blink::ScriptTimingInfo$/,
];

/** The bytes of all that. V8 makes faster code of JavaScript again and again the longer it runs. */
export function leftOut({ snapshot: { meta }, nodes, strings }: Snapshot): number {
  const [type, name, size] = ["type", "name", "self_size"].map((field) => meta.node_fields.indexOf(field));
  const types = meta.node_types[type!] as readonly string[];
  const names = new Set([...strings.keys()].filter((index) => NOT_THE_PAGE_S.some((kind) => kind.test(strings[index]!))));
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += meta.node_fields.length) {
    const kind = types[nodes[node + type!]!];
    if (kind === "code" || (kind === "native" && names.has(nodes[node + name!]!))) {
      bytes += nodes[node + size!]!;
    }
  }
  return bytes;
}

/** Takes a snapshot of all documents of the page. */
export async function takeSnapshot(cdp: CDPSession): Promise<Snapshot> {
  const chunks: string[] = [];
  const collect = ({ chunk }: { chunk: string }) => {
    chunks.push(chunk);
  };
  cdp.on("HeapProfiler.addHeapSnapshotChunk", collect);
  await cdp.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  cdp.off("HeapProfiler.addHeapSnapshotChunk", collect);
  return JSON.parse(chunks.join("")) as Snapshot;
}
