// The city's budget: the way to what is free, and what is promised beyond what the council gave.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { accessibilityFindings, markupFindings, startBrowser } from "../browser.mjs";
import { beyondAppropriation } from "../budget.mjs";
import { startServer } from "../server.mjs";
import { signedIn } from "../signed-in.mjs";

let browser;

before(async () => {
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
});

test("from the front page to what is free on a budget line in three clicks", async () => {
  const server = await startServer();
  try {
    const [{ page }] = await signedIn(browser, server, ["talous"]);
    await page.goto("/");
    const clicks = [
      page.getByRole("link", { name: "Virkailijan kirjautuminen" }),
      page.getByRole("link", { name: "Talousarvio", exact: true }),
      page.getByRole("link", { name: "2020", exact: true }),
    ];
    for (const link of clicks) {
      await Promise.all([page.waitForLoadState("load"), link.click()]);
    }
    await page.waitForURL("**/talousarvio/2020");
    const row = page.locator("#kohdat tr", { hasText: "190214490" });
    assert.match(await row.locator("td").last().innerText(), /^70\s000,00\s€$/);
  } finally {
    await server.stop();
  }
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with scripts" : "without scripts";
  test(`more than the council gave is signed only with a reason ${how}`, async () => {
    const server = await startServer();
    try {
      const names = ["talous", "valmistelija", "kaupunginjohtaja"];
      const officials = await signedIn(browser, server, names, { javaScriptEnabled });
      const [finance, preparer, manager] = officials;
      const shown = new Map();
      for (const { page } of officials) {
        page.on("response", (response) => {
          const isPage = response.request().isNavigationRequest() && response.status() !== 303;
          if (isPage) shown.set(page, response);
        });
      }
      const reached = [];
      for await (const [page, where] of beyondAppropriation(
        finance.page,
        preparer.page,
        manager,
      )) {
        reached.push(where);
        if (javaScriptEnabled) {
          assert.deepEqual(await accessibilityFindings(page), [], where);
        } else {
          assert.deepEqual(await markupFindings(await shown.get(page).text()), [], where);
        }
        if (where === "a signature without the reason") {
          assert.match(await page.locator("main").innerText(), /Perustele ylitys/);
        }
      }
      assert.equal(reached.length, 10);
      await finance.page.goto("/tyopoyta/talousarvio/2023");
      const budget = await finance.page.locator("main").innerText();
      assert.match(budget, /Määräraha Elinvoima 2023 ylittyy 100,00\s€/);
      assert.match(budget, /Lisämääräraha on valtuustossa 20\.9\.2023\./);
    } finally {
      await server.stop();
    }
  });
}
