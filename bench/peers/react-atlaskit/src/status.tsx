import Lozenge, { type ThemeAppearance } from "@atlaskit/lozenge/lozenge";

import type { Status } from "./api";

const WORDS: Record<Status, { word: string; advice: string; appearance: ThemeAppearance }> = {
  INACTIVE: { word: "Inactive", advice: "Enter an API key to activate it.", appearance: "default" },
  KEY_MISSING: {
    word: "Key missing",
    advice: "This project isn’t linked to Test IO until you save an API key.",
    appearance: "moved",
  },
  CONNECTED: { word: "Connected", advice: "Test IO accepted the API key.", appearance: "success" },
  UNVERIFIED: {
    word: "Not verified",
    advice: "The API key was saved without asking Test IO. Test the connection to be sure.",
    appearance: "inprogress",
  },
  KEY_REJECTED: {
    word: "Key rejected",
    advice: "Test IO no longer accepts the API key. Replace it with a current one.",
    appearance: "removed",
  },
  UNREACHABLE: {
    word: "Unreachable",
    advice: "Jira couldn’t reach Test IO at the last check. Test the connection again.",
    appearance: "moved",
  },
  PROJECT_UNAVAILABLE: {
    word: "Project unavailable",
    advice: "The project was archived or deleted. Delete the connection if it isn’t needed any more.",
    appearance: "default",
  },
};

export function statusWord(status: Status): string {
  return WORDS[status].word;
}

export function statusAdvice(status: Status): string {
  return WORDS[status].advice;
}

export function StatusLozenge({ status }: { status: Status }) {
  const { word, appearance } = WORDS[status];
  return <Lozenge appearance={appearance}>{word}</Lozenge>;
}
