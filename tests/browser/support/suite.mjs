/**
 * Runs the same tests in every engine, each with a browser and a server of its own.
 */
import { after, afterEach, before, describe } from "node:test";
import { fileURLToPath } from "node:url";
import { ENGINES, launch } from "./engines.mjs";
import { Page, scriptFor } from "./page.mjs";
import { serve } from "./server.mjs";

/** The finished site; the environment variable DIST names another copy of it. */
export const DIST = process.env.DIST ?? fileURLToPath(new URL("../../../dist/", import.meta.url));

/**
 * @param {string} title
 * @param {import("./engines.mjs").Options & { folder?: string, script?: string, asIs?: boolean }} options `folder`: what to serve,
 *   unless dist/; `script`: runs in the page before all else; `asIs`: the page is served as it was built, without the script
 *   that collects its errors. Only then its service worker, which checks it, can be installed.
 * @param {(at: { page: Page, site: import("./server.mjs").Site }, engine: string) => void} tests declares the tests;
 *   `at` is filled in only when they run
 */
export function inEveryEngine(title, { folder = DIST, script = "", asIs = false, ...options }, tests) {
  for (const name of ENGINES) {
    describe(`${title} (${name})`, () => {
      const at = /** @type {any} */ ({});
      let engine;
      before(async () => {
        at.site = await serve(folder, { script: asIs ? "" : `${scriptFor(name)};${script}` });
        engine = await launch(name, options);
        at.page = new Page(engine, at.site);
      });
      afterEach(async (context) => {
        if (!context.passed) await at.page?.screenshot(`failed ${context.name.replace(/[^\p{L}\d]+/gu, "-")}`).catch(() => {});
        // Whatever this test did, and wherever it stopped: the next one begins with the whole window.
        await at.page?.narrow();
      });
      after(async () => {
        await engine?.stop();
        await at.site?.stop();
      });
      tests(at, name);
    });
  }
}
