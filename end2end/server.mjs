// The register under test: the release binary on a database of its own.

import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

/** Three days into the appeal period of the example register's newest decision. */
export const CLOCK = "2023-08-21T09:00:00+03:00";

/** A mail server that is named and that nothing listens on. */
const MAIL = `[smtp]
host = "127.0.0.1"
port = 9
encryption = "none"
from = "rekisteri@kunta.example"
`;

const START_LIMIT_MS = 10_000;

/** The binary that `cargo xtask` built. */
function binary() {
  const path = process.env.HANKEREKISTERI_BINARY;
  if (!path) {
    throw new Error("HANKEREKISTERI_BINARY is not set: run `cargo xtask test --only browser`");
  }
  return path;
}

/**
 * Runs one command of the binary to its end.
 *
 * @param {string[]} parameters
 * @returns {Promise<{stdout: string, stderr: string}>}
 */
export function command(...parameters) {
  return promisify(execFile)(binary(), parameters);
}

/**
 * Runs one command with a text on its standard input.
 *
 * @param {string} input
 * @param {string[]} parameters
 * @returns {Promise<string>} What it printed on standard output.
 */
export async function commandWithInput(input, ...parameters) {
  const run = promisify(execFile)(binary(), parameters);
  run.child.stdin.end(input);
  return (await run).stdout;
}

/**
 * Starts a server on a fresh database with the example register.
 *
 * @param {{clock?: string, demo?: boolean, mail?: boolean}} options
 * @returns {Promise<{address: string, database: string, demo: string, log: () => string,
 *   restart: (clock: string) => Promise<void>, stop: () => Promise<void>}>} Its address, its
 *   database, what `demo` printed (the example users and their passwords), what the server has
 *   logged, how to start it again at another moment, and how to end it.
 */
export async function startServer({ clock = CLOCK, demo = true, mail = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "hankerekisteri-"));
  const database = `sqlite:${join(folder, "register.db")}`;
  const settings = ["--database", database];
  if (mail) {
    const config = join(folder, "hankerekisteri.toml");
    await writeFile(config, MAIL);
    settings.push("--config", config);
  }
  const global = [...settings, "--clock", clock];
  let printed = "";
  if (demo) {
    const { stdout, stderr } = await command(...global, "demo");
    printed = stdout + stderr;
  }
  const stop = () => rm(folder, { recursive: true, force: true });
  let running;
  try {
    running = await serve(global);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    get address() {
      return running.address;
    },
    database,
    demo: printed,
    log: () => running.log(),
    restart: async (later) => {
      await running.end();
      running = await serve([...settings, "--clock", later]);
    },
    stop: async () => {
      await running.end();
      await stop();
    },
  };
}

/** Starts a server on a database and waits until it answers. */
async function serve(global) {
  // The system chooses the port; the server says which.
  const server = spawn(binary(), [...global, "serve", "--listen", "127.0.0.1:0"], {
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  server.stderr.on("data", (chunk) => (log += chunk));
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const end = async () => {
    server.kill("SIGTERM");
    await ended;
  };
  try {
    const address = await untilReady(server, () => log);
    return { address, log: () => log, end };
  } catch (error) {
    await end();
    throw new Error(`${error.message}; it said:\n${log}`);
  }
}

/** Waits until the server answers, and returns its address. */
async function untilReady(server, log) {
  const end = Date.now() + START_LIMIT_MS;
  while (Date.now() < end) {
    if (server.exitCode !== null) {
      throw new Error(`the server ended with status ${server.exitCode}`);
    }
    const address = log().match(/http:\/\/127\.0\.0\.1:\d+/)?.[0];
    if (address && (await fetch(`${address}/readyz`).catch(() => undefined))?.ok) {
      return address;
    }
    await sleep(20);
  }
  throw new Error(`the server was not ready within ${START_LIMIT_MS / 1000} s`);
}

/**
 * The example users, read from what `demo` prints: an e-mail address somewhere on a line, the
 * password as its last word.
 *
 * @param {string} printed
 * @returns {{email: string, password: string}[]}
 */
export function exampleUsers(printed) {
  const lines = printed.split("\n").map((line) => line.trim().split(/\s+/));
  return lines
    .map((words) => ({ email: words.find((word) => word.includes("@")), password: words.at(-1) }))
    .filter(({ email, password }) => email && email !== password);
}

/**
 * Signs in as somebody, by the form.
 *
 * @param {import("playwright-core").Page} page
 * @param {{email: string, password: string}} user
 */
export async function signIn(page, { email, password }) {
  await page.goto("/kirjaudu");
  await page.fill("input[name=email]", email);
  await page.fill("input[name=password]", password);
  await page.click("[type=submit]");
  if (new URL(page.url()).pathname === "/kirjaudu") {
    throw new Error(`${email} could not sign in`);
  }
}
