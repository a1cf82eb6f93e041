// Every public page, in every language: valid, accessible, without script, with or without it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";

import { DECISION, MISSING, PUBLIC, inEveryLanguage } from "../addresses.mjs";
import { accessibilityFindings, markupFindings, openPage, startBrowser } from "../browser.mjs";
import { startServer } from "../server.mjs";

let server;
let browser;

before(async () => {
  [server, browser] = await Promise.all([startServer({ mail: true }), startBrowser()]);
});

after(async () => {
  await Promise.all([browser?.close(), server?.stop()]);
});

const get = (address, options) => fetch(`${server.address}${address}`, options);

describe("every public page", () => {
  const every = [...PUBLIC, MISSING].flatMap(inEveryLanguage);

  test("is valid HTML without script, cookie or inline style", async () => {
    for (const address of every) {
      const response = await get(address);
      const html = await response.text();
      assert.equal(response.status, address.endsWith(MISSING) ? 404 : 200, address);
      assert.deepEqual(await markupFindings(html), [], address);
      assert.ok(!html.includes("<script"), `${address} has a script`);
      assert.ok(!html.includes(" style="), `${address} has an inline style`);
      assert.equal(response.headers.get("set-cookie"), null, address);
      assert.match(response.headers.get("content-security-policy"), /default-src 'none'/, address);
    }
  });

  test("has no WCAG 2.2 AA finding at either width, and the browser complains of nothing", async () => {
    for (const width of [1280, 360]) {
      const { page, complaints, requests, close } = await openPage(browser, server.address, {
        viewport: { width, height: 900 },
      });
      for (const address of every.filter((one) => !one.endsWith(MISSING))) {
        await page.goto(address);
        assert.deepEqual(await accessibilityFindings(page), [], `${address} at ${width}`);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.ok(overflow <= 0, `${address} is ${overflow} px too wide at ${width}`);
      }
      assert.deepEqual(complaints, []);
      const foreign = requests.filter((request) => !request.startsWith(server.address));
      assert.deepEqual(foreign, []);
      await close();
    }
  });

  test("says the same with JavaScript off", async () => {
    const read = async (javaScriptEnabled) => {
      const { page, close } = await openPage(browser, server.address, { javaScriptEnabled });
      const texts = [];
      for (const address of PUBLIC) {
        await page.goto(address);
        texts.push(await page.locator("main").innerText());
      }
      await close();
      return texts;
    };
    assert.deepEqual(await read(false), await read(true));
  });

  test("names its language and the others", async () => {
    for (const [lang, address] of [["fi", DECISION], ["sv", `/sv${DECISION}`], ["en", `/en${DECISION}`]]) {
      const html = await (await get(address)).text();
      assert.match(html, new RegExp(`<html lang="${lang}"`));
      for (const other of ["fi", "sv", "en"]) {
        assert.match(html, new RegExp(`hreflang="${other}"`), `${address} does not link ${other}`);
      }
    }
  });
});

describe("the decision page of the seed", () => {
  test("weighs at most 15 kB and shows dates, shares and euros", async () => {
    const html = await (await get(DECISION)).text();
    assert.ok(gzipSync(html, { level: 9 }).length <= 15_000);
    const { page, close } = await openPage(browser, server.address);
    await page.goto(DECISION);
    const text = (await page.locator("main").innerText()).replaceAll("\u00a0", " ");
    for (const shown of ["25.8.2023", "8.9.2023", "15.00", "80 %", "20 %", "2 500,00 €", "5 000,00 €"]) {
      assert.ok(text.includes(shown), `${shown} is not shown`);
    }
    assert.match(text, /18 päivää/);
    assert.match(text, /ei tiedossa/i);
    // Nothing about who was served when is public.
    assert.ok(!/postitus|lähetetty kirje/i.test(text));
    await close();
  });

  test("never collapses the appeal section", async () => {
    const { page, close } = await openPage(browser, server.address);
    await page.goto(DECISION);
    assert.equal(await page.locator("details").filter({ hasText: "8.9.2023" }).count(), 0);
    await close();
  });

  test("counts days by the clock, to the minute", async () => {
    const at = async (clock) => {
      const other = await startServer({ clock });
      const html = await (await fetch(`${other.address}${DECISION}`)).text();
      await other.stop();
      return html.replaceAll("\u00a0", " ");
    };
    assert.match(await at("2023-09-08T14:59:00+03:00"), /viimeinen päivä on tänään|tänään/i);
    assert.match(await at("2023-09-08T15:00:00+03:00"), /päättyn/i);
  });

  test("answers its PDF, and conditional requests", async () => {
    const pdf = await get(`${DECISION}.pdf`);
    assert.equal(pdf.status, 200);
    assert.equal(pdf.headers.get("content-type"), "application/pdf");
    const page = await get(DECISION);
    const tag = page.headers.get("etag");
    assert.ok(tag);
    const again = await get(DECISION, { headers: { "if-none-match": tag } });
    assert.equal(again.status, 304);
    assert.equal(page.headers.get("cache-control"), "no-cache");
  });

  test("is found by other spellings of its case number", async () => {
    const response = await get("/asiat/kajdno%202023%20912", { redirect: "manual" });
    assert.equal(response.status, 301);
    assert.equal(response.headers.get("location"), "/asiat/KAJDno-2023-912");
  });
});
