/**
 * The main job, from the first visit to a link that somebody else opens.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Checkup, checkup, eventually } from "./pages.mjs";
import { launch } from "./support/engines.mjs";
import { Page } from "./support/page.mjs";

checkup("story", {}, (at, engine) => {
  /** The link of the result, its numbers, and everything stored then: carried from test to test, as the story goes on. */
  const story = { id: "", link: "", numbers: /** @type {any} */ ({}), place: "" };

  test("starts from home and answers a chapter by mouse alone", async () => {
    const { app } = at;
    await app.open();
    // WebKit always asks for English.
    assert.equal(await at.page.run(() => document.documentElement.lang), engine === "webkit" ? "en" : "ja");
    await app.setLanguage("ja");
    assert.equal(await app.heading(), "お店のセキュリティを、自分で健診しましょう");
    story.id = await app.start();
    assert.equal(await app.question(), "shop-kind", "the profile comes first");
    await app.go(`#/a/${story.id}/q/mgmt-threat-level`);
    await app.answerByMouse();
    await app.sees("保存しました", ".saved");
    for (let page = 0; (await app.visible(".crumbs")).includes("第1章"); page += 1) {
      assert.ok(page < 60, "the chapter ends");
      await app.answerByMouse(page % 4);
      await app.next();
    }
    assert.match(await app.visible(".crumbs"), /第2章/);
    const { answers } = await app.document();
    assert.ok(Object.keys(answers).length >= 17, `stored: ${Object.keys(answers)}`);
    assert.equal(answers["mgmt-threat-level"], "A");
    await app.go(`#/a/${story.id}/p/ecom`);
    assert.match(await app.visible(".chapter .progress-text"), /^(\d+)問中\1問に回答/, "chapter 1 is complete");
  });

  test("answers a chapter by keyboard alone", async () => {
    const { app, page } = at;
    await app.go(`#/a/${story.id}/q/access-rules`);
    // Letters, then arrows, on the first question.
    await page.press("a");
    await eventually(async () => assert.match(await page.focused(), /^radio A/));
    assert.equal((await app.document()).answers["access-rules"], "A");
    await page.press("ArrowDown", "ArrowDown");
    await eventually(async () => assert.equal((await app.document()).answers["access-rules"], "C"));
    for (let count = 0; (await app.visible(".crumbs")).includes("第2章"); count += 1) {
      assert.ok(count < 40, "the chapter ends");
      await app.answerByKeyboard();
      await app.arrive(() => page.press("Enter"));
    }
    assert.match(await app.visible(".crumbs"), /第3章/);
    const { answers } = await app.document();
    assert.equal(answers["account-lifecycle"], "B");
    assert.deepEqual(answers["access-log-kinds"], ["A"]);
    assert.deepEqual(answers["access-log-frequency"], { A: "2", B: "2", C: "2", D: "2", E: "2", F: "2" });
    await app.go(`#/a/${story.id}/p/ecom`);
    assert.match((await app.visible(".chapter:has([href$=access-rules]) .progress-text")), /^(\d+)問中\1問に回答/);
  });

  test("moves around: next unanswered, a chapter, back", async () => {
    const { app } = at;
    await app.go(`#/a/${story.id}/q/mgmt-threat-level`);
    await app.arrive(() => app.click(".onward .next-open"));
    assert.match(await app.visible(".crumbs"), /第3章/, "the first two chapters are answered");
    const open = await app.question();
    await app.unfold(".jump summary");
    await app.arrive(() => app.clickOn("link", /^8\. /));
    assert.equal(await app.question(), "login-used");
    await app.arrive(() => at.page.run(() => history.back()));
    assert.equal(await app.question(), open);
    await app.arrive(() => app.click(".onward .previous"));
    assert.match(await app.visible(".crumbs"), /第2章/);
    await app.answerByMouse();
    await app.next();
    assert.equal(await app.question(), open);
    story.place = open;
  });

  test("the packs, the chapters of one, and the way from a question back to them", async () => {
    const { app } = at;
    await app.go(`#/a/${story.id}/q/access-rules`);
    assert.match((await app.texts(".crumbs"))[0], /^本診断 › 第2章 \S.* › \S/);
    assert.deepEqual(await app.texts(".tabs a"), ["診断の一覧", "回答の確認", "結果", "計画"]);
    await app.arrive(() => app.click(".crumbs a"));
    assert.equal(await app.hash(), `#/a/${story.id}/p/ecom`);
    assert.equal(await app.heading(), "本診断");
    assert.equal(await app.title(), "本診断｜ECサイト セキュリティ健診");
    assert.equal(await app.count(".chapter"), 12);
    await app.arrive(() => app.click(".tabs li:first-child a"));
    assert.equal(await app.hash(), `#/a/${story.id}`);
    assert.equal(await app.heading(), "診断の一覧");
    assert.equal(await app.visible(".tabs [aria-current=page]"), "診断の一覧");
    const packs = ["お店のプロフィール", "はじめの診断", "本診断", "個人情報", "サーバー選び", "日々の備え"];
    assert.deepEqual((await app.texts(".pack h2")).map((title) => title.split(/[\s　]/)[0]), packs);
    const names = await at.page.run(() => [...document.querySelectorAll(".pack a")].map((a) => a.getAttribute("aria-label")));
    assert.equal(new Set(names).size, names.length, names.join(" · "));
    await app.arrive(() => app.clickOn("link", "続きから: 本診断"));
    assert.equal(await app.question(), story.place);
    await app.go(`#/a/${story.id}/result`);
    await app.arrive(() => app.clickOn("link", "本診断"));
    assert.equal(await app.hash(), `#/a/${story.id}/result/ecom`);
    assert.equal(await app.visible(".tabs [aria-current=page]"), "結果");
    await app.go(`#/a/${story.id}/q/${story.place}`);
  });

  test("a reload keeps place and answers", async () => {
    const { app } = at;
    await app.go(`#/a/${story.id}/q/access-rules`);
    const before = await app.document();
    await app.reload();
    assert.equal(await app.question(), "access-rules");
    assert.ok(await at.page.run(() => document.getElementById("access-rules-C").checked));
    assert.deepEqual((await app.document()).answers, before.answers);
    await app.go(`#/a/${story.id}/q/${story.place}`);
  });

  test("the next visit goes on where this one ended", async () => {
    const { app } = at;
    await app.open();
    assert.equal(await app.count(".item"), 1);
    await app.arrive(() => app.clickOn("link", "続ける"));
    assert.equal(await app.question(), story.place);
  });

  test("the review shows every answer and leads back to it", async () => {
    const { app } = at;
    await app.go(`#/a/${story.id}/review/ecom`);
    assert.match(await app.visible(".answers"), /C /);
    const given = (await app.texts(".answered:has([href$=access-rules]) dd"))[0];
    assert.match(given, /^C ./);
    assert.ok((await app.count("dd.unanswered")) > 50);
    await app.click("#only-open");
    await app.sees(/^(?![\s\S]*第1章)[\s\S]*第3章/, ".page");
    await app.click("#only-open");
    await app.arrive(() => app.click(".answered [href$=access-rules]"));
    assert.equal(await app.question(), "access-rules");
    await app.clickCard("access-rules-B");
    await app.arrive(() => app.clickOn("link", "回答の確認"));
    assert.equal(await app.hash(), `#/a/${story.id}/review`);
    assert.equal(await app.visible(".chips [aria-current]"), "本診断", "the pack with more answers, while the first check is hardly begun");
    await app.arrive(() => app.clickOn("link", "はじめの診断"));
    assert.equal(await app.hash(), `#/a/${story.id}/review/quick`);
    assert.equal(await app.visible(".chips [aria-current]"), "はじめの診断");
    assert.equal(await app.count(".answered:has([href$=access-rules])"), 0, "a question of another pack");
    await app.arrive(() => app.clickOn("link", "本診断"));
    assert.equal(await app.hash(), `#/a/${story.id}/review/ecom`);
    assert.match((await app.texts(".answered:has([href$=access-rules]) dd"))[0], /^B ./);
  });

  test("the result is a range while questions are open, and a link", async () => {
    const { app, page, site } = at;
    await app.go(`#/a/${story.id}/result/ecom`);
    story.numbers = await app.result();
    const [lowest, highest] = story.numbers.range.split("–").map(Number);
    assert.ok(0 < lowest && lowest < highest && highest < 100, story.numbers.range);
    assert.ok(story.numbers.open > 50);
    assert.equal(story.numbers.chapters.length, 11, "all chapters but the last, which is the shop's own opinion");
    assert.equal(story.numbers.views.length, 5);
    assert.match(story.numbers.chapters[0].join(), /^\d+,\d+,\d+$/);
    story.link = story.numbers.link;
    assert.ok(story.link.startsWith(`${site.url}#r2`), story.link);
    assert.match(story.link.slice(site.url.length + 1), /^[A-Za-z0-9_-]+$/);
    await app.click("#copy-link");
    await app.sees(/コピーしました。|コピーできませんでした。/, ".share .outcome");
    if (engine === "chromium") assert.equal(await page.run(() => navigator.clipboard.readText().catch(() => null)) ?? story.link, story.link);
  });

  test("somebody else opens the link, sees the same and keeps nothing unless they choose to", async () => {
    const other = await launch(engine);
    try {
      const page = new Page(other, at.site);
      const app = new Checkup(page);
      const fragment = story.link.slice(at.site.url.length);
      await app.open(fragment);
      // What this engine tells pages may be English; the numbers are the same in every language.
      await app.setLanguage("ja");
      await app.sees("リンクで受け取った結果を表示しています", "#received");
      const { link: _, ...seen } = await app.result();
      const { link: __, ...sent } = story.numbers;
      assert.deepEqual(seen, sent);
      assert.deepEqual(await app.stored(), {});
      await app.unfold(".received-answers summary");
      assert.match(await app.visible(".received-answers"), /第1章[\s\S]*第12章/);

      await app.arrive(() => app.click("#take-over"));
      assert.match(await app.hash(), /^#\/a\/[^/]+\/result$/);
      const { link: ___, ...taken } = await app.result();
      assert.deepEqual(taken, sent);
      await app.go("#/");
      assert.deepEqual(await app.texts(".item h3"), ["受け取った結果"]);
      assert.equal(Object.keys(await app.stored()).length, 1);
      assert.deepEqual(await app.errors(), []);
    } finally {
      await other.stop();
    }
  });

  test("opening a link leaves the own assessments alone, also when it is taken over", async () => {
    const { app, site } = at;
    const before = await app.storage();
    await app.open(story.link.slice(site.url.length));
    await app.sees("この端末にある診断には何も書き込んでいません", "#received");
    assert.deepEqual(await app.storage(), before);
    await app.arrive(() => app.click("#take-over"));
    await app.go("#/");
    assert.equal(await app.count(".item"), 2);
    const after = await app.storage();
    for (const key of Object.keys(before)) assert.equal(after[key], before[key], key);
  });
});
