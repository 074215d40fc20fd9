/** How `cargo xtask gallery` takes its pictures: as the tests run, with E2E_GALLERY for where the pictures go. */
import base from "../playwright.config.ts";
import { defineConfig } from "@playwright/test";

export default defineConfig({ ...base, testDir: ".", testMatch: "gallery.ts", timeout: 120_000, reporter: [["list"]] });
