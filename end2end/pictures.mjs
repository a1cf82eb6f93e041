// Takes a picture of every page of the example register, wide, narrow and in print, and of every
// page of its PDF documents. The pages are found as people find them: by their links.

import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

import { DECISION } from "./addresses.mjs";
import { afterwards } from "./afterwards.mjs";
import { openPage, startBrowser } from "./browser.mjs";
import { beyondAppropriation } from "./budget.mjs";
import { importedBudget, ofCommitment, ofOtherFunders } from "./money.mjs";
import { exampleUsers, signIn, startServer } from "./server.mjs";
import { signedIn } from "./signed-in.mjs";

/** Where each walk starts; everything that it links to follows. */
const PUBLIC_STARTS = ["/", "/paatokset", "/hankkeet", "/kirjaudu", "/sv/", "/en/", "/ei-ole"];
const OFFICIALS_STARTS = [
  "/tyopoyta",
  "/tyopoyta/kalenteri?kuukausi=2023-09",
  "/tyopoyta/kalenteri?nakyma=lista",
];
const WIDTHS = [1280, 360];
/** Some lists link to themselves in endless forms; no walk needs more pages than this. */
const MOST_PAGES = 150;
const DOCUMENT = /\.pdf$/;
const DATA = /\.(csv|xlsx|json|atom|ics|zip)$/;

const folder = process.env.HANKEREKISTERI_PICTURES;
if (!folder) {
  throw new Error("HANKEREKISTERI_PICTURES is not set: run `cargo xtask pictures`");
}

const server = await startServer();
const browser = await startBrowser();
try {
  // Each with the cookies of the first who found it.
  const documents = new Map();
  await walk("public", PUBLIC_STARTS, documents);
  for (const user of exampleUsers(server.demo)) {
    await walk(user.email.split("@")[0], OFFICIALS_STARTS, documents, user);
  }
  await walkAlong("afterwards", ["kirjaaja"], ({ page }) => afterwards(page, DECISION));
  await walkAlong("budget", ["talous", "valmistelija", "kaupunginjohtaja"], beyondAppropriation);
  await walkAlong("commitment", ["talous"], ({ page }) => ofCommitment(page));
  await walkAlong("other-funders", ["talous"], ({ page }) => ofOtherFunders(page));
  await walkAlong("import", ["talous"], ({ page }) => importedBudget(page));
  for (const [address, cookie] of documents) {
    await pictureDocument(address, cookie);
  }
} finally {
  await browser.close();
  await server.stop();
}

/** Follows the links from some addresses, as a visitor or signed in. */
async function walk(who, starts, documents, user) {
  const { page, close } = await openPage(browser, server.address);
  if (user) {
    await signIn(page, user);
  }
  await mkdir(join(folder, who), { recursive: true });
  const waiting = [...starts];
  const seen = new Set(starts);
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const isOurs = (path) => !user || path.startsWith("/tyopoyta");
  for (let taken = 0; waiting.length > 0 && taken < MOST_PAGES; taken += 1) {
    const path = waiting.shift();
    await page.goto(path);
    await picture(page, join(folder, who, fileName(path)));
    for (const link of await links(page)) {
      if (DOCUMENT.test(link)) {
        documents.set(link, documents.get(link) ?? cookie);
      } else if (!DATA.test(link) && isOurs(link) && !seen.has(link)) {
        seen.add(link);
        waiting.push(link);
      }
    }
  }
  console.error(`    ${who}: ${seen.size - waiting.length} pages`);
  await close();
}

/**
 * The pages of a way that no link of the example leads along, as some example users go it together.
 * A step is where they are, or the page with it where there are several.
 */
async function walkAlong(name, users, way) {
  const officials = await signedIn(browser, server, users);
  await mkdir(join(folder, name), { recursive: true });
  let number = 0;
  for await (const step of way(...officials)) {
    const [page, where] = Array.isArray(step) ? step : [officials[0].page, step];
    number += 1;
    const file = `${number}-${fileName(where.replaceAll(" ", "-"))}`;
    await picture(page, join(folder, name, file));
  }
  console.error(`    ${name}: ${number} pages`);
  await Promise.all(officials.map(({ close }) => close()));
}

/** The paths within the site that a page links to, each once whatever its query says. */
async function links(page) {
  const found = await page.$$eval("a[href]", (anchors) => anchors.map(({ href }) => href));
  const inside = found.map((href) => new URL(href)).filter(({ origin }) => origin === server.address);
  return new Set(inside.map(({ pathname }) => pathname));
}

async function picture(page, path) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${path}.${width}.png`, fullPage: true });
  }
  const paper = `${path}.print.pdf`;
  await page.pdf({ path: paper, format: "A4", preferCSSPageSize: true });
  await toPictures(paper, `${path}.print`);
}

async function pictureDocument(path, cookie) {
  const answer = await fetch(server.address + path, { headers: { cookie }, redirect: "manual" });
  if (!answer.ok) {
    throw new Error(`${path} answers ${answer.status}`);
  }
  await mkdir(join(folder, "pdf"), { recursive: true });
  const file = join(folder, "pdf", fileName(path));
  await writeFile(file, Buffer.from(await answer.arrayBuffer()));
  await toPictures(file, file.replace(DOCUMENT, ""));
}

/** Replaces a PDF file by pictures of its pages. */
async function toPictures(pdf, prefix) {
  await promisify(execFile)("pdftoppm", ["-png", "-r", "80", pdf, prefix]);
  await rm(pdf);
}

function fileName(path) {
  return path.replaceAll("/", "_").replace(/^_/, "") || "front";
}
