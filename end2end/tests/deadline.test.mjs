// The command `deadline` on the worked appeal periods, some of which courts have stated.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { commandWithInput } from "../server.mjs";

const CASES = new URL("../../../shared/data/deadline-cases.csv", import.meta.url);

const MEANS = {
  web_minutes: "published-minutes",
  web_minutes_pre2017: "published-minutes",
  email: "e-message",
  letter_to_authority: "letter-to-authority",
  substitute: "substituted",
  public_notice: "public-notice",
  proc_email: "procurement-e-message",
};

const REMEDIES = {
  oikaisuvaatimus: "rectification",
  kunnallisvalitus: "municipal-appeal",
  hallintovalitus: "administrative-appeal",
  "oikaisuvaatimus HL 7a": "rectification-administrative",
  hankintaoikaisu: "procurement-correction",
  "valitus markkinaoikeuteen": "market-court",
  "valitus markkinaoikeuteen (ei odotusaikaa)": "market-court-30",
  "valitus markkinaoikeuteen (puutteellinen paatos)": "market-court-6-months",
};

/** Of a court's case only means and length are stated; any remedy of that length will do. */
const OF_LENGTH = {
  "14 pv": "rectification",
  "30 pv": "administrative-appeal",
  "6 kk": "market-court-6-months",
  "": "administrative-appeal",
};

/** The fields of a line, which may be quoted. */
function fields(line) {
  const found = [...`${line},`.matchAll(/("((?:[^"]|"")*)"|[^,]*),/g)];
  return found.map(([, plain, quoted]) => quoted?.replaceAll('""', '"') ?? plain);
}

test("every row of the worked cases comes out right through the command", async (t) => {
  const text = await readFile(CASES, "utf8");
  const [header, ...lines] = text.trim().split(/\r?\n/).map(fields);
  const rows = lines.map((line) => Object.fromEntries(header.map((name, at) => [name, line[at]])));
  const input = rows.map((row) => {
    const remedy = REMEDIES[row.remedy] ?? OF_LENGTH[row.period];
    return [row.id, remedy, MEANS[row.means] ?? row.means, row.event_date].join(",");
  });
  const output = await commandWithInput(`id,remedy,means,event_date\n${input.join("\n")}\n`, "deadline");
  const answers = output.trim().split("\n").slice(1).map(fields);
  assert.equal(answers.length, rows.length);
  for (const [at, row] of rows.entries()) {
    const [id, knowledge, nominal, last, closes, error] = answers[at];
    assert.deepEqual([id, knowledge, error], [row.id, row.deemed_knowledge_date, ""]);
    if (row.nominal_last_day === "") continue;
    assert.deepEqual([nominal, last], [row.nominal_last_day, row.shifted_last_day], row.id);
    if (row.cutoff_time === "see source") continue;
    const stated = /^\d/.test(row.cutoff_time) ? row.cutoff_time : "";
    assert.equal(closes, stated, row.id);
  }
  t.diagnostic(`${rows.length} worked cases`);
});
