/**
 * How fast the page is on a slow phone: Chromium at 1.6 Mbit/s, 150 ms of latency, a CPU slowed four times.
 * Prints a table; passes no judgement, because the machine under it is never the same.
 *
 *   node scripts/speed.mjs [folder of the site]     RUNS=5, CLICKS=60
 */
import { fileURLToPath } from "node:url";
import { launch } from "../tests/browser/support/engines.mjs";
import { Page } from "../tests/browser/support/page.mjs";
import { serve } from "../tests/browser/support/server.mjs";

const RUNS = Number(process.env.RUNS ?? 5);
const CLICKS = Number(process.env.CLICKS ?? 60);
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;

/**
 * Runs in the page before all else: starts an assessment as soon as there is a button that answers to a click, notes when
 * its first question can be answered, and collects long tasks.
 */
function watch() {
  const seen = (window.speed = { home: 0, question: 0, tasks: [] });
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration }))))
    .observe({ type: "longtask", buffered: true });
  const painted = (act) => requestAnimationFrame(() => setTimeout(act));
  new MutationObserver((_, observer) => {
    const start = document.getElementById("start");
    if (start && document.documentElement.dataset.ready === "yes" && !seen.home) {
      seen.home = -1;
      painted(() => {
        seen.home = performance.now();
        start.click();
      });
    }
    if (document.querySelector("fieldset.field input") && !seen.question) {
      seen.question = -1;
      painted(() => (seen.question = performance.now()));
      observer.disconnect();
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

/** Runs in the page: clicks options of this question and measures the time to the next paint. */
function clickAround(clicks, done) {
  const inputs = [...document.querySelectorAll("fieldset.field input[type=radio]")];
  const times = [];
  const once = (left) => {
    if (left === 0) return done(times);
    const card = inputs[left % inputs.length].closest("label");
    const began = performance.now();
    card.click();
    requestAnimationFrame(() => setTimeout(() => {
      times.push(performance.now() - began);
      setTimeout(() => once(left - 1), 30);
    }));
  };
  once(clicks);
}

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];
const p95 = (numbers) => sorted(numbers)[Math.min(numbers.length - 1, Math.ceil(numbers.length * 0.95) - 1)];
const ms = (number) => `${Math.round(number)} ms`;

const folder = process.argv[2] ?? fileURLToPath(new URL("../dist/", import.meta.url));
const site = await serve(folder, { script: `(${watch})()` });
const loads = [];
const paints = [];
const trusted = [];
try {
  for (let run = 0; run < RUNS; run += 1) {
    // A new browser each time: nothing cached, nothing compiled before.
    const engine = await launch("chromium");
    try {
      const page = new Page(engine, site);
      await page.driver.manage().setTimeouts({ script: 120_000, pageLoad: 60_000 });
      await engine.cdp("Network.enable");
      await engine.cdp("Network.emulateNetworkConditions", NETWORK);
      await engine.cdp("Emulation.setCPUThrottlingRate", { rate: SLOWER });
      await page.driver.get(site.url);
      const wait = async (what) => {
        for (let tries = 0; tries < 600 && !(await page.run(what)); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
      };
      await wait(() => window.speed.question > 0 && document.documentElement.dataset.loaded === "yes");
      const { home, question, tasks } = await page.run(() => window.speed);
      const blocked = (list) => list.reduce((sum, { duration }) => sum + duration, 0);
      const excess = tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
      const bytes = await page.run(() => [performance.getEntriesByType("navigation")[0], ...performance.getEntriesByType("resource")].reduce((sum, e) => sum + e.encodedBodySize, 0));
      loads.push({ home, question, blocked: blocked(tasks), before: blocked(tasks.filter((t) => t.startTime < question)), excess, bytes });

      // Again as someone who comes back to a question, with nothing cached.
      await engine.cdp("Network.clearBrowserCache");
      const deep = await page.run(() => location.href);
      await page.driver.get("about:blank");
      await page.driver.get(deep);
      await wait(() => window.speed.question > 0 && document.documentElement.dataset.loaded === "yes");
      loads.at(-1).back = await page.run(() => window.speed.question);

      paints.push(...(await page.driver.executeAsyncScript(clickAround, Math.ceil(CLICKS / RUNS))));

      // The same by real mouse events, as the browser itself measures them.
      await page.run(() => {
        window.events = [];
        new PerformanceObserver((list) => window.events.push(...list.getEntries().filter((e) => e.name === "click").map((e) => e.duration)))
          .observe({ type: "event", durationThreshold: 16 });
      });
      const cards = await page.driver.findElements({ css: "fieldset.field label.card" });
      const clicks = Math.ceil(CLICKS / RUNS);
      for (let click = 0; click < clicks; click += 1) await cards[click % cards.length].click();
      await new Promise((resolve) => setTimeout(resolve, 300));
      const long = await page.run(() => window.events);
      // Faster than the shortest that is reported: 16 ms at most.
      trusted.push(...long, ...Array(Math.max(0, clicks - long.length)).fill(16));
    } finally {
      await engine.stop();
    }
  }
} finally {
  await site.stop();
}

const of = (key) => loads.map((load) => load[key]);
console.log(`Chromium, 1.6 Mbit/s, 150 ms, CPU ${SLOWER} times slower; ${RUNS} fresh browsers, ${paints.length} clicks\n`);
console.table({
  "home can be used": { median: ms(median(of("home"))), worst: ms(Math.max(...of("home"))) },
  "first question can be answered, coming back to it": { median: ms(median(of("back"))), worst: ms(Math.max(...of("back"))) },
  "first question can be answered, by way of home": { median: ms(median(of("question"))), worst: ms(Math.max(...of("question"))) },
  "long tasks until then": { median: ms(median(of("before"))), worst: ms(Math.max(...of("before"))) },
  "long tasks in all": { median: ms(median(of("blocked"))), worst: ms(Math.max(...of("blocked"))) },
  "of them beyond 50 ms each": { median: ms(median(of("excess"))), worst: ms(Math.max(...of("excess"))) },
  "click to paint (p95)": { median: ms(median(paints)), worst: ms(p95(paints)) },
  "click event of the browser (p95)": { median: ms(median(trusted)), worst: ms(p95(trusted)) },
});
console.log(`${Math.round(median(of("bytes")) / 1024)} KiB loaded in all`);
