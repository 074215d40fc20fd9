// Theme and language of the stand-in Jira. The theme changes without a reload, as in Jira: our page has to follow.
"use strict";

const root = document.documentElement;
const systemIsDark = window.matchMedia("(prefers-color-scheme: dark)");

function remember(name, value) {
  document.cookie = `${name}=${value}; path=/jira; max-age=31536000; samesite=lax`;
}

function applyTheme(theme) {
  const isDark = theme === "dark" || (theme === "auto" && systemIsDark.matches);
  root.toggleAttribute("data-color-mode-auto", false);
  if (theme === "auto") {
    root.setAttribute("data-color-mode-auto", "true");
  }
  root.setAttribute("data-color-mode", isDark ? "dark" : "light");
}

const themeChoice = document.getElementById("sandbox-theme");
themeChoice.addEventListener("change", () => {
  remember("sandbox.theme", themeChoice.value);
  applyTheme(themeChoice.value);
});
systemIsDark.addEventListener("change", () => applyTheme(themeChoice.value));
applyTheme(themeChoice.value);

const localeChoice = document.getElementById("sandbox-locale");
localeChoice.addEventListener("change", () => {
  remember("sandbox.locale", localeChoice.value);
  window.location.reload();
});
