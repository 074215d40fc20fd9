import { createRequire } from "node:module";

import react from "@vitejs/plugin-react";
import type { setBooleanFeatureFlagResolver as SetResolver } from "@atlaskit/platform-feature-flags";
import type { getThemeStyles as GetThemeStyles } from "@atlaskit/tokens/get-theme-styles";
import { defineConfig, type Plugin } from "vite";

// Node itself finds no entry points in Atlaskit's packages but the CommonJS ones.
const require = createRequire(import.meta.url);
const { getThemeStyles } = require("@atlaskit/tokens/get-theme-styles") as { getThemeStyles: typeof GetThemeStyles };
const { setBooleanFeatureFlagResolver } = require("@atlaskit/platform-feature-flags") as {
  setBooleanFeatureFlagResolver: typeof SetResolver;
};

// As in src/main.tsx.
setBooleanFeatureFlagResolver(() => false);

/**
 * Atlaskit's themes as a style sheet.
 *
 * Its own loader inserts them as `<style>` elements while the page runs, which the page's Content Security Policy
 * forbids. Taken at build time they need no exception, and no script either.
 */
function atlaskitThemes(): Plugin {
  const name = "virtual:atlaskit-themes.css";
  const resolved = `\0${name}`;
  return {
    name: "atlaskit-themes",
    resolveId: (id) => (id === name ? resolved : undefined),
    load: async (id) => {
      if (id !== resolved) {
        return undefined;
      }
      const wanted = { light: "light", dark: "dark", colorMode: "auto", typography: "typography" } as const;
      const themes = await getThemeStyles(wanted);
      return themes.map(({ css }) => css).join("\n");
    },
  };
}

export default defineConfig({
  // Works under any context path.
  base: "./",
  plugins: [react(), atlaskitThemes()],
  build: {
    target: "es2022",
    // What it weighs is what the bench is to find out.
    chunkSizeWarningLimit: 1000,
    rollupOptions: {
      output: {
        // The sandbox, like many servers, tells a name with a hash by its hexadecimal digits, and lets it be cached
        // for good.
        hashCharacters: "hex",
        entryFileNames: "[name]-[hash].js",
        chunkFileNames: "[name]-[hash].js",
        assetFileNames: "[name]-[hash][extname]",
      },
    },
  },
});
