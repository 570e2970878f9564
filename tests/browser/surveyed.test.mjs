/**
 * The report of many shops: its numbers are those of the command line, no shop can be recognised, and everybody can read it.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { catchFiles, caught, checkup, eventually, until } from "./pages.mjs";
import { assertAccessible, violations } from "./support/axe.mjs";
import { COLLECTION, assertEveryQuestion, assertOverview, chooseChapter, groupsOf, native, sampleLinks } from "./surveys.mjs";

const folder = mkdtempSync(join(tmpdir(), "ec-checkup-surveyed-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const LINKS = sampleLinks(60, 3);
const REPORT = JSON.parse(native(LINKS, "--format", "json"));

checkup("surveyed", {}, (at, engine) => {
  /** Opens the report of some links. */
  const open = (address = "#/survey/ecom", { links = LINKS, lang = "ja" } = {}) =>
    at.app.fresh({ lang, address, other: { [COLLECTION]: links.join("\n") } });
  const choose = (value) => chooseChapter(at.page, value);
  const groups = () => groupsOf(at.app);

  test("who answered", async () => {
    const { app } = at;
    await open();
    await app.sees("回答したお店は60件です。", "#respondents");
    await app.sees("2026-10-01から2026-11-30まで", "#period");
    await app.sees("架空の回答が入っています", "#made-up");
    await app.sees("割合と平均は回答が10件以上の所だけ", "#rule");
    assert.equal(await app.heading(), "調査報告");
    assert.match(await app.title(), /^調査報告/);
    assert.deepEqual(await groups(), ["全体", "中規模", "小規模", "大規模・規模不明"]);
    assert.deepEqual(REPORT.groups.map(({ group }) => group), ["all", "medium", "small", "large+unknown"]);
    assert.deepEqual(await app.texts("#sizes td.number:nth-of-type(2)"), REPORT.groups.map(({ n }) => String(n)));
  });

  test("every number of every question is that of the command line", async () => {
    const { app } = at;
    const compared = await assertEveryQuestion(app, REPORT, (pack) => open(`#/survey/${pack}`));
    assert.ok(compared > 5000, `${compared}`);
    await app.go("#/survey/profile");
    await app.sees("お店のプロフィール", "nav .chip[aria-current]");
  });

  test("levels, points, dangers, findings, own view and what goes together", async () => {
    const { app } = at;
    await open();
    await assertOverview(app, REPORT);
    // Eight shops are too few for a mean.
    const last = await app.texts("section[aria-labelledby=scores-title] > .wide tbody td:last-child");
    assert.ok(last.length === 12 && last.every((text) => text === "–"), last.join());
  });

  test("system staff against servers, where the profile is", async () => {
    const { app, page } = at;
    const { rows, columns, base, counts } = REPORT.cross;
    assert.deepEqual([rows, columns], ["server-count", "system-people"]);
    const expected = Object.values(counts).map((row) => ["A", "B", "C"].map((code) => String(row?.[code] ?? "–")));
    assert.ok(expected.flat().some((count) => count !== "–" && count !== "0"), "something is told");
    for (const [lang, title, none] of [["ja", "システムの担当とサーバーの数", "A いない"], ["en", "System people and servers", "A None"]]) {
      await open("#/survey/profile", { lang });
      await page.css(".survey-cross");
      assert.ok((await app.texts("article:has(.survey-cross) h3"))[0].endsWith(title));
      const table = await page.run(() =>
        [...document.querySelectorAll(".survey-cross tbody tr")].map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent)),
      );
      assert.deepEqual(table, expected);
      assert.equal((await app.texts(".survey-cross thead tr:last-child th"))[0], none);
      await app.sees(String(base), ".survey-cross .base");
    }
    await open("#/survey/ecom");
    await choose("*");
    await page.css(".survey-field");
    assert.equal(await app.count(".survey-cross"), 0);
  });

  test("of a few shops nothing is told by which one could be recognised", async () => {
    const { app, page } = at;
    await open("#/survey/ecom", { links: LINKS.slice(0, 3) });
    await app.sees("5件集まるまでは", "main");
    assert.equal(await app.count("main table"), 0);
    assert.equal(await app.count("#period"), 0);
    await page.css("#save-rows");
    await app.sees("点数のわかるお店が10件集まると", "#reference-none");

    await open("#/survey/ecom", { links: LINKS.slice(0, 7) });
    await choose("*");
    await page.css(".survey-field");
    assert.equal(await app.count("#sizes tbody tr"), 1, "one group that is all shops");
    assert.equal(await app.count(".sizes"), 0, "nothing to choose");
    assert.equal(await app.count(".share"), 0);
    assert.equal(await app.count(".stack"), 0);
    await app.sees("回答が10件に満たない所は", ".remark");
    const report = JSON.parse(native(LINKS.slice(0, 7), "--format", "json"));
    const kept = report.fields.find(({ groups }) => groups.all === null);
    assert.ok(kept, "something is kept back");

    // The folded sizes have counts and no shares.
    await open();
    await choose("management");
    const last = await app.texts("[data-field=mgmt-threat-level] tbody td:last-child");
    assert.ok(last.length > 4 && last.every((text) => /^\d+(\/\d+)?$/.test(text)), last.join());
  });

  test("nothing collected, and packs that are none", async () => {
    const { app } = at;
    await open("#/survey/ecom", { links: [] });
    await app.sees("まだ何も集まっていません", "#survey-none");
    await app.arrive(() => app.click("main .button-main"));
    assert.equal(await app.hash(), "#/survey");
    await open("#/survey/nothing");
    assert.equal(await app.heading(), "ページが見つかりません");
    await open("#/survey");
    await app.arrive(() => app.click("#to-report"));
    await app.sees("60件", "#respondents");
    await app.arrive(() => app.click(".crumbs a"));
    assert.equal(await app.hash(), "#/survey");
  });

  test("one chapter at a time, and from one to the next", async () => {
    const { app, page } = at;
    await open();
    assert.equal(await app.count(".survey-question"), 0);
    await choose("management");
    assert.deepEqual(await app.texts("#shown h2"), ["1. セキュリティの進め方を決める"]);
    const questions = await app.count(".survey-question");
    await app.sees(`${questions}問を表示しています。`, "#survey-count");
    await app.click("#part-next");
    await eventually(async () => assert.match(await page.focused(), /2\. 不正アクセスを防ぐ/));
    assert.equal(await page.value("#survey-chapter"), "access");
    await app.click("#part-before");
    await eventually(async () => assert.match(await page.focused(), /1\. /));
    await app.click("#part-before");
    await eventually(async () => assert.match(await page.focused(), /数字から見えること/));
    assert.equal(await page.value("#survey-chapter"), "");
    // The choice stays when the language changes, and goes with the pack.
    await choose("management");
    await app.setLanguage("en");
    await page.css("#part-management");
    assert.equal(await page.value("#survey-chapter"), "management");
    await app.go("#/survey/quick");
    assert.equal(await page.value("#survey-chapter"), "");
    await app.setLanguage("ja");
  });

  test("questions are found by their words", async () => {
    const { app, page } = at;
    await open();
    await page.type("#survey-search", "ぱすわーど");
    await app.sees(/^\d+問が見つかりました。$/, "#survey-count");
    const count = parseInt(await page.text("#survey-count"), 10);
    assert.equal(await app.count(".survey-question"), count);
    assert.ok(count > 1);
    for (const card of await app.texts(".survey-question")) assert.match(card, /パスワード/);
    await page.type("#survey-search", "　xyz");
    await app.sees("0問が見つかりました。", "#survey-count");
    assert.equal(await app.count("#shown *"), 0);
    await app.click("#survey-clear");
    await until("the overview", () => app.count("#trends"));
    await eventually(async () => assert.match(await page.focused(), /質問を探す/));
    await page.type("#survey-search", "の");
    await app.sees("初めの40問を表示しています。", "#survey-count");
    assert.equal(await app.count(".survey-question"), 40);
  });

  test("sizes are left out and come back", async () => {
    const { app, page } = at;
    await open();
    await choose("management");
    const heads = () => app.texts("[data-field=mgmt-policy] thead th");
    assert.deepEqual(await heads(), ["答え", "全体", "中規模", "小規模", "大規模・規模不明"]);
    await app.click("label:has(#size-all)");
    await eventually(async () => assert.deepEqual(await heads(), ["答え", "中規模", "小規模", "大規模・規模不明"]));
    // What shows one size only shows the first one there is.
    await app.sees("帯は「中規模」の割合です。", "#shown");
    await app.click("[id='size-large+unknown']");
    await app.click("#size-medium");
    await eventually(async () => assert.deepEqual(await heads(), ["答え", "小規模"]));
    assert.equal(await app.count("#shown details"), 0, "nothing beside it");
    await app.click("#size-small");
    await eventually(async () => assert.equal((await heads()).length, 5));
    for (const size of ["all", "medium", "small", "large+unknown"]) {
      assert.equal(await page.run((id) => document.getElementById(id).checked, `size-${size}`), false);
      await app.click(`[id='size-${size}']`);
    }
    await eventually(async () => assert.equal((await heads()).length, 5));
  });

  test("files are those of the command line", async () => {
    const { app, page } = at;
    const reference = join(folder, "reference.json");
    for (const lang of ["ja", "en"]) {
      await open("#/survey/quick", { lang });
      await catchFiles(page);
      const file = async (button) => {
        await app.click(button);
        return caught(page);
      };
      const csv = await file("#save-csv");
      assert.match(csv.name, lang === "ja" ? /^セキュリティ健診-調査報告-\d{4}-\d\d-\d\d\.csv$/ : /-survey-\d{4}-\d\d-\d\d\.csv$/);
      assert.equal(csv.text.trimEnd(), native(LINKS, "--format", "csv", "--language", lang).trimEnd());
      assert.equal((await file("#save-json")).text, native(LINKS, "--format", "json"));
      const html = await file("#save-html");
      assert.equal(html.text.trim(), native(LINKS, "--format", "html", "--language", lang).trim());
      assert.match(html.type, /^text\/html/);
      const rows = await file("#save-rows");
      assert.equal(rows.text, native(LINKS, "--format", "ndjson"));
      assert.match(rows.name, /\.ndjson$/);
      native(LINKS, "--reference", reference);
      assert.equal((await file("#save-reference")).text, readFileSync(reference, "utf8"));
    }
    await app.sees("Do not hand it on or publish it.", "#rows-text");
  });

  test("for everybody: what axe knows, narrow screens, the keyboard", async () => {
    const { app, page } = at;
    for (const [lang, address, chapter] of [["ja", "#/survey/ecom", ""], ["en", "#/survey/ecom", "management"], ["ja", "#/survey/profile", "*"]]) {
      await open(address, { lang });
      await choose(chapter);
      await page.run(() => document.querySelectorAll("main details").forEach((details) => (details.open = true)));
      await assertAccessible(page);
      if (engine === "chromium") {
        await page.engine.cdp("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: "dark" }] });
        const found = await violations(page);
        await page.engine.cdp("Emulation.setEmulatedMedia", { features: [] });
        assert.deepEqual(found, [], "in dark colours");
      }
    }
    await page.narrow(320);
    for (const lang of ["ja", "en"]) {
      await open("#/survey/ecom", { lang });
      for (const chapter of ["", "management"]) {
        await choose(chapter);
        await page.run(() => document.querySelectorAll("main details").forEach((details) => (details.open = true)));
        const [wide, seen] = await page.run(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide <= seen, `${wide} of ${seen}`);
      }
    }
    await page.narrow();
    await open();
    // From the heading to the choice of chapters, and a chapter on, without a mouse.
    await page.run(() => document.querySelector(".chip[aria-current]").focus());
    for (let presses = 0; presses < 8 && !/全体のまとめ|章/.test(await page.focused()); presses += 1) await page.tab();
    assert.equal(await page.run(() => document.activeElement.id), "survey-chapter");
    const small = await page.run(() =>
      [...document.querySelectorAll("main :is(button, select, .chip, .sizes label, input[type=text])")]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(small, []);
  });

  test("on paper", { skip: engine === "webkit" }, async () => {
    const { page } = at;
    await open("#/survey/ecom", { lang: "en" });
    await choose("management");
    await page.css("#part-management");
    const { text, images } = await page.print("surveyed");
    // The digits of Firefox are shapes without a meaning.
    for (const words of ["shops answered.", "Full checkup", "Managing security", "How serious the risk feels"]) {
      assert.ok(text.includes(words), words);
    }
    assert.doesNotMatch(text, /What to look at|Find questions|Save to a file|Previous:|Back to collecting/);
    assert.ok(images.length >= 8 && images.length <= 22, `${images.length} pages`);
  });
});
