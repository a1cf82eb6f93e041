// A promise beyond what the council gave, from the budget to the signature, as three officials come
// to it. The example register has no such year.

import { submit } from "./forms.mjs";

const LINE = "2911040005";
const BEGIN = "/tyopoyta/asiat/KAJDno-2023-912/paatokset/uusi?hanke=kaivoskumppani";

/**
 * Goes the whole way on pages that are signed in, and yields each page it comes to with its name.
 */
export async function* beyondAppropriation(
  { page: finance },
  { page: preparer },
  { page: manager, password },
) {
  await finance.goto("/tyopoyta/talousarvio/2023/kirjaa");
  yield [finance, "the form of a budget decision"];
  await submit(finance, {}, "save");
  yield [finance, "a budget decision without anything"];
  const facts = {
    budget_kind: "sets",
    deciding_body: "Kaupunginvaltuusto",
    decided_on: "14.11.2022",
    section: "80",
    subject: "Talousarvio 2023",
  };
  await submit(finance, facts, "add-row");
  const rows = {
    "rows-0-appropriation": "Elinvoima",
    "rows-0-amount": "2 400",
    "rows-1-appropriation": "Elinvoima",
    "rows-1-code": LINE,
    "rows-1-name": "Hankkeet",
    "rows-1-amount": "2 400",
  };
  await submit(finance, rows, "save");
  yield [finance, "the budget of a year"];

  await preparer.goto(BEGIN);
  await submit(preparer, { kind: "participation" }, "save");
  await preparer.waitForURL("**/luonnos");
  const lines = { "commitments-0-budget_line": LINE, "commitments-1-budget_line": LINE };
  await submit(preparer, { background: "Hanke tukee alan yrityksiä.", ...lines }, "check");
  yield [preparer, "the check of a draft that promises too much"];
  const sheet = new URL(preparer.url()).pathname.replace(/\/tarkista$/, "");
  await submit(preparer, {}, "send");

  await manager.goto(`${sheet}/allekirjoita`);
  yield [manager, "the proposal with what would be exceeded"];
  const signature = { section: "61", password, no_conflict: true, confirmed: true };
  await submit(manager, signature, "sign");
  yield [manager, "a signature without the reason"];
  const reason = "Lisämääräraha on valtuustossa 20.9.2023.";
  await submit(manager, { ...signature, excess_reason: reason }, "sign");
  yield [manager, "the sheet of what was signed beyond the appropriation"];

  await finance.goto("/tyopoyta/talousarvio/2023");
  yield [finance, "the budget with the excess"];
  const change = {
    budget_kind: "amends",
    deciding_body: "Kaupunginvaltuusto",
    decided_on: "1.6.2023",
    section: "40",
    subject: "Säästö",
    "rows-0-code": LINE,
    "rows-0-amount": "-100",
  };
  await finance.goto("/tyopoyta/talousarvio/2023/kirjaa");
  await submit(finance, change, "add-row");
  const less = { "rows-1-appropriation": "Elinvoima", "rows-1-amount": "-100" };
  await submit(finance, less, "save");
  yield [finance, "a budget decision that leaves less than is promised"];
  await finance.goto("/tyopoyta");
  yield [finance, "the desk of finance"];
}
