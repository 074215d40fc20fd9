/** Light or dark, as the Jira page around this one has it, now and whenever it changes. */
export function mirrorHostTheme(): void {
  const own = document.documentElement;
  const host = window.parent.document.documentElement;
  own.dataset["theme"] = "light:light dark:dark typography:typography";
  const mirror = () => {
    own.dataset["colorMode"] = host.dataset["colorMode"] ?? "light";
  };
  mirror();
  new MutationObserver(mirror).observe(host, { attributeFilter: ["data-color-mode"] });
}
