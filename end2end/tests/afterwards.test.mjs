// What becomes of a published decision when something was wrong with it: each page is judged as it
// is come to, with scripts and without.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DECISION } from "../addresses.mjs";
import { afterwards } from "../afterwards.mjs";
import { accessibilityFindings, markupFindings, openPage, startBrowser } from "../browser.mjs";
import { exampleUsers, signIn, startServer } from "../server.mjs";

const REGISTRAR = "kirjaaja@esimerkki.invalid";

let browser;

before(async () => {
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with scripts" : "without scripts";
  test(`a decision is corrected and withdrawn ${how}`, async () => {
    const server = await startServer();
    try {
      const { page, close } = await openPage(browser, server.address, { javaScriptEnabled });
      await signIn(page, exampleUsers(server.demo).find((user) => user.email === REGISTRAR));
      let shown;
      page.on("response", (response) => {
        const isPage = response.request().isNavigationRequest() && response.status() !== 303;
        shown = isPage ? response : shown;
      });
      let reached = 0;
      for await (const where of afterwards(page, DECISION)) {
        reached += 1;
        if (javaScriptEnabled) {
          assert.deepEqual(await accessibilityFindings(page), [], where);
        } else {
          assert.deepEqual(await markupFindings(await shown.text()), [], where);
        }
      }
      assert.equal(reached, 13);
      const told = await (await fetch(`${server.address}${DECISION}`)).text();
      assert.match(told, /Päätöksen tekstiä tarkistetaan\./);
      assert.ok(!told.includes("Korjattu."), "the text itself is gone");
      await close();
    } finally {
      await server.stop();
    }
  });
}
