/**
 * Child processes that never outlive the tests, whatever ends them.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What still has to be undone if this process ends now. @type {Set<() => void>} */
const undo = new Set();
process.on("exit", () => undo.forEach((action) => action()));
// A signal ends Node without "exit"; the test runner stops its files with SIGTERM, a person with SIGINT.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

/**
 * @typedef {object} Running
 * @property {string[]} lines what the process printed so far, stdout and stderr together
 * @property {import("node:child_process").ChildProcess} child
 * @property {() => boolean} ended whether it did not start at all or is over
 * @property {() => void} stop ends the process and everything it started
 */

/**
 * Starts a program as the leader of its own process group, so that a driver's browser ends with the driver.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, pipes?: number }} [options] `pipes`: how many pipes beyond stderr
 * @returns {Running}
 */
export function start(command, args, { env = {}, pipes = 0 } = {}) {
  const stdio = ["ignore", "pipe", "pipe", ...Array(pipes).fill("pipe")];
  const child = spawn(command, args, { detached: true, env: { ...process.env, ...env }, stdio });
  const lines = /** @type {string[]} */ ([]);
  child.on("error", (error) => lines.push(String(error)));
  for (const stream of [child.stdout, child.stderr]) collectLines(stream, lines);

  const stop = () => {
    undo.delete(stop);
    try {
      if (child.pid) process.kill(-child.pid, "SIGKILL");
    } catch {
      // The group has already ended.
    }
  };
  undo.add(stop);
  const ended = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  return { lines, child, ended, stop };
}

/** A folder of our own for profiles and caches. @returns {{ path: string, remove: () => void }} */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), "ec-checkup-"));
  const remove = () => {
    undo.delete(remove);
    // A browser that was just killed may still be writing.
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  undo.add(remove);
  return { path, remove };
}

/** @returns {Promise<number>} a TCP port nobody listens on now */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/** @param {import("node:stream").Readable} stream @param {string[]} lines */
function collectLines(stream, lines) {
  let rest = "";
  stream.setEncoding("utf8").on("data", (text) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
  });
}
