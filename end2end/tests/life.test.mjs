// The life of the Kaivoskumppani decision after its publication, as a registrar works on it in the
// browser: the posting day, claims on the last second and after it, their outcomes, legal force.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { accessibilityFindings, markupFindings, openPage, startBrowser } from "../browser.mjs";
import { DECISION } from "../addresses.mjs";
import { submit } from "../forms.mjs";
import { exampleUsers, signIn, startServer } from "../server.mjs";

const REGISTRAR = "kirjaaja@esimerkki.invalid";

let server;
let browser;

before(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
});

after(async () => {
  await Promise.all([browser?.close(), server?.stop()]);
});

/** A page of the registrar, signed in at the moment that the server's clock shows. */
async function registrar() {
  const opened = await openPage(browser, server.address);
  await signIn(opened.page, exampleUsers(server.demo).find((user) => user.email === REGISTRAR));
  return opened;
}

/** Opens a page and has it judged before anything is typed. */
async function visit(page, address) {
  const response = await page.goto(address);
  assert.equal(response.status(), 200, address);
  assert.deepEqual(await markupFindings(await response.text()), [], address);
  assert.deepEqual(await accessibilityFindings(page), [], address);
}

/** The text of the page's main part with plain spaces. */
async function text(page) {
  return (await page.locator("main").innerText()).replaceAll("\u00a0", " ");
}

async function fileClaim(page, sheet, at) {
  await visit(page, `${sheet}/muutoksenhaku`);
  await submit(page, {
    received_on: "8.9.2023",
    received_at: at,
    way: "e_mail",
    filer: "Kunnan jäsen",
    standing: "municipal_member",
    handled_by: "Kaupunginhallitus",
  });
}

test("from the posting day to the certificate of legal force", async () => {
  let { page, complaints, close } = await registrar();
  await page.goto("/tyopoyta");
  const task = await page.locator('main a[href*="/tiedoksianto/"]').first().getAttribute("href");
  const sheet = task.replace(/\/tiedoksianto\/.*/, "");
  await visit(page, task);
  await submit(page, { means: "letter", event_on: "18.8.2023" });
  assert.match(await text(page), /Oikaisuvaatimusaika käynnissä 8\.9\.2023 asti/);
  for (const form of ["asianosainen", "lainvoima"]) {
    await visit(page, `${sheet}/${form}`);
  }
  for (const list of ["/tyopoyta/muutoksenhaut", "/tyopoyta/otto-oikeus"]) {
    await visit(page, list);
  }
  assert.deepEqual(complaints, []);
  await close();

  // The Monday after the last day.
  await server.restart("2023-09-11T09:00:00+03:00");
  ({ page, complaints, close } = await registrar());
  await fileClaim(page, sheet, "14.59.59");
  await fileClaim(page, sheet, "15.00.01");
  await visit(page, sheet);
  const filed = await text(page);
  assert.match(filed, /Oikaisuvaatimus vireillä/);
  assert.match(filed, /Ajoissa, 1 s ennen määräajan päättymistä/);
  assert.match(filed, /Myöhässä 1 s/);
  const outcomes = await page.locator('main a[href$="/ratkaisu"]').evaluateAll((all) => all.map(({ href }) => href));
  assert.equal(outcomes.length, 2);
  const told = await (await fetch(`${server.address}${DECISION}`)).text();
  assert.ok(!/vireillä|Myöhässä/.test(told), "nobody else is told of a claim");
  assert.deepEqual(complaints, []);
  await close();

  // Two days after the outcomes became final.
  await server.restart("2023-11-10T09:00:00+02:00");
  ({ page, close } = await registrar());
  await visit(page, `${sheet}/lainvoima/todistus`);
  await submit(page, { place: "Kajaani" });
  assert.match(await text(page), /lainvoim/i);
  assert.ok(page.url().endsWith("/todistus"), "it is refused while nothing was stated");
  assert.deepEqual(await accessibilityFindings(page), [], "a refused form");
  for (const [outcome, kind] of [[outcomes[0], "rejected"], [outcomes[1], "not_examined"]]) {
    await visit(page, new URL(outcome).pathname);
    await submit(page, { kind, on: "3.10.2023", reference: "§ 200", final_from: "8.11.2023" });
  }
  await visit(page, `${sheet}/lainvoima`);
  await submit(page, { registry_checked_on: "10.11.2023", court_checked_on: "10.11.2023" });
  assert.match(await text(page), /Lainvoimainen 8\.11\.2023 alkaen/);
  await visit(page, `${sheet}/lainvoima/todistus`);
  await submit(page, { place: "Kajaani" });
  const certificate = await page.locator('main a[href*="/lainvoima/"][href$=".pdf"]').first().getAttribute("href");
  const pdf = await page.request.get(certificate);
  assert.equal(pdf.headers()["content-type"], "application/pdf");
  await close();

  const since = (await (await fetch(`${server.address}${DECISION}`)).text()).replaceAll("\u00a0", " ");
  assert.match(since, /8\.11\.2023 alkaen/);
});
