// The browser under test, and what every page must satisfy in it.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Level A and AA of WCAG 2.0, 2.1 and 2.2. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Starts Chromium with a fresh profile. */
export function startBrowser() {
  const executablePath = process.env.HANKEREKISTERI_CHROMIUM;
  if (!executablePath) {
    throw new Error("HANKEREKISTERI_CHROMIUM is not set: run `cargo xtask test --only browser`");
  }
  return chromium.launch({ executablePath, args: ARGUMENTS, headless: true });
}

/**
 * Opens an empty page in a context of its own: no cookie is shared.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} address What relative addresses are relative to.
 * @param {import("playwright-core").BrowserContextOptions} options For example
 *   `{ javaScriptEnabled: false }`.
 * @returns {Promise<{page: import("playwright-core").Page, complaints: string[],
 *   requests: string[], close: () => Promise<void>}>} The page; what the browser has complained
 *   about (errors, warnings, refused code, failed requests); every address it has asked for.
 */
export async function openPage(browser, address, options = {}) {
  const context = await browser.newContext({ baseURL: address, locale: "fi-FI", ...options });
  const page = await context.newPage();
  const complaints = [];
  const requests = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    // What a page was still loading when the next one was opened is no complaint.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") {
      complaints.push(`failed: ${request.url()}`);
    }
  });
  page.on("request", (request) => requests.push(request.url()));
  return { page, complaints, requests, close: () => context.close() };
}

const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe-core finds against WCAG 2.2 AA, one line each. The page needs JavaScript; its content
 * security policy does not matter, since the check is evaluated and not added to the page.
 *
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>}
 */
export async function accessibilityFindings(page) {
  await page.evaluate(await axe);
  const { violations } = await page.evaluate(
    (values) => globalThis.axe.run({ runOnly: { type: "tag", values } }),
    RULES,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target}: ${failureSummary}`),
  );
}

const validator = new HtmlValidate({ extends: ["html-validate:standard"], root: true });

/**
 * What html-validate finds in a page as the server sent it, one line each.
 *
 * @param {string} html
 * @returns {Promise<string[]>}
 */
export async function markupFindings(html) {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}
