// Decisions from first draft to publication: what they cost, and what the islands add.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { accessibilityFindings, markupFindings, openPage, startBrowser } from "../browser.mjs";
import { counted, noEffort } from "../effort.mjs";
import { submit } from "../forms.mjs";
import { command, exampleUsers, signIn, startServer } from "../server.mjs";

const PREPARER = "valmistelija@esimerkki.invalid";
const REGISTRAR = "kirjaaja@esimerkki.invalid";
const DECISION_MAKER = "kaupunginjohtaja@esimerkki.invalid";
const PASSWORD = "esimerkki-kaupunginjohtaja";

const BEGIN = "/tyopoyta/asiat/KAJDno-2023-912/paatokset/uusi?hanke=kaivoskumppani";

const BACKGROUND = `Hanke vahvistaa kaivosten paikallisia alihankkijaverkostoja.

# Rahoitus

Aluekehitysrahasto rahoittaa 80 prosenttia ja muut toimijat 20 prosenttia.

# Perustelut

Hanke tuo työtä kainuulaisille yrityksille.`;

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
  // The desk, where everybody begins, is there before anything is counted.
  await opened.page.waitForLoadState("load");
  return opened;
}

/** The text of the page's main part with plain spaces. */
async function text(page) {
  return (await page.locator("main").innerText()).replaceAll("\u00a0", " ");
}

/** Begins a decision on the example project, and gives the address of its sheet. */
async function begin(page) {
  await page.goto(BEGIN);
  await Promise.all([page.waitForURL("**/luonnos"), page.click('main button[value="save"]')]);
  return new URL(page.url()).pathname.replace(/\/luonnos$/, "");
}

test("a decision like Kaivoskumppani costs at most 60 acts and 9 page loads", async (context) => {
  const effort = noEffort();
  const preparer = await at(PREPARER);
  const writing = counted(preparer.page, effort);
  await writing.open(BEGIN);
  await writing.choose("kind", "participation");
  await writing.press("save");
  await writing.write("background", BACKGROUND);
  await writing.press("check");
  assert.match(await text(preparer.page), /Lähettämisen jälkeen luonnosta ei voi muuttaa/);
  await writing.press("send");
  const sheet = new URL(preparer.page.url()).pathname;
  await preparer.close();

  const maker = await at(DECISION_MAKER);
  const signing = counted(maker.page, effort);
  await signing.follow(`main a[href="${sheet}/allekirjoita"]`);
  assert.match(await text(maker.page), /2 500,00 €/, "the money stands beside the text");
  await signing.fill("section", "61");
  await signing.fill("password", PASSWORD);
  await signing.tick("no_conflict");
  await signing.tick("confirmed");
  await signing.press("sign");
  await maker.close();

  const registrar = await at(REGISTRAR);
  const publishing = counted(registrar.page, effort);
  await publishing.follow(`main a[href="${sheet}/julkaise"]`);
  await publishing.press("publish");
  await registrar.close();

  const answer = await fetch(`${server.address}/paatokset/kaupunginjohtaja/2023/61`);
  const html = (await answer.text()).replaceAll("\u00a0", " ");
  assert.match(html, /osallistuu hankkeen Kaivoskumppani rahoitukseen/);
  context.diagnostic(`acts ${effort.acts}, page loads ${effort.loads}, texts ${effort.texts}`);
  assert.ok(effort.acts <= 60, `${effort.acts} clicks, fields and key commands`);
  assert.ok(effort.loads <= 9, `${effort.loads} page loads`);
});

test("an imported decision costs at most 20 acts and 4 page loads", async (context) => {
  // Another city's document of the same kind: the register holds the seed decision already.
  const folder = await mkdtemp(join(tmpdir(), "hankerekisteri-import-"));
  const document = new URL("../../../shared/seeds/002_90135898b5d6b260.txt", import.meta.url);
  const own = (await readFile(document, "utf8")).replaceAll("KAJDno-2023-912", "KAJDno-2023-913").replace(/^§ 5\s*$/mu, "§ 71");
  const file = join(folder, "paatos.txt");
  await writeFile(file, own);
  await command("--database", server.database, "--clock", "2023-08-21T09:00:00+03:00", "import", "decision", file);
  await rm(folder, { recursive: true });

  const { page, close } = await at(REGISTRAR);
  await page.goto("/tyopoyta/asiat/KAJDno-2023-913");
  const sheet = await page.locator('main a[href*="/tyopoyta/paatokset/"]').first().getAttribute("href");
  const effort = noEffort();
  const recording = counted(page, effort);
  await recording.open(`${sheet}/muualla`);
  await recording.fill("section", "71/2023");
  await recording.fill("no_later_than", "9.8.2023");
  await recording.fill("source", "Ote");
  await Promise.all([page.waitForEvent("load"), page.locator("main form button:visible").first().click()]);
  effort.acts += 1;
  assert.match(page.url(), /tehty=kirjattu/, await text(page));
  await recording.follow(`main a[href="${sheet}/julkaise"]`);
  await recording.fill("published_on", "18.8.2023");
  await recording.press("publish");
  assert.match(page.url(), /tehty=julkaistu/, await text(page));
  context.diagnostic(`acts ${effort.acts}, page loads ${effort.loads}`);
  assert.ok(effort.acts <= 20, `${effort.acts} clicks, fields and key commands`);
  assert.ok(effort.loads <= 4, `${effort.loads} page loads`);
  await close();
});

test("the buttons above a text type its markup, by keyboard too, and the preview shows it", async () => {
  const { page, complaints, close } = await at(PREPARER);
  await begin(page);
  const area = page.locator("#background");
  await area.fill("Maija Malli esitti.");
  await area.evaluate((element) => element.setSelectionRange(0, 11));
  const bar = page.locator('.editor:has([aria-controls="background"])');
  await bar.waitFor({ state: "visible" });
  await bar.getByRole("button", { name: "Henkilötieto" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await area.inputValue(), "{personal|Maija Malli} esitti.");
  assert.match(page.url(), /luonnos$/, "no button has sent the form");
  assert.deepEqual(await accessibilityFindings(page), []);
  await submit(page, {}, "preview");
  const preview = await page.locator('[aria-labelledby="esikatselu"]').innerText();
  assert.ok(!preview.includes("Maija") && preview.includes("esitti."), preview);
  assert.equal(await page.locator("#background").inputValue(), "{personal|Maija Malli} esitti.");
  assert.deepEqual(await accessibilityFindings(page), []);
  assert.deepEqual(complaints, []);
  await close();
});

test("what was typed and not saved is offered again, and who else writes is told", async () => {
  const first = await at(PREPARER);
  const sheet = await begin(first.page);
  await first.page.clock.install();
  await first.page.goto(`${sheet}/luonnos`);
  await first.page.locator("leptos-island .editor:visible").first().waitFor();
  await first.page.locator("#title").fill("Kesken jäänyt otsikko");
  const kept = first.page.waitForResponse((response) => response.url().endsWith("/autosave"));
  await first.page.clock.runFor(21_000);
  assert.equal((await kept).status(), 200);
  await first.page.waitForFunction(() => document.querySelector("main").innerText.includes("Kirjoittamasi on tallessa"));
  assert.deepEqual(first.complaints, []);
  await first.close();

  // Somebody else is told, without a script; the text is nobody else's.
  const other = await at(REGISTRAR, { javaScriptEnabled: false });
  const response = await other.page.goto(`${sheet}/luonnos`);
  assert.deepEqual(await markupFindings(await response.text()), []);
  const seen = await text(other.page);
  assert.match(seen, /on pitänyt tätä luonnosta auki klo \d+\.\d\d alkaen/);
  assert.ok(!seen.includes("tallentamatonta"), seen);
  await other.close();

  // While the offer stands, what is typed beside it does not take its place.
  const beside = await at(PREPARER);
  await beside.page.clock.install();
  await beside.page.goto(`${sheet}/luonnos`);
  await beside.page.locator("leptos-island .editor:visible").first().waitFor();
  let posts = 0;
  beside.page.on("request", (request) => { posts += request.method() === "POST" ? 1 : 0; });
  await beside.page.locator("#title").fill("Toinen otsikko");
  await beside.page.clock.runFor(61_000);
  assert.equal(posts, 0);
  await beside.close();

  const again = await at(PREPARER, { javaScriptEnabled: false });
  await again.page.goto(`${sheet}/luonnos`);
  assert.match(await text(again.page), /Sinulla on tallentamatonta tekstiä klo \d+\.\d\d/);
  await submit(again.page, {}, "take");
  assert.equal(await again.page.locator("#title").inputValue(), "Kesken jäänyt otsikko");
  await submit(again.page, {}, "save");
  assert.ok(!(await text(again.page)).includes("tallentamatonta"));
  await again.close();
});

test("a mention is marked with one click without JavaScript", async () => {
  const { page, close } = await at(PREPARER, { javaScriptEnabled: false });
  await begin(page);
  await submit(page, { background: "Esitti Maija Malli. Tutkija Priya Sharma kertoi." }, "check");
  await submit(page, {}, "mark");
  assert.match(await text(page), /\{personal\|Maija Malli\}/);
  await submit(page, {}, "dismiss");
  assert.equal(await page.locator("main .mentions__item").count(), 0);
  await close();
});
