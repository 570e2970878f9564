/**
 * Nothing gets out and nothing gets in, even if some code of the page wanted to: its policy, tried one way after the other
 * against hosts that would take everything. The same ways are tried in a copy of the page without a policy: there they work,
 * so the test would notice.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { checkup, DIST, elsewhere, until } from "./pages.mjs";
import { copyOfSite } from "./sites.mjs";
import { ATTEMPTS, attemptsScript, INJECTIONS, LEAVING, OPEN, WHISPERS } from "./support/attempts.mjs";
import { witness } from "./support/witness.mjs";

const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n/;

/** What an engine does not do even without a policy. @type {Record<string, string[]>} */
const NEVER = {
  chromium: [],
  firefox: ["manifest", "ping", "speculation-rules"],
  webkit: ["prefetch", "manifest", "speculation-rules", "datagram"],
};
/**
 * What the policy does not stop: a connection without a word, and WebRTC, of which policies know nothing. docs/threat-model.md
 * says what that means. Should an engine learn to stop it, this test fails, and both can be changed.
 * @type {Record<string, string[]>}
 */
const LEAKS = { chromium: ["connection", "datagram"], firefox: ["connection", "datagram"], webkit: ["connection"] };

checkup("policy", {}, (at, engine) => {
  const script = attemptsScript();
  /** @type {import("./support/witness.mjs").Witness} */
  let hosts;
  let open;
  before(async () => {
    hosts = await witness();
    open = copyOfSite();
    const page = join(open.path, "index.html");
    const text = readFileSync(page, "utf8");
    assert.match(text, POLICY);
    writeFileSync(page, text.replace(POLICY, ""));
  });
  after(async () => {
    await hosts?.stop();
    open?.remove();
  });
  beforeEach(() => hosts.forget());

  const withPolicy = (act) => elsewhere(at, { script }, act);
  const without = (act) => elsewhere(at, { script, folder: open.path }, act);
  /** Starts attempts in the page. */
  const attempt = async (app, names) => {
    await app.open();
    hosts.forget();
    await app.page.run((names, hosts) => names.forEach((name) => window.attempt(name, hosts.url + name, hosts)), names, hosts);
  };
  const staying = [...Object.keys(ATTEMPTS), ...Object.keys(WHISPERS)];
  /** How long what is sent takes to arrive, with room to spare. */
  let arrival = 2_000;

  test("without a policy all of it gets out", () =>
    without(async (app) => {
      const began = Date.now();
      // Without a network there is nowhere to look for, and Firefox does not even try.
      const never = [...NEVER[engine], ...(engine === "firefox" && !hosts.outward ? ["datagram"] : [])];
      const expected = staying.filter((name) => !never.includes(name));
      await attempt(app, staying);
      const missing = () => expected.filter((name) => !hosts.heard().includes(name));
      await until("all to arrive", () => missing().length === 0, 15_000).catch(() => assert.deepEqual(missing(), []));
      arrival = Math.max(arrival, 2 * (Date.now() - began));
      await sleep(1_000);
      assert.deepEqual(staying.filter((name) => !hosts.heard().includes(name)), never, "the list is right");
      await app.errors();
      await app.page.leave();
    }));

  test("with it nothing does", () =>
    withPolicy(async (app) => {
      await attempt(app, staying);
      await sleep(arrival);
      assert.deepEqual(hosts.heard().filter((name) => name !== "datagram" || hosts.outward), LEAKS[engine].filter((name) => name !== "datagram" || hosts.outward));
      assert.ok((await app.errors()).length > 10, "the browser complains");
    }));

  for (const name of Object.keys(LEAVING)) {
    test(`a ${name} cannot be sent`, async () => {
      await without(async (app) => {
        await attempt(app, [name]);
        await until("it to arrive", () => hosts.heard().includes(name));
        await until("the other page", async () => (await app.driver.getTitle()) === "elsewhere");
        await app.page.leave();
      });
      await withPolicy(async (app) => {
        await attempt(app, [name]);
        await sleep(arrival);
        assert.deepEqual(hosts.heard(), []);
        assert.ok(await app.page.run((url) => location.href.startsWith(url), app.page.site.url), "the page is still there");
        await app.errors();
      });
    });
  }

  // This is how the web works. No code of the page does it with anything in the address: docs/threat-model.md.
  for (const name of Object.keys(OPEN)) {
    test(`going to another address cannot be forbidden (${name})`, () =>
      withPolicy(async (app) => {
        await attempt(app, [name]);
        await until("it to arrive", () => hosts.heard().includes(name));
        await until("the other page", async () => (await app.driver.getTitle()) === "elsewhere");
        await app.page.leave();
      }));
  }

  test("no code gets in", async () => {
    const injected = (app) => app.page.run(() => window.injected === true);
    const start = async (app, name) => {
      await app.page.run((name) => {
        window.injected = false;
        window.attempt(name);
      }, name);
    };
    await without(async (app) => {
      await app.open();
      for (const [name, act] of Object.entries(INJECTIONS)) {
        await start(app, name);
        await until(`${name} to work without a policy: ${act}`, () => injected(app));
      }
      await app.errors();
    });
    await withPolicy(async (app) => {
      await app.open();
      for (const [name, act] of Object.entries(INJECTIONS)) {
        await start(app, name);
        await sleep(300);
        assert.equal(await injected(app), false, `${name}: ${act}`);
      }
      await app.errors();
    });
  });

  test("what is written in the page is what was tried", async () => {
    const [, policy] = POLICY.exec(readFileSync(join(DIST, "index.html"), "utf8"));
    const rules = Object.fromEntries(policy.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1).join(" ")]));
    assert.deepEqual(rules, {
      "default-src": "'none'",
      "script-src": "'self' 'wasm-unsafe-eval'",
      "style-src": "'self'",
      "img-src": "'self'",
      "connect-src": "'self'",
      "manifest-src": "'self'",
      "worker-src": "'self' blob:",
      "form-action": "'none'",
      "base-uri": "'none'",
      "require-trusted-types-for": "'script'",
      "trusted-types": "ec-checkup",
    });
  });
});
