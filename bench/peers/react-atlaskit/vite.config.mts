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

/**
 * Atlaskit's icons as elements.
 *
 * An icon is a string of SVG that its component assigns to `innerHTML`, which the page's Content Security Policy forbids
 * by Trusted Types. Parsed at build time it needs no exception. The elements are made once for each icon, because the
 * component is memoised by them.
 */
function atlaskitGlyphs(): Plugin {
  const icon = /\/@atlaskit\/icon\/core\/[^/]+\.js$/;
  const component = /\/@atlaskit\/icon\/dist\/[^/]+\/components\/icon-new\.js$/;
  const glyph = /(?<=dangerouslySetGlyph: )`([^`]*)`/;
  const inserted = "dangerouslySetInnerHTML: dangerouslySetInnerHTML";
  const changed = (code: string, id: string, found: string | RegExp, by: string) => {
    const result = code.replace(found, by);
    if (result === code) {
      throw new Error(`${id} is not written as expected, and would need innerHTML`);
    }
    return result;
  };
  return {
    name: "atlaskit-glyphs",
    transform: (code, id) => {
      if (component.test(id)) {
        return { code: changed(code, id, inserted, "children: dangerouslySetGlyph"), map: null };
      }
      if (icon.test(id)) {
        const elements = elementsOf(glyph.exec(code)?.[1] ?? "", id);
        return { code: `${changed(code, id, glyph, "glyph")}\nconst glyph = [${elements.join()}];\n`, map: null };
      }
      return undefined;
    },
  };
}

/** Calls of `createElement` for an SVG of elements without children, in the words of the icons' own modules. */
function elementsOf(svg: string, id: string): readonly string[] {
  const element = /<(\w+)((?: [\w-]+="[^"]*")*)\/>/g;
  if (svg.replace(element, "") !== "") {
    throw new Error(`the glyph of ${id} has more than elements without children`);
  }
  return [...svg.matchAll(element)].map(([, name, written = ""], key) => {
    const attributes = [...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, attribute = "", value]) => [
      attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]);
    const props = { key, ...Object.fromEntries(attributes) };
    return `_react.default.createElement(${JSON.stringify(name)}, ${JSON.stringify(props)})`;
  });
}

export default defineConfig({
  // Works under any context path.
  base: "./",
  plugins: [react(), atlaskitThemes(), atlaskitGlyphs()],
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
