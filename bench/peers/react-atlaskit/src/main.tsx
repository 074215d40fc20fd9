import "@atlaskit/css-reset";
import "virtual:atlaskit-themes.css";
import "./page.css";

import { setBooleanFeatureFlagResolver } from "@atlaskit/platform-feature-flags";
import { createRoot } from "react-dom/client";

import { ConnectionPage } from "./connection-page";
import { mirrorHostTheme } from "./theme";

// Jira Data Center has no feature gates; without this, Atlaskit asks a client for them that nobody has set up.
setBooleanFeatureFlagResolver(() => false);
mirrorHostTheme();
createRoot(document.getElementById("root")!).render(<ConnectionPage />);
