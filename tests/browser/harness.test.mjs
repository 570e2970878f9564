/**
 * Proves that the tools of the browser tests see what they should, on a page small enough to know by heart.
 * Without this, "no errors, no requests, no violations" could also mean that nobody looked.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { assertAccessible, violations } from "./support/axe.mjs";
import { inEveryEngine } from "./support/suite.mjs";
import { eventually } from "./support/waiting.mjs";

const folder = fileURLToPath(new URL("fixture/", import.meta.url));

inEveryEngine("harness", { folder }, (at, engine) => {
  test("opens, finds by role and name, clicks", async () => {
    await at.page.open();
    assert.equal(await at.page.text("h1"), "試験ページ");
    await at.page.click("button", "数える");
    await at.page.click("button", /^数/);
    await eventually(async () => assert.equal(await at.page.text("output"), "2"));
    assert.equal((await at.page.findAll("button", "隠れたボタン")).length, 0, "hidden things are not found");
    await assert.rejects(at.page.find("link", "戻る", 500), /there are: 次へ/);
  });

  test("a keyboard is enough, and a reload keeps what was chosen", async () => {
    await at.page.open();
    await at.page.press("Tab", "Space", "Tab", "Space");
    await eventually(async () => assert.equal(await at.page.focused(), "radio いつも確認する"));
    await at.page.press("ArrowDown");
    await eventually(async () => assert.equal(await at.page.focused(), "radio ときどき確認する"));
    await at.page.open("#/next");
    assert.ok(await at.page.on(() => at.page.find("radio", "ときどき確認する"), (element) => element.isSelected()));
    await at.page.press("Tab", "Tab", "Shift+Tab");
    await eventually(async () => assert.equal(await at.page.focused(), "button 数える"));
  });

  test("a good page has no errors and asks for nothing after it loaded", async () => {
    await at.page.open();
    const loaded = at.site.requests.length;
    await at.page.go("#/next");
    await at.page.click("button", "数える");
    await sleep(200);
    assert.deepEqual(at.site.requests.slice(loaded), []);
    assert.deepEqual(await at.page.errors(), []);
    assert.deepEqual((await at.page.resources()).map((url) => url.replace(at.site.url, "")).sort(), ["script.js", "style.css"]);
  });

  for (const [kind, message] of Object.entries({
    early: /early mistake/,
    thrown: /thrown mistake/,
    rejected: /rejected mistake/,
    blocked: /CSP|Content Security Policy/,
    missing: /missing\.js/,
  })) {
    test(`notices a mistake: ${kind}`, async () => {
      await at.page.open(`?${kind}`);
      const told = [];
      await eventually(async () => {
        told.push(...(await at.page.errors()));
        assert.match(told.join("\n"), message);
      });
      // One mistake may have several complaints.
      await at.page.rest();
      await at.page.errors();
      assert.deepEqual(await at.page.errors(), [], "each is told once");
    });
  }

  test("notices a request after the page loaded", async () => {
    await at.page.open();
    const loaded = at.site.requests.length;
    await at.page.run(() => void fetch("style.css"));
    await eventually(() => assert.deepEqual(at.site.requests.slice(loaded).map((r) => r.path), ["/some/shop/style.css"]));
  });

  test("axe passes the good page and finds faint text", async () => {
    await at.page.open();
    await assertAccessible(at.page);
    await at.page.run(() => document.querySelector("h1").classList.add("faint"));
    assert.match((await violations(at.page)).join(), /color-contrast/);
  });

  test("is as narrow as a phone, and takes a picture", async () => {
    await at.page.narrow(320);
    await at.page.open();
    assert.equal(await at.page.run(() => innerWidth), 320);
    await at.page.click("radio", "いつも確認する");
    await at.page.press("ArrowDown");
    await eventually(async () => assert.equal(await at.page.focused(), "radio ときどき確認する"));
    await at.page.screenshot("harness-narrow");
    await assertAccessible(at.page);
    await at.page.narrow();
    await at.page.open();
    assert.ok((await at.page.run(() => innerWidth)) > 1000);
    assert.ok(pngWidth(await at.page.screenshot("harness")) > 1000);
  });

  // WebKit's driver has no print.
  test("prints", { skip: engine === "webkit" }, async () => {
    await at.page.open();
    const { text, images } = await at.page.print("harness");
    assert.match(text, /試験ページ/);
    assert.doesNotMatch(text, /ヘッダー/, "print styles apply");
    assert.equal(images.length, 1);
  });

  test("goes offline", async () => {
    await at.page.open();
    await at.site.stop();
    await at.page.click("button", "数える");
    await assert.rejects(at.page.driver.get(at.site.url).then(() => at.page.css("h1#title", 500)));
  });
});

inEveryEngine("harness in the dark", { folder, dark: true, lang: "en" }, (at, engine) => {
  test("the reader's wishes reach the page", async () => {
    await at.page.open();
    assert.ok(await at.page.run(() => matchMedia("(prefers-color-scheme: dark)").matches));
    assert.match(await at.page.run(() => navigator.language), /^en/);
    assert.deepEqual(await at.page.errors(), []);
  });
});

/** @param {string} file */
const pngWidth = (file) => readFileSync(file).readUInt32BE(16);
