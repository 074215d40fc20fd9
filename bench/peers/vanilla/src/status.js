/** What each status is called, and what to do about it. */
import { h, setText } from "./dom.js";

const WORDS = {
  INACTIVE: ["Inactive", "Enter an API key to activate it."],
  KEY_MISSING: ["Key missing", "This project isn’t linked to Test IO until you save an API key."],
  CONNECTED: ["Connected", "Test IO accepted the API key."],
  UNVERIFIED: [
    "Not verified",
    "The API key was saved without asking Test IO. Test the connection to be sure.",
  ],
  KEY_REJECTED: ["Key rejected", "Test IO no longer accepts the API key. Replace it with a current one."],
  UNREACHABLE: ["Unreachable", "Jira couldn’t reach Test IO at the last check. Test the connection again."],
  PROJECT_UNAVAILABLE: [
    "Project unavailable",
    "The project was archived or deleted. Delete the connection if it isn’t needed any more.",
  ],
};

export const statusWord = (status) => WORDS[status][0];
export const statusAdvice = (status) => WORDS[status][1];

/** A lozenge that shows no status yet. */
export const lozenge = () => h("span", { class: "lozenge" });

export function setStatus(element, status) {
  element.className = `lozenge lozenge-${status}`;
  setText(element, statusWord(status));
}
