// What becomes of promises, and a budget from a file: each page is judged as it is come to, with
// scripts and without.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { accessibilityFindings, markupFindings, startBrowser } from "../browser.mjs";
import { importedBudget, ofCommitment, ofOtherFunders } from "../money.mjs";
import { startServer } from "../server.mjs";
import { signedIn } from "../signed-in.mjs";

let browser;

before(async () => {
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with scripts" : "without scripts";
  test(`finance records payments and a budget from a file ${how}`, async () => {
    const server = await startServer();
    try {
      const narrow = { javaScriptEnabled, viewport: { width: 360, height: 900 } };
      const [{ page }] = await signedIn(browser, server, ["talous"], narrow);
      let shown;
      page.on("response", (response) => {
        const isPage = response.request().isNavigationRequest() && response.status() !== 303;
        shown = isPage ? response : shown;
      });
      const judge = async (where) => {
        if (javaScriptEnabled) {
          assert.deepEqual(await accessibilityFindings(page), [], where);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.equal(width, 360, `${where} scrolls sideways`);
        } else {
          assert.deepEqual(await markupFindings(await shown.text()), [], where);
        }
      };
      const main = () => page.locator("main").innerText();
      for await (const where of ofCommitment(page)) {
        await judge(where);
        if (where === "a promise with all its entries") {
          assert.match(await main(), /900,00\s€/);
        }
      }
      for await (const where of ofOtherFunders(page)) {
        await judge(where);
      }
      assert.match(await main(), /Kainuun liitto[^]*100\s000,00\s€/);
      for await (const where of importedBudget(page)) {
        await judge(where);
      }
      assert.match(await main(), /190214490 Yrityspalveluseteli/);
      assert.match(await main(), /120\s000,00\s€/);
    } finally {
      await server.stop();
    }
  });
}
