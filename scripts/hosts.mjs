/**
 * The parts of scripts/hosts.sh that a shell cannot do.
 *
 * - `hosts.mjs URL PID FOLDER`: the page in Chromium, on a host that is ended (by PID) to see what is left without it.
 * - `hosts.mjs --headers FILE DIST`: whether the rules of a `_headers` file give each file of a site what it should get.
 */
import assert from "node:assert/strict";
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "../tests/browser/support/engines.mjs";
import { until } from "../tests/browser/support/waiting.mjs";

const FOREVER = "public, max-age=31536000, immutable";

/** @param {string} url @param {number} server @param {string} folder what is served there */
async function look(url, server, folder) {
  const engine = await launch("chromium");
  const { driver } = engine;
  const run = (act, ...args) => driver.executeScript(act, ...args);
  const later = (act, ...args) => driver.executeAsyncScript(act, ...args);
  // Chromium also warns that it has no use for some of the checksums and preloads; that is no error.
  const complaints = async () =>
    (await driver.manage().logs().get("browser")).filter(({ level }) => level.name === "SEVERE").map(({ message }) => message);
  const flag = (name) => run((name) => document.documentElement.dataset[name], name).catch(() => undefined);
  const ready = async () => {
    await until("the page to be ready", async () => (await flag("ready")) === "yes");
    await until("the page to say whether it can do without a network", async () => ["yes", "no"].includes(await flag("offline")));
  };
  const workers = () =>
    later((done) =>
      navigator.serviceWorker.getRegistrations().then((all) => done(all.map((it) => it.active?.state ?? "none"))));
  try {
    await driver.get(url);
    await ready();
    assert.equal(await flag("offline"), "yes", "there is a service worker");
    await until("it to be active", async () => (await workers()).join() === "activated");
    await driver.navigate().refresh();
    await ready();
    assert.ok(await run(() => navigator.serviceWorker.controller !== null), "it is in charge");
    assert.deepEqual(await complaints(), []);
    // The page comes from the worker now, with the headers of the host.
    const policy = await later((done) => fetch("./").then((response) => done(response.headers.get("Content-Security-Policy"))));
    assert.equal(policy, "frame-ancestors 'none'");

    // A page of the same host that wants to show ours within itself: outside of the folder, so the host's own "not found".
    await driver.get(new URL("/nothing", url).href);
    await complaints();
    await run((url) => {
      document.documentElement.innerHTML = "";
      document.body.append(Object.assign(document.createElement("iframe"), { src: url }));
    }, url);
    await until("the frame to be refused", async () => (await complaints()).some((line) => line.includes("frame-ancestors")));

    // Taken down for good, and put up again.
    await driver.get(url);
    await ready();
    await run(() => localStorage.setItem("ec-checkup:language", "en"));
    const files = ["sw.js", "sw.js.br", "sw.js.gz"].map((name) => join(folder, name));
    const worker = files.map((file) => readFileSync(file));
    files.forEach((file) => rmSync(file));
    copyFileSync(new URL("../hosting/goodbye/sw.js", import.meta.url), files[0]);
    await later((done) => navigator.serviceWorker.getRegistration().then((it) => it.update()).then(() => done()));
    await until("the worker to go", async () => (await later((done) => caches.keys().then(done))).length === 0);
    await driver.get(new URL("/nothing", url).href);
    await until("its registration to go", async () => (await workers()).length === 0);
    assert.equal(await run(() => localStorage.getItem("ec-checkup:language")), "en", "what is stored stays");
    await complaints();
    files.forEach((file, i) => writeFileSync(file, worker[i]));
    await driver.get(url);
    await ready();
    assert.equal(await flag("offline"), "yes");
    assert.deepEqual(await complaints(), []);

    process.kill(server, "SIGTERM");
    await until("the host to be gone", () => fetch(url).then(() => false, () => true));
    await driver.get("about:blank");
    for (const address of ["", "?from=mail", "index.html"]) {
      await driver.get(url + address);
      await ready();
      assert.ok((await run(() => document.querySelector("h1").textContent)).length > 0);
    }
    await driver.navigate().refresh();
    await ready();
    console.log(`hosts: Chromium ${(await driver.getCapabilities()).get("browserVersion")} is content with ${url}`);
  } finally {
    await engine.stop();
  }
}

/** The rules of a `_headers` file. @param {string} text */
function rulesOf(text) {
  /** @type {{ path: string, headers: [string, string][] }[]} */
  const rules = [];
  for (const line of text.split("\n").filter((line) => line.trim() && !line.startsWith("#"))) {
    assert.ok(line.length <= 2_000, "Cloudflare takes lines of 2,000 characters");
    if (line.startsWith("/")) rules.push({ path: line.trim(), headers: [] });
    else rules.at(-1).headers.push(/** @type {[string, string]} */ (line.trim().split(/: (.*)/s, 2)));
  }
  assert.ok(rules.length > 0 && rules.length <= 100, "Cloudflare takes a hundred rules");
  for (const { path } of rules) assert.ok(path.split("*").length <= 2, `${path}: Cloudflare takes one asterisk`);
  return rules;
}

/** @param {string} file @param {string} dist */
function headers(file, dist) {
  const rules = rulesOf(readFileSync(file, "utf8"));
  // Both hosts document that * stands for any characters, and that all rules that match apply.
  const matches = (path, address) => {
    const [before, after] = path.split("*");
    return after === undefined ? path === address : address.startsWith(before) && address.endsWith(after) && address.length >= path.length - 1;
  };
  const values = (address, name) =>
    rules.filter(({ path }) => matches(path, address)).flatMap((rule) => rule.headers.filter(([key]) => key === name).map(([, value]) => value));
  for (const name of ["", ...readdirSync(dist)]) {
    const address = `/${name}`;
    const hashed = /\.[0-9a-f]{10}\.[a-z0-9]+$/.test(name);
    assert.deepEqual(values(address, "Cache-Control"), [hashed ? FOREVER : "no-cache"], address);
    // Twice for the worker: one host joins them, which means both; the other takes the last.
    const policies = values(address, "Content-Security-Policy");
    assert.equal(policies.length, name === "sw.js" ? 2 : 1, address);
    assert.ok(policies.every((policy) => policy.includes("frame-ancestors 'none'")), address);
    assert.deepEqual(values(address, "X-Content-Type-Options"), ["nosniff"], address);
  }
  console.log(`hosts: the rules of ${file} suit all files of ${dist}`);
}

const [first, second, third] = process.argv.slice(2);
if (first === "--headers") headers(second, third);
else await look(first, Number(second), third);
