// What becomes of promises, and a budget that comes from a file, as finance goes through both.

import { submit } from "./forms.mjs";

/** From a year of the budget to a promise that draws on no line of it, and all that can become of it. */
export async function* ofCommitment(page) {
  const first = async (year) => {
    await page.goto(`/tyopoyta/talousarvio/${year}/kohdat/-`);
    await page.locator('main a[href*="/sitoumukset/"]').first().click();
    await page.waitForURL("**/sitoumukset/**");
    return new URL(page.url()).pathname;
  };
  const form = async (address, fields) => {
    await page.goto(address);
    await submit(page, fields);
  };
  const conditional = await first(2020);
  yield "a conditional promise";
  await page.goto(`${conditional}/ehto`);
  yield "the form of a condition";
  await submit(page, { fulfilled_by: "EURA 2020/1", entry_day: "1.3.2020" });
  yield "a promise whose condition is met";

  const granted = await first(2023);
  await form(`${granted}/maksu`, {});
  yield "a payment without anything";
  const paid = {
    amount: "1 000",
    invoice: "L-17",
    voucher: "T-2023-5",
    ledger_account: "4740",
    cost_centre: "2911",
    posting_year: "2023",
    entry_day: "18.8.2023",
  };
  await submit(page, paid);
  yield "a promise of which a part is paid";
  const back = { amount: "100", voucher: "T-2023-6", reason: "Maksettu liikaa.", entry_day: "21.8.2023" };
  await page.goto(`${granted}/takaisinperinta`);
  yield "the form of a recovery";
  await submit(page, back);
  await page.goto(`${granted}/vapautus`);
  yield "the form of a release";
  await submit(page, { amount: "500", reason: "Kulut jäivät pienemmiksi.", entry_day: "21.8.2023" });
  await page.goto(`${granted}/kumoa/3`);
  yield "the form of a reversal";
  await submit(page, { reason: "Väärä sitoumus." });
  yield "a promise with all its entries";
  await page.goto(`${granted}/raukeaminen`);
  yield "the form of a lapse";
}

const ROWS = [
  "Määräraha;Kohta;Nimi;Summa",
  "Elinvoima;;;-120 000,00",
  "Elinvoima;190214487;Kehittämisraha;-50 000,00",
  "Elinvoima;190214490;Yrityspalveluseteli;-50.000,00",
];

/** A budget whose file has the signs of the ledger: what is wrong with it, and how it is recorded. */
export async function* importedBudget(page) {
  const at = "/tyopoyta/talousarvio/2024/tuo";
  const handIn = async (lines) => {
    const buffer = Buffer.from(lines.join("\n"));
    await page.goto(at);
    await page
      .locator('main input[type="file"]')
      .setInputFiles({ name: "talousarvio.csv", mimeType: "text/csv", buffer });
    const facts = {
      budget_kind: "sets",
      deciding_body: "Kaupunginvaltuusto",
      decided_on: "14.11.2022",
      section: "81",
      subject: "Talousarvio 2024",
    };
    await submit(page, facts, "read");
  };
  await page.goto(at);
  yield "the form of an import";
  await submit(page, {}, "read");
  yield "an import without a file";
  await handIn([...ROWS, "Elinvoima;;;1,234"]);
  yield "a report with what is wrong";
  await handIn(ROWS);
  await submit(page, { turned: true }, "choose");
  yield "a report that can be confirmed";
  await submit(page, {}, "confirm");
  yield "the budget that came from a file";
}

/** What another funder of a project decided and paid, and what is missing over all projects. */
export async function* ofOtherFunders(page) {
  const funders = "/tyopoyta/hankkeet/kaivoskumppani/rahoittajat";
  const form = async (act, fields) => {
    await page.goto(`${funders}/${act}`);
    await submit(page, fields);
  };
  await page.goto("/tyopoyta/vajeet");
  yield "what is missing before anything is known";
  await page.goto(funders);
  yield "the other funders of a project";
  await page.goto(`${funders}/paatos`);
  yield "the form of a funder's decision";
  await submit(page, { funder: "", entry_day: "" });
  yield "a funder's decision without anything";
  const known = { funder: "Kainuun liitto", arrived_as: "EURA 2021/401", entry_day: "18.8.2023" };
  await form("paatos", { ...known, amount: "100 000" });
  await form("maksu", { ...known, amount: "100 001" });
  yield "a payment beyond the decision";
  await form("maksu", { ...known, amount: "40 000" });
  await form("kielto", known);
  yield "a refusal after a payment";
  await page.goto(`${funders}/kumoa/2`);
  yield "the form that undoes an entry";
  await submit(page, { reason: "Väärä hanke." });
  yield "the other funders with their entries";
  await page.goto("/tyopoyta/vajeet?tilanne=granted");
  yield "funders that have decided";
}
