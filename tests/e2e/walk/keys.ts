/** What somebody may type into the page, by the numbers of the steps. */
import { KEYS as DEMO } from "../support/demo.ts";

/** Keys: two that Test IO accepts, one that it refuses, one that is too short for a hint, and one that is none. */
export const KEYS = [DEMO.acmeEu, DEMO.acmeUs, DEMO.revoked, "short-key", "•••• 1111"] as const;

/** The key that the other administrator saves. */
export const THEIR_KEY = DEMO.globex;

/** Account labels. One differs from another by a space alone. */
export const LABELS = ["ACME US", "ACME EU", "ACME ", "", "Other"] as const;

/** What a password manager puts into the key field. */
export const AUTOFILLED = "the-admins-own-password";

/** What the person calls a whole account. */
export const NAMES = ["Renamed", "Renamed again"] as const;
