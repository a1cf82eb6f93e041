// Two officials at the same draft in two browsers, in ten seeded orders: nobody's text is lost.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openPage, startBrowser } from "../browser.mjs";
import { submit } from "../forms.mjs";
import { exampleUsers, signIn, startServer } from "../server.mjs";

const HANDS = ["valmistelija@esimerkki.invalid", "kirjaaja@esimerkki.invalid"];
const BEGIN = "/tyopoyta/asiat/KAJDno-2023-912/paatokset/uusi";

let server;
let browser;

before(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
});

after(async () => {
  await Promise.all([browser?.close(), server?.stop()]);
});

/** Seeded choices, the same in every run. */
function dice(seed) {
  let state = BigInt(seed) * 0x9e3779b97f4a7c15n + 1n;
  return (end) => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number((state >> 33n) % BigInt(end));
  };
}

async function at(email) {
  const opened = await openPage(browser, server.address);
  await signIn(opened.page, exampleUsers(server.demo).find((user) => user.email === email));
  return opened;
}

test("ten orders of opening and saving in two browsers lose no text", async () => {
  const hands = await Promise.all(HANDS.map(at));
  const pages = hands.map(({ page }) => page);
  await pages[0].goto(BEGIN);
  await Promise.all([pages[0].waitForURL("**/luonnos"), pages[0].click('main button[value="save"]')]);
  const form = new URL(pages[0].url()).pathname;
  // What was saved last, and which version of it each has open: the model that must hold.
  let saved = await pages[0].inputValue('main [name="title"]');
  let version = 1;
  const open = [undefined, undefined];
  for (let seed = 1; seed <= 10; seed += 1) {
    const choose = dice(seed);
    for (let step = 0; step < 6; step += 1) {
      const hand = choose(2);
      const page = pages[hand];
      if (open[hand] === undefined || choose(3) === 0) {
        await page.goto(form);
        assert.equal(await page.inputValue('main [name="title"]'), saved, `seed ${seed}, step ${step}`);
        open[hand] = version;
        continue;
      }
      const title = `Otsikko ${seed}.${step} selaimesta ${hand}`;
      await submit(page, { title }, "save");
      if (open[hand] === version) {
        assert.match(page.url(), /tehty=tallennettu/, `seed ${seed}, step ${step}`);
        saved = title;
        version += 1;
        open[hand] = version;
      } else {
        const text = await page.locator("main").innerText();
        assert.match(text, /Toinen käyttäjä tallensi välillä/);
        assert.ok(text.includes(saved) && text.includes(title), "both texts are shown");
        open[hand] = undefined;
      }
    }
  }
  await pages[0].goto(form);
  assert.equal(await pages[0].inputValue('main [name="title"]'), saved);
  for (const { complaints, close } of hands) {
    // The browser itself notes the answer 409 of a refused save.
    assert.deepEqual(complaints.filter((complaint) => !complaint.includes("409")), []);
    await close();
  }
});
