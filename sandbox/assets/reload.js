// Reloads the admin page, and our page with it, once our page has been built anew.
"use strict";

const { built } = document.currentScript.dataset;

async function reloadWhenBuilt() {
  for (;;) {
    const answer = await fetch(`/jira/sandbox/changes?since=${built}`).catch(() => undefined);
    if (answer?.status === 200) {
      window.location.reload();
      return;
    }
    if (answer?.status !== 204) {
      // The sandbox itself is being started anew.
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

reloadWhenBuilt();
