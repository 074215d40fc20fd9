/** Every state of the page that a person can meet. */
import { CONNECTIONS } from "./connections.ts";
import { DIALOGS } from "./dialogs.ts";
import { FAILURES } from "./failures.ts";
import { MAINTENANCE_HEALTH } from "./maintenance-health.ts";
import { MAINTENANCE_TOOLS } from "./maintenance-tools.ts";
import type { PageState } from "./state.ts";
import { TOOLS } from "./tools.ts";

export const STATES: readonly PageState[] = [...CONNECTIONS, ...FAILURES, ...DIALOGS, ...TOOLS, ...MAINTENANCE_HEALTH, ...MAINTENANCE_TOOLS];
