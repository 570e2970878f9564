/**
 * Many results are counted on other threads. Where there are none, or one breaks off, the page counts by itself: the numbers are
 * those of the command line all the same, and nothing is asked of the host.
 */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { checkup, elsewhere, eventually, until } from "./pages.mjs";
import { ecCheckup, siteWithout } from "./sites.mjs";
import { temporaryFolder } from "./support/processes.mjs";

const folder = temporaryFolder();
after(() => folder.remove());

const LINKS = ecCheckup("sample", "-n", "330", "--seed", "21", "--format", "links").trim().replaceAll("#", "");
const file = join(folder.path, "links.txt");
writeFileSync(file, LINKS.replaceAll(/^/gm, "#"));
const REPORT = ecCheckup("survey", "--format", "json", file);

/** Runs before the page: notes every thread, and what comes from it. */
const WATCH = `{
  const { Worker } = window;
  window.threads = [];
  window.Worker = class extends Worker {
    constructor(script) {
      super(script);
      const heard = [];
      window.threads.push(heard);
      this.addEventListener("message", ({ data }) => heard.push(data.length ? "counts" : data));
    }
  };
}`;

/** What the page has instead of threads. */
const INSTEAD = {
  "threads that are none": "delete window.Worker;",
  "threads that nobody may start": "window.Worker = class { constructor() { throw new Error('no'); } };",
  "a thread that breaks off": "window.Worker = class { postMessage() { setTimeout(() => this.onerror({})); } terminate() {} };",
  "threads of another version": `window.Worker = class { postMessage() { setTimeout(() => { this.onmessage({ data: 330 }); this.onmessage({ data: new Uint8Array([1, 2, 3]) }); }); } terminate() {} };`,
};
/** Threads that never say a word. */
const SILENT = "window.ended = 0; window.Worker = class { postMessage() {} terminate() { window.ended += 1; } };";

const STORED = { lang: "ja", address: "#/survey/ecom", other: { "ec-checkup:collection": LINKS } };

/** The report as the page saves it. */
async function saved(app) {
  await app.sees("330件", "#respondents");
  await app.page.run(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => (blob.text().then((text) => (window.saved = text)), make.call(URL, blob));
    HTMLAnchorElement.prototype.click = () => {};
  });
  await app.click("#save-json");
  return until("the file", () => app.page.run(() => window.saved));
}

checkup("threads", { script: WATCH }, (at) => {
  test("many are counted on threads, which ask nothing of the host", async () => {
    const { app, page, site } = at;
    await app.fresh({ ...STORED, address: "#/survey" });
    // The collecting page counts nothing.
    await app.sees("330店分", "#collected");
    assert.deepEqual(await page.run(() => window.threads), []);
    const before = site.requests.length;
    await app.arrive(() => app.click("#to-report"));
    assert.equal(await saved(app), REPORT);
    assert.equal(site.requests.length, before);
    const threads = await page.run(() => window.threads);
    assert.ok(threads.length > 0 && threads.every((heard) => heard.at(-1) === "counts"), JSON.stringify(threads));
    assert.equal(threads.flat().reduce((sum, done) => sum + (Number(done) || 0), 0), 330);
  });

  test("who comes to the report while results are still read sees it as soon as they are in", async () => {
    const { app, page } = at;
    await app.fresh({ lang: "ja", address: "#/survey" });
    await page.run((text) => {
      const area = document.querySelector("#collect-text");
      area.value = text;
      area.dispatchEvent(new Event("input", { bubbles: true }));
      document.querySelector("#collect-read").click();
      location.hash = "#/survey/ecom";
    }, Array(20).fill(LINKS.replaceAll(/^/gm, "#")).join("\n"));
    await app.sees("330件", "#respondents");
  });

  test("few are counted by the page itself", async () => {
    const { app, page } = at;
    await app.fresh({ ...STORED, other: { "ec-checkup:collection": LINKS.split("\n").slice(0, 20).join("\n") } });
    await app.sees("20件", "#respondents");
    assert.deepEqual(await page.run(() => window.threads), []);
  });

  for (const [name, script] of Object.entries(INSTEAD)) {
    test(name, () =>
      elsewhere(at, { script }, async (app) => {
        await app.fresh(STORED);
        assert.equal(await saved(app), REPORT);
      }));
  }

  test("a site from which their files are missing", async () => {
    const site = siteWithout(/^(counter|thread)\./);
    try {
      await elsewhere(at, { folder: site.path, script: WATCH }, async (app) => {
        await app.fresh(STORED);
        assert.equal(await saved(app), REPORT);
        assert.deepEqual(await app.page.run(() => window.threads), []);
        // The browser complains of what it could not get.
        await app.errors();
      });
    } finally {
      site.remove();
    }
  });

  test("counting can be seen, stopped, and begun again", () =>
    elsewhere(at, { script: SILENT }, async (app) => {
      await app.fresh(STORED);
      await app.sees("数えています…", "main");
      assert.equal(await app.count("#recount"), 0);
      assert.equal(await app.count("progress"), 1);
      assert.equal(await app.count("#respondents"), 0);
      await app.click("#stop");
      await until("the end", async () => (await app.count(".working")) === 0);
      assert.ok((await app.page.run(() => window.ended)) > 0);
      await app.click("#recount");
      await eventually(async () => assert.equal(await app.count("progress"), 1));
      await app.setLanguage("en");
      await app.sees("Reading and counting…", "main");
      await app.click("#stop");
      await until("the end", async () => (await app.count(".working")) === 0);
    }));
});
