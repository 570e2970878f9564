/**
 * What there is to read before the program arrives, and when it never does.
 */
import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { checkup, elsewhere, eventually, until } from "./pages.mjs";
import { copyOfSite, namesOf, siteWithout } from "./sites.mjs";

const PROMISE = "答えはこのブラウザーの中だけに保存され、どこにも送られません。";

/** Loads the page without waiting for the program. */
const load = async ({ page }) => {
  await page.driver.get("about:blank");
  await page.driver.get(page.site.url);
};

checkup("no JavaScript", { javascript: false }, (at, engine) => {
  // WebKit's driver cannot turn it off.
  if (engine === "webkit") return;
  test("the shell says what this is, and what is missing", async () => {
    const { page } = at;
    if (engine === "chromium") await page.engine.cdp("Emulation.setScriptExecutionDisabled", { value: true });
    await load(at);
    const text = await page.text();
    assert.match(text, /ECサイト セキュリティ健診/);
    assert.ok(text.includes(PROMISE));
    assert.match(text, /このページにはJavaScriptが必要です/);
    assert.match(text, /This page needs JavaScript/);
    assert.equal(await page.driver.getTitle(), "ECサイト セキュリティ健診");
  });
});

checkup("shell", {}, (at) => {
  test("is gone once the page is there", async () => {
    const { app } = at;
    await app.open();
    assert.equal(await app.count("#shell"), 0);
    assert.equal(await app.count("main"), 1);
  });

  test("without WebAssembly it says which browsers will do", () =>
    elsewhere(at, { script: "delete window.WebAssembly;" }, async (app) => {
      await load(app);
      await app.sees("このブラウザーではWebAssemblyが使えない", "#failed-wasm");
      await app.sees("This browser cannot run WebAssembly", "#failed-wasm");
      await app.sees(PROMISE, "#shell");
      assert.equal(await app.visible("#loading"), "");
      assert.equal(await app.visible("#failed-load"), "");
    }));

  for (const [what, missing] of [
    ["the program", /^app\..*wasm$/],
    ["the script", /^app\..*js$/],
    ["the questionnaire", /^structure\./],
    ["the first texts", /^(ja|en)-start\./],
  ]) {
    test(`without ${what} it says that files could not be loaded`, async () => {
      const folder = siteWithout(missing);
      await elsewhere(at, { folder: folder.path }, async (app) => {
        await load(app);
        if (what === "the script") {
          // Nobody is left to say it but the words that stand there from the beginning.
          await app.sees("終わらないときは、新しいブラウザーでお試しください", "#loading");
        } else {
          await app.sees("ページのファイルを読み込めませんでした", "#failed-load");
          assert.equal(await app.visible("#loading"), "");
        }
        await app.sees(PROMISE, "#shell");
        assert.equal(await app.visible("#failed-wasm"), "");
        // The browser complains about the missing file, and rightly so.
        await app.page.rest();
        await app.errors();
      });
      folder.remove();
    });
  }

  for (const [what, changed] of [["the first texts", /^(ja|en)-start\./], ["the questionnaire", /^structure\./], ["the program", /^app\..*wasm$/], ["the script", /^app\..*js$/]]) {
    test(`where ${what} are not what the page says, they are refused`, async () => {
      const folder = copyOfSite();
      for (const name of namesOf(folder.path, changed)) appendFileSync(join(folder.path, name), "\n");
      await elsewhere(at, { folder: folder.path }, async (app) => {
        await load(app);
        if (what === "the script") await app.sees("終わらないときは、新しいブラウザーでお試しください", "#loading");
        else await app.sees("ページのファイルを読み込めませんでした", "#failed-load");
        await app.page.rest();
        await app.errors();
      });
      folder.remove();
    });
  }

  test("when the program breaks off, the page starts afresh by itself, once, and nothing is lost", () => {
    // As when code of the program traps in a task of its own.
    const script = `window.breakOff = () =>
      dispatchEvent(new PromiseRejectionEvent("unhandledrejection", { promise: Promise.resolve(), reason: new WebAssembly.RuntimeError("unreachable") }));`;
    return elsewhere(at, { script }, async (app) => {
      const { page } = app;
      await app.open();
      await app.start();
      await app.answerByMouse(1);
      const [hash, stored] = [await app.hash(), await app.storage()];
      await page.run(() => {
        window.before = true;
        window.breakOff();
      });
      await until("a fresh start", () => page.run(() => !window.before && document.documentElement.dataset.ready === "yes").catch(() => false));
      await app.loaded();
      assert.equal(await app.hash(), hash);
      assert.deepEqual(await app.storage(), stored);
      assert.equal(await page.run(() => document.querySelectorAll("input:checked").length), 1);
      await page.run(() => {
        window.before = true;
        window.breakOff();
      });
      await page.rest();
      assert.equal(await page.run(() => window.before), true, "not twice in a row");
      await app.errors();
    });
  });

  test("without the later pages the first ones work, and the others come when asked again", async () => {
    const folder = siteWithout(/^later\./);
    await elsewhere(at, { folder: folder.path }, async (app) => {
      const { page } = app;
      await app.open();
      await app.setLanguage("ja");
      await app.sees("ページの一部を読み込めませんでした", ".findings [role=alert]");
      const id = await app.start();
      await app.answerByMouse();
      await app.go(`#/a/${id}/result`);
      assert.equal(await page.text("h1"), "読み込んでいます…");
      // Still missing: it keeps saying so.
      await app.loadAgain();
      await page.find("button", "もう一度読み込む");
      folder.restore();
      // Going to one of them asks again; the heading that takes the place of the first one takes its focus, too.
      await app.go("#/about");
      await eventually(async () => assert.equal(await page.text("h1"), "このページについて"));
      await eventually(async () => assert.equal(await page.focused(), "h1 このページについて"));
      await app.loadAgain();
      assert.equal(await app.count(".findings [role=alert]"), 0, "the message goes");
      await page.site.stop();
      await app.go(`#/a/${id}/result`);
      assert.match((await app.result()).range, /^\d+–\d+$/);
      await app.errors();
    });
    folder.remove();
  });

  for (const lang of ["ja", "en"]) {
    test(`without help (${lang}) the page works, says so, and tries again when asked`, async () => {
      const folder = siteWithout(new RegExp(`^${lang}-help\\.`));
      await elsewhere(at, { folder: folder.path }, async (app) => {
        const { page } = app;
        await app.open();
        await app.setLanguage("ja");
        await app.sees("ページの一部を読み込めませんでした", ".findings [role=alert]");
        const id = await app.start();
        await app.answerByMouse();
        await app.go(`#/a/${id}/q/access-rules`);
        await app.answerByMouse();
        await app.go(`#/a/${id}/result`);
        assert.match((await app.result()).range, /^\d+–\d+$/);

        await app.go(`#/a/${id}/q/access-rules`);
        await app.setLanguage(lang);
        await app.unfold("#help summary");
        await page.css("#help[open] .help-body");
        const retry = lang === "ja" ? "もう一度読み込む" : "Load again";
        // Still missing: it keeps saying so.
        await app.loadAgain(retry);
        await page.find("button", retry);
        folder.restore();
        await app.loadAgain(retry);
        assert.equal(await app.count(".findings [role=alert]"), 0, "the message goes");
        await app.sees(lang === "ja" ? /なぜ大切か\n+.{20}/ : /Why it matters\n+.{20}/, "#help");
        await app.errors();
      });
      folder.remove();
    });
  }
});
