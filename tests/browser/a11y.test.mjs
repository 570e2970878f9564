/**
 * Every view for everybody: what axe knows, narrow screens, the way of the focus, names and titles.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SAAS, documentOf, nativeLink, randomAnswers } from "./documents.mjs";
import { checkup, eventually, until } from "./pages.mjs";
import { violations } from "./support/axe.mjs";

const full = documentOf(randomAnswers(5, 0.9), { name: "Shop A" });
const part = documentOf(
  { "access-log-kinds": { is: ["B", "I"], other: "text" }, "mgmt-threat-kinds": { A: "1" }, "login-used": "B", "build-zones": "C" },
  { name: "Shop B" },
);
const documents = { x: full, y: part, s: documentOf(SAAS, { name: "Shop C" }) };
const link = nativeLink(full);

/**
 * Every view: an address, and what has to be done there to see it. With `alone`, it needs other documents than all the rest.
 * @type {Record<string, { at: string, act?: (app: import("./pages.mjs").Checkup) => Promise<unknown>, alone?: object }>}
 */
const VIEWS = {
  "home, empty": { at: "#/", alone: { documents: {} } },
  "home, something damaged": { at: "#/", alone: { documents: { x: full, bad: "{" } } },
  home: { at: "#/" },
  "home, renaming": {
    at: "#/",
    act: async (app) => {
      await app.click(".item button[aria-expanded]");
      await app.page.css(".rename input:focus");
      await app.page.press("Control+a", "Delete", "Enter");
      await app.page.css(".rename .error");
    },
  },
  packs: { at: "#/a/x" },
  chapters: { at: "#/a/x/p/ecom" },
  "chapters, unfolded": { at: "#/a/x/p/ecom", act: (app) => app.unfold(".chapter summary") },
  rating: { at: "#/a/x/q/access-rules" },
  "first question": { at: "#/a/y/q/mgmt-threat-level" },
  "several, with other": { at: "#/a/y/q/access-log" },
  matrix: { at: "#/a/x/q/mgmt-threat-kinds" },
  "matrix with error": {
    at: "#/a/y/q/mgmt-threat-kinds",
    act: async (app) => {
      await app.click(".onward .button-main");
      await app.page.css(".error-summary");
    },
  },
  zones: { at: "#/a/y/q/build-zones" },
  text: { at: "#/a/y/q/overall-worries" },
  "not asked": { at: "#/a/y/q/login-purposes" },
  "help and jump unfolded": {
    at: "#/a/x/q/mgmt-threat-kinds",
    act: async (app) => {
      await app.unfold("#help summary");
      await app.page.css("#help .help-body");
      await app.unfold(".jump summary");
    },
  },
  "chapters of the first check": { at: "#/a/s/p/quick", act: (app) => app.unfold(".chapter summary") },
  "profile, first question": { at: "#/a/s/q/shop-kind" },
  review: { at: "#/a/y/review/ecom" },
  "review of the first check": { at: "#/a/s/review/quick" },
  "shared with another pack": { at: "#/a/x/q/quick-accounts" },
  "set aside": { at: "#/a/s/q/traffic-settings" },
  plan: { at: "#/a/s/plan", act: (app) => app.unfold(".plan-card summary") },
  aside: { at: "#/a/s/aside", act: (app) => app.unfold(".copy-box summary") },
  papers: { at: "#/a/s/papers" },
  emergency: { at: "#/emergency" },
  "plan, empty": { at: "#/a/e/plan", alone: { documents: { e: documentOf({}) } } },
  "result of the first check": { at: "#/a/s/result/quick" },
  result: { at: "#/a/x/result", act: (app) => app.unfold("details.how summary") },
  "result, empty": { at: "#/a/e/result", alone: { documents: { e: documentOf({}) } } },
  received: { at: `#${link}`, act: (app) => app.unfold(".received-answers summary") },
  "received, bad": { at: "#r1AAAA" },
  open: { at: "#/open" },
  "open with error": {
    at: "#/open",
    act: async (app) => {
      await app.click("main button[type=submit]");
      await app.page.css(".error-summary");
    },
  },
  about: { at: "#/about" },
  data: { at: "#/data" },
  "data, files looked at": {
    at: "#/data",
    act: async (app) => {
      await app.page.run((documents) => {
        const transfer = new DataTransfer();
        const assessments = Object.entries(documents).map(([id, document]) => ({ id, document: { ...document, changed: "2026-05-05T00:00:00.000Z", answers: {} } }));
        transfer.items.add(new File([JSON.stringify({ "ec-checkup": "backup", format: 1, written: "2026-11-20T00:00:00.000Z", assessments, contacts: { bank: "03" } })], "backup.json"));
        transfer.items.add(new File(["?"], "a-file-with-a-long-name-and-nothing-that-this-page-could-read.json"));
        document.querySelector("h1").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
      }, documents);
      await app.page.css("#preview");
    },
  },
  "data, about to be erased": {
    at: "#/data",
    act: async (app) => {
      await app.click("#erase");
      await app.page.css("#erase-confirm");
    },
  },
  survey: { at: "#/survey" },
  "data, damaged": { at: "#/data", alone: { documents: { x: full, bad: "{" } } },
  unknown: { at: "#/nowhere" },
  gone: { at: "#/a/gone" },
  undo: {
    at: "#/",
    act: async (app) => {
      await app.click(".item .actions button:last-child");
      await app.page.css("#undo");
    },
  },
};

/** Goes through all views. @param {(name: string) => Promise<unknown>} look */
async function visitAll(app, lang, look) {
  let alone = true;
  for (const [name, view] of Object.entries(VIEWS)) {
    if (alone || view.alone) await app.fresh({ documents, lang, address: "#/about", ...view.alone });
    alone = Boolean(view.alone);
    // Away first: some views are at the same address as the one before.
    if ((await app.hash()) === view.at) await app.go(view.at === "#/about" ? "#/open" : "#/about");
    await app.go(view.at);
    await view.act?.(app);
    await look(name);
  }
}

const overflow = (app) =>
  app.page.run(() => {
    const width = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > width + 1 && e.checkVisibility());
    return document.documentElement.scrollWidth > width ? `${document.documentElement.scrollWidth} of ${width}: ${wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 100)).join(" · ")}` : "";
  });

/** What a machine can find on all views at one width, in one language. */
function checkAll(at, lang, width) {
  test(`axe finds nothing: ${lang}, ${width}`, async () => {
    const { app, page } = at;
    await page.narrow(width === 1280 ? undefined : width);
    await app.open();
    const found = [];
    await visitAll(app, lang, async (name) => {
      const here = await violations(page);
      if (here.length) await page.screenshot(`axe ${name} ${lang} ${width}`);
      found.push(...here.map((violation) => `${name}: ${violation}`));
    });
    await page.narrow();
    assert.equal(found.length, 0, `\n${found.join("\n")}`);
  });
}

/** Chromium looks at all combinations; the others at one each. */
const combinations = (engine, other) =>
  engine === "chromium" ? [["ja", 1280], ["ja", 360], ["en", 1280], ["en", 360]] : [other];

checkup("accessible", {}, (at, engine) => {
  for (const [lang, width] of combinations(engine, ["ja", 1280])) checkAll(at, lang, width);

  test("nothing sticks out at 320 px, which is also 1280 px at 400 %; every input has a name; every title is its own", async () => {
    const { app, page } = at;
    await page.narrow(320);
    const titles = /** @type {Record<string, string>} */ ({});
    const found = [];
    for (const lang of ["ja", "en"]) {
      await app.open();
      await visitAll(app, lang, async (name) => {
        const wide = await overflow(app);
        if (wide) found.push(`${lang}, ${name}: ${wide}`);
        const nameless = await page.run(() =>
          [...document.querySelectorAll("input, textarea, select, button, summary, a")]
            .filter((e) => e.checkVisibility())
            .filter((e) => {
              const labels = [...document.querySelectorAll("label")].filter((l) => l.htmlFor === e.id || l.contains(e));
              const texts = [e.getAttribute("aria-label") ?? "", ...labels.map((l) => l.textContent), e.matches("input, textarea") ? "" : e.textContent];
              return !texts.join("").trim();
            })
            .map((e) => e.outerHTML.slice(0, 100)),
        );
        if (nameless.length) found.push(`${lang}, ${name}: no name: ${nameless}`);
        titles[`${await app.hash()} ${name.includes("error")} ${lang}`] = await app.title();
      });
    }
    await page.narrow();
    assert.deepEqual(found, []);
    // Two bad addresses are both "not found"; two results are both results, two plans both plans.
    const same = Object.entries(titles).filter(([, title], ix, all) => all.findIndex(([, other]) => other === title) !== ix);
    const kinds = (key) => key.replace(/#\/a\/\w+\/(review|result|plan)(\/\w+)?/, "#/a/…/$1").replace(/^#r1\S+/, "#r1");
    for (const [key, title] of same) {
      const twins = Object.entries(titles).filter(([, other]) => other === title).map(([twin]) => kinds(twin));
      assert.equal(new Set(twins).size, 1, `“${title}” is the title of ${twins.join(" and ")} (${key})`);
    }
  });

  test("the focus goes to the heading of every new page, and back at the top", async () => {
    const { app, page } = at;
    await app.fresh({ documents });
    // On arrival it is where the browser puts it; nothing is taken from the reader, not even later.
    await page.rest();
    assert.equal(await page.focused(), "body");
    await app.go("#/a/x/review");
    await page.run(() => scrollTo(0, 2000));
    assert.ok((await page.run(() => scrollY)) > 1000, "there is something to scroll");
    await app.arrive(() => page.run(() => document.querySelector(".tabs li:nth-child(3) a").click()));
    assert.equal(await page.focused(), "h1 診断の結果");
    await eventually(async () => assert.equal(await page.run(() => scrollY), 0));
    // By real clicks: WebKit goes back only to places that somebody has been at in person.
    await app.arrive(() => app.click(".tabs li:first-child a"));
    await app.arrive(() => app.click(".tabs li:nth-child(3) a"));
    await app.arrive(() => page.run(() => history.back()));
    assert.equal(await page.focused(), "h1 診断の一覧");
  });

  test("the first Tab gets to the skip link, which leads to the content", async () => {
    const { app, page } = at;
    await app.fresh({ documents, address: "#/a/x/q/access-rules" });
    await page.tab();
    assert.equal(await page.focused(), "a 本文へ移動");
    await eventually(async () => {
      const { width, top } = await page.run(() => document.activeElement.getBoundingClientRect().toJSON());
      assert.ok(width > 20 && top >= 0, `it can be seen while it has the focus: ${width} px wide, at ${top} px`);
    });
    await page.press("Enter");
    await eventually(async () => assert.match(await page.focused(), /^h1/));
    assert.equal(await app.hash(), "#/a/x/q/access-rules");
  });

  for (const address of ["#/", "#/a/x", "#/a/y/q/access-log", "#/a/x/q/mgmt-threat-kinds", "#/a/x/result", "#/a/s/plan", "#/emergency", "#/open", "#/data", "#/survey"]) {
    test(`a walk with Tab shows where one is: ${address}`, async () => {
      const { app, page } = at;
      await app.fresh({ documents, address });
      const seen = [];
      const invisible = [];
      const look = () =>
        page.run(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          const box = element.getBoundingClientRect();
          // The card may show it instead of its input.
          const shown = [element, element.closest("label")].filter(Boolean).some((e) => {
            const style = getComputedStyle(e);
            return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
          });
          const inView = box.bottom > 0 && box.top < innerHeight && box.width > 0;
          return { name: `${element.localName} ${element.id || element.textContent.slice(0, 30)}`, shown, inView };
        });
      for (let step = 0; step < 40; step += 1) {
        await page.tab();
        let stop = null;
        // The browser scrolls there a moment later.
        const canBeSeen = async () => ((stop = await look()), !stop || (stop.shown && stop.inView));
        await until("the focus to be seen", canBeSeen).catch(() => invisible.push(stop));
        if (!stop) break;
        seen.push(stop.name);
      }
      assert.ok(seen.length >= 6, seen.join(" · "));
      assert.deepEqual(invisible, []);
    });
  }

  test("targets are at least 24 px", async () => {
    const { app, page } = at;
    await app.fresh({ documents, address: "#/about" });
    for (const address of ["#/", "#/a/x", "#/a/y/q/access-log", "#/a/x/q/mgmt-threat-kinds", "#/a/x/result", "#/a/s/plan", "#/a/s/aside", "#/emergency"]) {
      await app.go(address);
      const small = await page.run(() =>
        [...document.querySelectorAll("button, .card, .level, summary, a.button, a.tab, a.quiet, a.chip, select, input[type=date]")]
          .filter((e) => e.checkVisibility())
          .filter((e) => e.getBoundingClientRect().height < 24 || e.getBoundingClientRect().width < 24)
          .map((e) => e.outerHTML.slice(0, 80)),
      );
      assert.deepEqual(small, [], address);
    }
  });
});

checkup("accessible in the dark", { dark: true, lang: "en" }, (at, engine) => {
  for (const [lang, width] of combinations(engine, ["en", 360])) checkAll(at, lang, width);

  test("it is dark indeed", async () => {
    const { app, page } = at;
    await app.fresh({ documents });
    const [red, green, blue] = await page.run(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number));
    const ground = red + green + blue || (await page.run(() => getComputedStyle(document.documentElement).backgroundColor));
    assert.ok(typeof ground === "number" ? ground < 200 : /rgb\(\d?\d, /.test(ground), `${ground}`);
    await page.screenshot("home-dark");
    await app.go("#/a/x/result");
    await page.screenshot("result-dark");
  });
});
