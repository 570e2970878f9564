/**
 * How long Chromium takes for the results of many shops: from a mail full of links, pasted or dropped as a file, to the
 * report on the screen. Prints a table; passes no judgement, because the machine under it is never the same.
 *
 *   node scripts/crowd.mjs [file with links, as of `ec-checkup sample --format links`]     RUNS=5
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { launch } from "../tests/browser/support/engines.mjs";
import { Page, scriptFor } from "../tests/browser/support/page.mjs";
import { serve } from "../tests/browser/support/server.mjs";
import { DIST } from "../tests/browser/support/suite.mjs";
import { Checkup } from "../tests/browser/pages.mjs";

const RUNS = Number(process.env.RUNS ?? 5);
const [path] = process.argv.slice(2);
if (!path) {
  console.error("node scripts/crowd.mjs FILE");
  process.exit(2);
}
const links = readFileSync(path, "utf8");
const shops = links.trim().split("\n").length;

/** Runs in the page: presses "read" when there is a text, waits until all are in, opens the report, waits until it is drawn. */
function walk(done) {
  const began = window.began ?? performance.now();
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  const painted = (act) => requestAnimationFrame(() => setTimeout(act));
  const when = (there, act) => {
    if (there()) return act();
    const observer = new MutationObserver(() => {
      if (!there()) return;
      observer.disconnect();
      act();
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  };
  const read = () => document.querySelector("#outcome") && !document.querySelector(".working");
  if (document.querySelector("#collect-text").value) document.querySelector("#collect-read").click();
  when(read, () => {
    const arrived = performance.now();
    const shops = document.querySelector("#collected").textContent;
    document.querySelector("#to-report").click();
    when(() => document.querySelector("#sizes tbody tr") && document.querySelector("#shown *"), () =>
      painted(() => done({ read: arrived - began, all: performance.now() - began, longest: Math.max(0, ...tasks), shops })));
  });
}

const results = { pasted: [], file: [] };
const site = await serve(DIST, { script: scriptFor("chromium") });
try {
  for (let run = 0; run < RUNS; run += 1) {
    for (const way of ["pasted", "file"]) {
      const engine = await launch("chromium");
      try {
        const page = new Page(engine, site);
        await page.driver.manage().setTimeouts({ script: 120_000, pageLoad: 60_000 });
        const app = new Checkup(page);
        await app.fresh({ lang: "ja", address: "#/survey" });
        if (way === "pasted") {
          await page.run((text) => {
            const area = document.querySelector("#collect-text");
            area.value = text;
            area.dispatchEvent(new Event("input", { bubbles: true }));
          }, links);
        } else {
          await page.run(() => document.querySelector("#collect-files").addEventListener("change", () => (window.began = performance.now()), true));
          await page.on(() => page.css("#collect-files"), (input) => input.sendKeys(resolve(path)));
        }
        results[way].push(await page.driver.executeAsyncScript(walk));
      } finally {
        await engine.stop();
      }
    }
  }
} finally {
  await site.stop();
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ms = (number) => `${Math.round(number)} ms`;
console.log(`Chromium, ${shops} links, ${RUNS} fresh browsers each; medians`);
for (const [way, runs] of Object.entries(results)) {
  const of = (key) => median(runs.map((run) => run[key]));
  console.log(`${way.padEnd(8)} read ${ms(of("read"))}, counted and the report drawn ${ms(of("all"))}; longest task ${ms(of("longest"))}; "${runs[0].shops}"`);
}
