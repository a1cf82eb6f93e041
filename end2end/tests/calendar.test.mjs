// Calendar files as somebody else's program reads them.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import { DECISION, inEveryLanguage } from "../addresses.mjs";
import { openPage, startBrowser } from "../browser.mjs";
import { exampleUsers, signIn, startServer } from "../server.mjs";

const READER = new URL("../calendar/read.py", import.meta.url).pathname;
const REGISTRAR = "kirjaaja@esimerkki.invalid";
const DECISION_UID = "kaupunginjohtaja.2023.5@127.0.0.1";

let server;
let browser;

before(async () => {
  [server, browser] = await Promise.all([startServer(), startBrowser()]);
});

after(async () => {
  await Promise.all([browser?.close(), server?.stop()]);
});

/** What a calendar file says, as the reader of `requirements.txt` understands it. */
async function read(content) {
  const python = process.env.HANKEREKISTERI_PYTHON;
  assert.ok(python, "HANKEREKISTERI_PYTHON is not set: run `cargo xtask test --only browser`");
  const run = promisify(execFile)(python, [READER]);
  run.child.stdin.end(content);
  return JSON.parse((await run).stdout);
}

/** The calendar file at an address, as bytes. */
async function file(address, options) {
  const response = await fetch(`${server.address}${address}`, options);
  assert.equal(response.status, 200, address);
  assert.equal(response.headers.get("content-type"), "text/calendar; charset=utf-8", address);
  return Buffer.from(await response.arrayBuffer());
}

const spaced = (text) => text.replaceAll("\u00a0", " ");

test("a decision's calendar has its last day in each language", async () => {
  const summaries = [/Viimeinen päivä klo 15\.00/, /Sista dagen kl\. 15\.00/, /Last day at 15:00/];
  for (const [at, address] of inEveryLanguage(`${DECISION}.ics`).entries()) {
    const { events } = await read(await file(address));
    assert.equal(events.length, 1, address);
    const [event] = events;
    assert.equal(event.DTSTART, "2023-09-08");
    assert.equal(event.UID, DECISION_UID);
    assert.ok(event.SEQUENCE >= 1, String(event.SEQUENCE));
    assert.equal(event.STATUS, "CONFIRMED");
    assert.equal(event.URL, `${server.address}${DECISION}`);
    assert.match(event.DTSTAMP, /\+00:00$/);
    assert.match(spaced(event.SUMMARY), summaries[at]);
    assert.match(spaced(event.DESCRIPTION), /25(\.8\.| August )2023/);
  }
});

test("the calendar of the list has the last days of every decision with one, in their order", async () => {
  const { name, events } = await read(await file("/paatokset.ics"));
  assert.match(name, /Kajaanin kaupunki/);
  const days = events.map((event) => event.DTSTART);
  assert.deepEqual(days, [...days].sort());
  const uids = events.map((event) => event.UID);
  assert.equal(new Set(uids).size, uids.length);
  assert.ok(uids.includes(DECISION_UID));
  for (const event of events) {
    assert.match(event.SUMMARY, /kunnan jäsen/);
  }
  const narrowed = async (query) => (await read(await file(`/paatokset.ics?${query}`))).events;
  const mayors = await narrowed("paatoksentekija=kaupunginjohtaja&vuosi=2023");
  assert.ok(mayors.length > 0 && mayors.every(({ UID }) => UID.startsWith("kaupunginjohtaja.2023.")));
  assert.deepEqual(await narrowed("paatoksentekija=kaupunginjohtaja&vuosi=2022"), []);
  assert.deepEqual(await file("/paatokset.ics"), await file("/paatokset.ics"), "the same bytes");
});

test("the officials' calendar has the parties' last days too, for who is signed in", async () => {
  const closed = await fetch(`${server.address}/tyopoyta/kalenteri.ics`, { redirect: "manual" });
  assert.equal(closed.status, 303);
  const { page, close } = await openPage(browser, server.address);
  await signIn(page, exampleUsers(server.demo).find(({ email }) => email === REGISTRAR));
  // The party of the seed decision got it against a receipt.
  await page.goto("/tyopoyta");
  await page.locator('main a[href*="/tiedoksianto/"]').first().click();
  await page.waitForURL("**/tiedoksianto/**");
  const service = new URL(page.url()).pathname.split("/").at(-1);
  await page.selectOption('main [name="means"]', "proof");
  await page.fill('main [name="event_on"]', "18.8.2023");
  await Promise.all([page.waitForURL("**?tehty=*"), page.click('main form button[value="save"]')]);
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  await close();
  const { events } = await read(await file("/tyopoyta/kalenteri.ics", { headers: { cookie } }));
  const everybodys = await read(await file("/paatokset.ics"));
  const members = events.filter((event) => event.CLASS !== "CONFIDENTIAL");
  assert.deepEqual(
    members.map(({ UID, DTSTART }) => [UID, DTSTART]).sort(),
    everybodys.events.map(({ UID, DTSTART }) => [UID, DTSTART]).sort(),
  );
  const [party, ...others] = events.filter((event) => event.CLASS === "CONFIDENTIAL");
  assert.deepEqual(others, []);
  assert.equal(party.UID, `${service}@127.0.0.1`);
  assert.equal(party.DTSTART, "2023-09-01");
  assert.equal(party.SEQUENCE, 2);
  assert.match(party.SUMMARY, /asianosainen/);
  assert.match(party.URL, /\/tyopoyta\/paatokset\//);
});
