// Figures a user feels: start, memory, and a million appeal periods.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { DECISION } from "../addresses.mjs";
import { command } from "../server.mjs";

const BINARY = process.env.HANKEREKISTERI_BINARY;

/** What the kernel says of a process, in kB. */
async function memory(pid, name) {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(status.match(new RegExp(`${name}:\\s+(\\d+) kB`))[1]);
}

/** How a process ends: its exit code, or the signal that ended it. */
function end(process) {
  return new Promise((resolve) => process.once("close", (code, signal) => resolve(code ?? signal)));
}

/** Waits for an answer of a server, which must not end before. */
async function untilAnswered(server, address) {
  while (!(await fetch(address).catch(() => undefined))?.ok) {
    assert.equal(server.exitCode ?? server.signalCode, null, "the server ended before it answered");
    await sleep(3);
  }
}

test("the first request is answered 0.3 s after the start, and idle memory is at most 50 MB", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "hankerekisteri-"));
  const database = `sqlite:${join(folder, "register.db")}`;
  await command("--database", database, "demo");
  const times = [];
  let resident;
  for (let run = 0; run < 5; run += 1) {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const started = performance.now();
    const server = spawn(BINARY, ["--database", database, "serve", "--listen", `127.0.0.1:${port}`], {
      stdio: "ignore",
    });
    const ended = end(server);
    await untilAnswered(server, `http://127.0.0.1:${port}${DECISION}`);
    times.push(performance.now() - started);
    resident = await memory(server.pid, "VmRSS");
    server.kill("SIGTERM");
    assert.equal(await ended, 0, "the server stops as told");
  }
  await rm(folder, { recursive: true, force: true });
  times.sort((one, other) => one - other);
  t.diagnostic(`start to first answered request: median ${times[2].toFixed(0)} ms; idle ${resident} kB`);
  assert.ok(times[2] <= 300, `${times}`);
  assert.ok(resident <= 50_000, `${resident} kB`);
});

test("a million appeal periods take at most 2 s and 20 MB", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "hankerekisteri-"));
  const path = join(folder, "lines.csv");
  const file = await open(path, "w");
  const lines = ["id,remedy,means,event_date"];
  for (let id = 0; id < 1_000_000; id += 1) {
    const day = new Date(Date.UTC(2000, 0, 1 + (id % 20_000))).toISOString().slice(0, 10);
    lines.push(`${id},rectification,${id % 2 ? "letter" : "published-minutes"},${day}`);
  }
  await file.writeFile(`${lines.join("\n")}\n`);
  await file.close();
  const input = await open(path);
  const started = performance.now();
  const run = spawn(BINARY, ["deadline"], { stdio: [input.fd, "pipe", "inherit"] });
  let rows = 0;
  let peak = 0;
  run.stdout.on("data", (chunk) => {
    for (const byte of chunk) rows += byte === 10;
  });
  const watch = setInterval(async () => {
    const now = await memory(run.pid, "VmHWM").catch(() => 0);
    peak = Math.max(peak, now);
  }, 50);
  const status = await end(run);
  clearInterval(watch);
  await input.close();
  await rm(folder, { recursive: true, force: true });
  const seconds = (performance.now() - started) / 1000;
  t.diagnostic(`a million lines: ${seconds.toFixed(2)} s, ${peak} kB`);
  assert.equal(status, 0, "the command is done");
  assert.equal(rows, 1_000_001);
  assert.ok(seconds <= 2, `${seconds} s`);
  assert.ok(peak <= 20_000, `${peak} kB`);
});
