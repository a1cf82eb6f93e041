// Starts the islands of a page. It does what Leptos' own inline script does, as a file, so that no
// page needs a content security policy that allows inline code.

import initialise, * as frontend from "./frontend.js";

/**
 * Hydrates every island below a node, an outer one before those among its children.
 *
 * @param {Element} node
 * @param {(() => void) | undefined} enterChildren Tells the outer island that its children come.
 */
async function hydrateIslands(node, enterChildren) {
  let enter = enterChildren;
  if (node.localName === "leptos-island") {
    await hydrateIsland(node, enter);
  } else if (node.localName === "leptos-children") {
    enter = node.$$on_hydrate;
  }
  for (const child of node.children) {
    await hydrateIslands(child, enter);
  }
}

/**
 * @param {HTMLElement} island
 * @param {(() => void) | undefined} enterChildren
 */
async function hydrateIsland(island, enterChildren) {
  const start = frontend[island.dataset.component];
  if (!start) {
    console.warn(`The browser code has no island ${island.dataset.component}.`);
    return;
  }
  enterChildren?.();
  await start(island);
}

await initialise();
frontend.hydrate();
await hydrateIslands(document.body, undefined);
