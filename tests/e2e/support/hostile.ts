/** Texts that a page must neither run nor stumble over, and answers full of them. */
import type { Sandbox } from "./sandbox.ts";

export interface HostileText {
  readonly name: string;
  readonly text: string;
  /** What a person gets to see of it. */
  readonly seen: string;
}

const MARKUP = `<img src="x" onerror="top.executed = 1"><script>top.executed = 1</script><b>bold</b>`;

export const HOSTILE: readonly HostileText[] = [
  { name: "markup", text: MARKUP, seen: MARKUP },
  { name: "a template's gaps", text: "{} {{1+1}} ${1+1} %s", seen: "{} {{1+1}} ${1+1} %s" },
  { name: "bidi controls", text: "good\u202Elive\u2066\u202Dnames", seen: "goodlivenames" },
  { name: "right-to-left letters", text: "متجر الويب (SMOK)", seen: "متجر الويب (SMOK)" },
  { name: "zero-width characters", text: "a\u200B\u200C\u200D\u2060\uFEFFb", seen: "a" },
  { name: "heaps of marks", text: `Z${"\u0301\u0347\u0489".repeat(80)}algo`, seen: "algo" },
  { name: "a word of 10,000 letters", text: "W".repeat(10_000), seen: "W".repeat(200) },
  { name: "10,000 characters in words", text: "word ".repeat(2_000).trim(), seen: "word word word" },
  { name: "lone surrogates", text: "a\uD800b\uDC00c", seen: "a\uFFFDb\uFFFDc" },
  { name: "NUL and control characters", text: "a\0b\u0007c\u001B[31m\u0085d", seen: "abc[31md" },
];

/** Addresses of pictures that lead elsewhere, or that are none. */
export const HOSTILE_AVATARS: readonly string[] = [
  "https://evil.example/a.png",
  "//evil.example/a.png",
  "/\\evil.example/a.png",
  "\\\\evil.example/a.png",
  "/\t/evil.example/a.png",
  " https://evil.example/a.png",
  "javascript:top.executed=1",
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='top.executed=1'/>",
  "blob:https://evil.example/1",
  "ftp://evil.example/a.png",
  "",
];

/** The fields whose texts are for people. */
const NAMES = ["name", "key", "displayName", "accountLabel", "label", "keyHint"] as const;
const TIMES = ["keySavedAt", "lastCheckedAt", "updatedAt"] as const;
const SHOWN: ReadonlySet<string> = new Set([...NAMES, ...TIMES]);

/** The same answer with the text in place of everything that is shown. */
export function filledWith<T>(answer: T, text: string): T {
  return JSON.parse(
    JSON.stringify(answer, (field: string, value: unknown) => (SHOWN.has(field) && value !== null ? text : value)),
  ) as T;
}

/** Makes the sandbox give this answer. It has to be asked for the more particular paths first. */
export async function answerWith(
  sandbox: Sandbox,
  method: "GET" | "POST" | "PUT",
  path: string,
  body: object,
  status = 200,
): Promise<void> {
  await sandbox.addFault({ method, path, status, contentType: "application/json", body: JSON.stringify(body) });
}
