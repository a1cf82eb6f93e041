// What becomes of the published decision of the example register when something was wrong with it,
// as a registrar does it. The example itself has none of these pages.

import { submit } from "./forms.mjs";

/**
 * Goes the whole way on a page that is signed in, and yields the address of each page it comes to,
 * with the page still showing it.
 */
export async function* afterwards(page, decision) {
  await page.goto(decision);
  const title = await page.locator("h1").innerText();
  await page.goto("/tyopoyta");
  await page.locator("main a", { hasText: title }).first().click();
  const sheet = new URL(page.url()).pathname.match(/^\/tyopoyta\/paatokset\/[^/]+/)[0];
  const at = async (address) => {
    await page.goto(address);
    return address;
  };

  yield at(`${sheet}/tiedoksiannot`);
  yield at(`${sheet}/korjaa`);
  await submit(page, {}, "correct");
  yield "a correction without a reason";
  const resolution = await page.locator("#resolution").inputValue();
  const reason = "Kirjoitusvirhe sanassa.";
  await submit(page, { resolution: `${resolution}\n\nKorjattu.`, reason }, "correct");
  yield "the sheet of a corrected decision";
  yield at(`${sheet}/korjaa/ilmoitus`);
  yield at(decision);
  yield at(`${sheet}/poisto`);
  await submit(page, {}, "check");
  yield "a withdrawal without a reason";
  await submit(page, { public_reason: "Päätöksen tekstiä tarkistetaan." }, "check");
  yield "a withdrawal with its consequences";
  await submit(page, { confirmed: true }, "withdraw");
  yield "the sheet of a withdrawn decision";
  yield at(decision);
  yield at(`/sv${decision}`);
  yield at(`${sheet}/poisto/peru`);
}
