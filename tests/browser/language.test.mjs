/**
 * The other language: switching keeps everything as it is, and nothing is left in the wrong one.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SAAS, documentOf, nativeLink, randomAnswers } from "./documents.mjs";
import { checkup, eventually } from "./pages.mjs";

const shop = documentOf(randomAnswers(2, 0.8), { name: "Shop A" });
const link = nativeLink(shop);

/** Menus that have no English name. */
const ALLOWED = "設定 > システム設定 > システム情報";

/** Main views, by address. */
const VIEWS = ["#/", "#/a/x", "#/a/x/p/quick", "#/a/x/p/ecom", "#/a/x/q/access-log", "#/a/x/q/shop-kind", "#/a/x/review", "#/a/x/result", "#/a/x/plan", "#/a/s/result", "#/a/s/plan", "#/a/s/papers", "#/a/s/review/privacy", "#/a/s/aside", "#/a/x/papers", "#/emergency", "#/open", "#/about", "#/data", "#/survey", "#/nowhere", "#/a/gone", `#${link}`, "#r1AAAA"];

/**
 * Runs in the page: goes to each address and gives what is wrong with its texts. Everything folded is looked at too.
 */
async function faults(addresses, foreign, allowed, done) {
  const found = [];
  const event = (target, name, act) =>
    new Promise((resolve) => {
      target.addEventListener(name, () => setTimeout(resolve), { once: true });
      act();
    });
  const pause = () => new Promise((resolve) => setTimeout(resolve, 500));
  for (const address of addresses) {
    // Browsers let a page go to 200 places in ten seconds, and pass over what is more: then it has to be asked again.
    while (location.hash !== address) await Promise.race([event(window, "hashchange", () => void (location.hash = address)), pause()]);
    for (const details of document.querySelectorAll("details:not([open])"))
      await event(details, "toggle", () => void (details.open = true));
    const say = (what) => found.push(`${address}: ${what}`);
    const wrong = new RegExp(foreign, "u");
    if (wrong.test(document.title) || !document.title) say(`title “${document.title}”`);
    const root = document.querySelector(".root");
    for (const element of root.querySelectorAll("*")) {
      if (element.closest("#language")) continue;
      for (const name of ["aria-label", "title", "alt", "placeholder"]) {
        const value = element.getAttribute(name);
        if (value !== null && (wrong.test(value) || !value.trim())) say(`${element.localName} ${name}=“${value}”`);
      }
    }
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (wrong.test(walker.currentNode.data.replace(allowed, "")) && !walker.currentNode.parentElement.closest("#language"))
        say(`“${walker.currentNode.data.slice(0, 60)}”`);
    }
    // Live regions may be empty; bars and marks say nothing in words.
    const wordy = "h1, h2, h3, p:not(.saved, .outcome), li, dt, dd, th, td:not(.bar-cell), a, button, summary, legend, label, caption, text, .card-text, .level-text";
    // On paper, what is not noted yet is left to a pen.
    for (const element of root.querySelectorAll(wordy)) if (!element.textContent.trim() && !element.closest(".on-paper dd")) say(`empty ${element.outerHTML.slice(0, 120)}`);
  }
  done(found);
}

/** Also the marks that only Japanese sets. */
const JAPANESE = "[\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}、。「」『』（）：]";
const NOTHING = "(?!)";

checkup("language", { lang: "en" }, (at) => {
  test("begins with the browser's, and stores nothing by looking", async () => {
    const { app, page } = at;
    await app.open();
    assert.equal(await page.run(() => document.documentElement.lang), "en");
    assert.equal(await app.heading(), "Give your online shop a security checkup");
    assert.deepEqual(await app.storage(), {});
  });

  test("switching keeps page, answers, what is unfolded and how far down one is", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { x: shop }, address: "#/a/x/q/access-log" });
    await app.unfold("#help summary");
    await app.sees("考えておきたいこと", "#help");
    await page.run(() => scrollTo(0, 500));
    const before = await page.run(() => scrollY);
    assert.ok(before > 300, `there is something to scroll: ${before}`);
    const stored = await app.stored();
    assert.equal(await app.title(), "ログの取得｜ECサイト セキュリティ健診");

    // By keyboard: a click would scroll to the button first.
    await page.run(() => document.getElementById("language").focus({ preventScroll: true }));
    await page.press("Enter");
    await app.sees("What is logged", "h1");
    assert.equal(await page.run(() => document.documentElement.lang), "en");
    assert.equal(await app.title(), "What is logged | EC Checkup");
    assert.equal(await app.hash(), "#/a/x/q/access-log");
    // Taken up with the next frame, as are place and focus.
    await eventually(async () => assert.ok(await page.run(() => document.getElementById("help").open), "help stays open"));
    await app.sees("Points to consider", "#help");
    await eventually(async () => {
      const now = await page.run(() => scrollY);
      assert.ok(Math.abs(now - before) < 100, `scrolled from ${before} to ${now}`);
    });
    assert.deepEqual(await app.stored(), stored);
    await eventually(async () => assert.equal(await page.focused(), "button 日本語", "the focus stays"));
    const ticked = await page.run(() => [...document.querySelectorAll("input:checked")].map((input) => input.value));
    assert.deepEqual(ticked.sort(), [...[stored.x.answers["access-log-kinds"], stored.x.answers["access-log-events"] ?? [], stored.x.answers["access-log-coverage"] ?? []].flat()].sort());
  });

  test("the choice is remembered", async () => {
    const { app } = at;
    await app.reload();
    assert.equal(await app.page.run(() => document.documentElement.lang), "en");
    await app.setLanguage("ja");
    await app.sees("ログの取得", "h1");
    assert.equal(await app.page.run(() => document.documentElement.lang), "ja");
  });

  for (const [lang, foreign] of [["en", JAPANESE], ["ja", NOTHING]]) {
    test(`no text is missing${lang === "en" ? " or Japanese" : ""}: ${lang}`, async () => {
      const { app, page } = at;
      await app.fresh({ documents: { x: shop, y: documentOf({}, { name: "Shop B" }), s: documentOf(SAAS, { name: "Shop C" }) }, lang });
      const questions = [];
      for (const [pack, least] of Object.entries({ profile: 9, quick: 25, ecom: 173, privacy: 20, hosting: 20, daily: 20 })) {
        await app.go(`#/a/x/p/${pack}`);
        const found = await page.run(() => [...document.querySelectorAll(".questions a")].map((a) => a.getAttribute("href")));
        assert.ok(found.length >= least, `${pack}: ${found.length}`);
        questions.push(...found);
      }
      const parts = Array.from({ length: Math.ceil(questions.length / 80) }, (_, ix) => questions.slice(ix * 80, ix * 80 + 80));
      for (const addresses of [VIEWS, ...parts]) {
        const found = await page.driver.executeAsyncScript(faults, addresses, foreign, ALLOWED);
        assert.deepEqual(found, []);
      }
    });
  }

  test("the check for texts sees what is wrong", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { x: documentOf({}, { name: "お店" }) }, lang: "en" });
    assert.match((await page.driver.executeAsyncScript(faults, ["#/"], JAPANESE, ALLOWED)).join(), /お店/);
  });
});
