// Officials at work: the whole path without JavaScript, and what the island adds with it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { inEveryLanguage } from "../addresses.mjs";
import { accessibilityFindings, markupFindings, openPage, startBrowser } from "../browser.mjs";
import { submit } from "../forms.mjs";
import { exampleUsers, signIn, startServer } from "../server.mjs";

const PREPARER = "valmistelija@esimerkki.invalid";
const REGISTRAR = "kirjaaja@esimerkki.invalid";
const DECISION_MAKER = "kaupunginjohtaja@esimerkki.invalid";

const CASE = "/tyopoyta/asiat/KAJDno-2023-1500";
const PROJECT = "/tyopoyta/hankkeet/koehanke";

let server;
let browser;

before(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
});

after(async () => {
  await Promise.all([browser?.close(), server?.stop()]);
});

/** Opens a page for an official who has signed in. */
async function at(email, options) {
  const opened = await openPage(browser, server.address, options);
  await signIn(opened.page, exampleUsers(server.demo).find((user) => user.email === email));
  return opened;
}

test("a decision goes from case to publication without JavaScript", async () => {
  const without = { javaScriptEnabled: false };
  const preparer = await at(PREPARER, without);
  const { page } = preparer;
  await page.goto("/tyopoyta/asiat/uusi");
  await submit(page, { number: "KAJDno-2023-1500", public_title: "Koehankkeen kuntarahoitus" });
  assert.match(page.url(), /KAJDno-2023-1500/);

  await page.goto(`${CASE}/hankkeet/uusi`);
  await submit(page, { name: "Koehanke", summary: "Kokeilu.", first_month: "9/2023", last_month: "12/2024" }, "save");
  assert.match(page.url(), /hankkeet\/koehanke/);

  await page.goto(`${PROJECT}/rahoitus`);
  await submit(
    page,
    { reason: "Ensimmäinen suunnitelma", "rows-0-funders": "Kajaanin kaupunki", "rows-0-category": "municipal_share", "rows-0-2024": "1 000,00", "rows-0-total": "1 000,00" },
    "save",
  );
  assert.match(page.url(), /hankkeet\/koehanke/);

  await page.goto(`${CASE}/paatokset/uusi`);
  await page.locator('main select[name="project"]').selectOption({ label: "Koehanke" });
  await submit(page, { kind: "grant", series: "kaupunginjohtaja" }, "save");
  assert.match(page.url(), /\/luonnos$/);
  const sheet = new URL(page.url()).pathname.replace(/\/luonnos$/, "");
  await submit(page, {}, "add-commitment");
  const party = await page
    .locator('main select[name="parties-0-organisation"] option')
    .filter({ hasText: "ammattikorkeakoulu" })
    .first()
    .getAttribute("value");
  await submit(
    page,
    {
      title: "Koehankkeen kuntarahoitus",
      series: "kaupunginjohtaja",
      section: "77",
      resolution: "Kaupunki myöntää hankkeelle 1 000 euroa vuonna 2024.",
      background: "Hanke on pieni.",
      authority: "Hallintosääntö 17 §",
      "commitments-0-year": "2024",
      "commitments-0-amount": "1 000",
      "commitments-0-strength": "granted",
      contact_office: "Kaupunginjohtaja",
      "parties-0-organisation": party,
      "parties-0-means": "letter",
      remedy: "rectification",
    },
    "check",
  );
  assert.match(page.url(), /tarkista/);
  await submit(page, {}, "send");
  await preparer.close();

  const maker = await at(DECISION_MAKER, without);
  await maker.page.goto(`${sheet}/allekirjoita`);
  await submit(maker.page, { password: "esimerkki-kaupunginjohtaja", confirmed: "yes", no_conflict: "yes" }, "sign");
  assert.ok(maker.page.url().endsWith(sheet) || maker.page.url().includes("tehty"), maker.page.url());
  await maker.close();

  const registrar = await at(REGISTRAR, without);
  await registrar.page.goto(`${sheet}/julkaise`);
  await submit(registrar.page, {}, "publish");
  await registrar.close();

  const html = await (await fetch(`${server.address}/paatokset/kaupunginjohtaja/2023/77`)).text();
  assert.match(html, /Koehankkeen kuntarahoitus/);
  assert.ok(!html.includes("esimerkki.invalid"));
});

test("the registrar's desk asks for the posting day of the seed decision", async () => {
  const { page, complaints, close } = await at(REGISTRAR);
  await page.goto("/tyopoyta");
  const task = page.locator('main a[href*="/tiedoksianto/"]').first();
  const address = await task.getAttribute("href");
  await task.click();
  await page.waitForURL("**/tiedoksianto/**");
  assert.equal(await page.locator('main [name="event_on"]').count(), 1);
  // The sheet says why the party's period has no dates, and shows the members' one.
  await page.goto(address.replace(/\/tiedoksianto\/.*/, ""));
  const text = (await page.locator("main").innerText()).replaceAll("\u00a0", " ");
  assert.match(text, /postituspäiv/i);
  assert.match(text, /8\.9\.2023/);
  assert.deepEqual(complaints, []);
  await close();
});

test("every officials' page is valid, accessible and quiet", async () => {
  const addresses = [
    "/tyopoyta",
    "/tyopoyta/asiat/uusi",
    "/tyopoyta/organisaatiot",
    "/tyopoyta/muistutukset",
    "/tyopoyta/muutoksenhaut",
    "/tyopoyta/otto-oikeus",
    "/tyopoyta/asiat/KAJDno-2023-912",
    "/tyopoyta/asiat",
    "/tyopoyta/asiat/KAJDno-2023-912/asiakirjat/saapunut",
    "/tyopoyta/asiat/KAJDno-2023-912/asiakirjat/oma",
    "/tyopoyta/asiat/KAJDno-2023-912/osalliset/uusi",
    "/tyopoyta/asiat/KAJDno-2023-912/liittyvat",
    "/tyopoyta/tehtavaluokat",
    "/tyopoyta/tehtavaluokat/02.05.01",
    "/tyopoyta/asiatunnukset",
    "/tyopoyta/havitys",
    "/tyopoyta/havitys/KAJDno-2023-912",
    "/tyopoyta/hankkeet/kaivoskumppani",
    "/tyopoyta/hankkeet/kaivoskumppani/tiedot",
    "/tyopoyta/hankkeet/kaivoskumppani/rahoitus",
    "/tyopoyta/hankkeet/kaivoskumppani/rahoittajat",
    "/tyopoyta/vajeet",
    "/tyopoyta/eraantyvat",
    "/tyopoyta/kalenteri",
    "/tyopoyta/kalenteri?kuukausi=2023-09",
    "/tyopoyta/kalenteri?nakyma=lista",
    "/tyopoyta/sitoumukset",
    "/tyopoyta/sitoumukset?vuosi=2022",
    "/tyopoyta/rahoitus",
    "/tyopoyta/rahoitus/rivit?rahoittaja=muut",
    "/tyopoyta/talousarvio/2022/toteuma",
    "/tyopoyta/talousarvio/2022/maksut",
    "/tyopoyta/kalenteri?kuukausi=2030-01&paatoksentekija=kaupunginjohtaja",
  ];
  for (const width of [1280, 360]) {
    const options = { viewport: { width, height: 900 } };
    const walks = [
      [await openPage(browser, server.address, options), ["/kirjaudu"]],
      [await at(PREPARER, options), addresses],
    ];
    for (const [{ page, complaints, close }, places] of walks) {
      for (const address of places.flatMap(inEveryLanguage)) {
        const response = await page.goto(address);
        assert.equal(response.status(), 200, address);
        assert.deepEqual(await markupFindings(await response.text()), [], address);
        assert.deepEqual(await accessibilityFindings(page), [], `${address} at ${width}`);
      }
      assert.deepEqual(complaints, []);
      await close();
    }
  }
});

test("the calendar of last days leads from month to month and to the list without JavaScript", async () => {
  const { page, close } = await at(PREPARER, { javaScriptEnabled: false });
  await page.goto("/tyopoyta");
  await page.click('main a[href="/tyopoyta/kalenteri"]');
  assert.match(await page.locator("caption").innerText(), /elokuu 2023/);
  await page.click('main a[rel="next"]');
  assert.match(page.url(), /kuukausi=2023-09$/);
  const day = page.locator("main td", { has: page.locator('time[datetime="2023-09-08"]') });
  assert.match(await day.innerText(), /Kaupunginjohtaja §.5\/2023 kunnan jäsen, klo.15\.00/);
  await page.selectOption('main [name="hanke"]', "kaivoskumppani");
  await Promise.all([page.waitForURL("**/kalenteri?*hanke=kaivoskumppani*"), page.click("main form.filter button")]);
  assert.match(page.url(), /kuukausi=2023-09/, "the month stays");
  await page.click('main a[href*="nakyma=lista"]');
  assert.match(await page.locator("main").innerText(), /pe.8\.9\.2023 klo.15\.00/);
  await page.click('main a[href*="/tyopoyta/paatokset/"]');
  assert.match(await page.locator("main").innerText(), /8\.9\.2023/);
  await close();
});

test("the island keeps the total of the funding rows while one types", async () => {
  const { page, complaints, close } = await at("talous@esimerkki.invalid");
  await page.goto("/tyopoyta/hankkeet/kaivoskumppani/rahoitus");
  const island = page.locator("leptos-island").first();
  await island.waitFor();
  const rows = await page.locator("main table tbody tr").count();
  await page.locator('main [name="rows-0-total"]').fill("1 234,56");
  await page.waitForFunction(() => document.querySelector("main").innerText.replaceAll("\u00a0", " ").includes("1 234,56 €"));
  await page.locator('main button[value="add-row"]:visible').first().click();
  await page.waitForFunction((before) => document.querySelectorAll("main table tbody tr").length > before, rows);
  assert.match(page.url(), /rahoitus$/);
  assert.deepEqual(complaints, []);
  await close();
});

test("a foreign page cannot send a form", async () => {
  const response = await fetch(`${server.address}/kirjaudu`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://evil.example" },
    body: "email=a&password=b",
  });
  assert.equal(response.status, 403);
});
