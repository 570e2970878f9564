/**
 * On paper: what was answered and found, and nothing to press. WebKit's driver cannot print.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { test } from "node:test";
import { SAAS, documentOf, randomAnswers } from "./documents.mjs";
import { checkup } from "./pages.mjs";

const shop = documentOf(randomAnswers(5, 0.9), { name: "架空商店 本店" });

/** Words of buttons, links and boxes that mean nothing on paper. */
const ON_SCREEN_ONLY = /印刷する|リンクをコピー|#r[12]|English|本文へ移動|このページについて|保存しました|未回答だけを表示する|診断の一覧/;

checkup("print", {}, (at, engine) => {
  const canPrint = engine !== "webkit";

  test("the result", { skip: !canPrint }, async () => {
    const { app, page } = at;
    await app.fresh({ documents: { x: shop }, address: "#/a/x/result" });
    const { range, chapters, weaknesses } = await app.result();
    const titles = await app.texts("section[aria-labelledby=chapters-title] tbody th");
    const { pdf, text, images } = await page.print("result");
    const flat = inOrder(pdf);
    for (const words of ["診断の結果", "架空商店本店", `${range}点`, "章ごとの点数", "見方ごとの点数", "強い章", "弱い章", "見直したい回答"]) {
      assert.ok(flat.includes(words), `${words} is on paper`);
    }
    assert.equal(titles.length, chapters.length);
    for (const title of titles) assert.ok(flat.includes(title.normalize("NFKC").replace(/^\d+\.\s*/, "").replace(/\s+/g, "").slice(0, 8)), title);
    assert.equal([...flat.matchAll(/回答[CDE]/g)].length, weaknesses.length, "all answers worth another look");
    assert.doesNotMatch(text, ON_SCREEN_ONLY);
    checkPages(images, 2, 12);
  });

  test("the review", { skip: !canPrint }, async () => {
    const { app, page } = at;
    await app.fresh({ documents: { x: shop }, address: "#/a/x/review/ecom" });
    const questions = await app.texts(".answered h3");
    assert.ok(questions.length > 100);
    const { pdf, text, images } = await page.print("review");
    const flat = inOrder(pdf);
    assert.ok(flat.includes("回答の確認"));
    for (const question of questions) {
      const number = question.split(" ")[0];
      assert.ok(flat.includes(number), question);
    }
    assert.doesNotMatch(text, ON_SCREEN_ONLY);
    assert.doesNotMatch(flat, /変更変更/);
    checkPages(images, 8, 60);
  });

  test("the emergency page, with the numbers one has filled in", { skip: !canPrint }, async () => {
    const { app, page } = at;
    await app.fresh({ address: "#/emergency" });
    await page.type(".sheet-line input", "03-0000-0000");
    await app.sees("保存しました", ".saved");
    const wanted = await app.texts("main h1, main h2, main h3, main dt, main .steps > li, main .never li, .sheet-line label, .clock .on-paper li");
    assert.ok(wanted.length > 80, `${wanted.length}`);
    const { pdf, text, images } = await page.print("emergency");
    const flat = inOrder(pdf);
    for (const words of wanted) assert.ok(flat.includes(onPaper(words)), `${words} is on paper`);
    assert.ok(flat.includes("03-0000-0000"), "the sheet is printed with what stands in it");
    const day = await page.run(() => new Date().toLocaleDateString("ja"));
    assert.ok(flat.includes(onPaper(`気づいた日 ${day}`)), "the day, without a box around it");
    assert.doesNotMatch(flat, /起きたことと、気づいた日を選んでください/);
    assert.doesNotMatch(text, ON_SCREEN_ONLY);
    checkPages(images, 3, 14);
  });

  test("the plan, with who does it and by when", { skip: !canPrint }, async () => {
    const { app, page } = at;
    const plan = { "two-step-login": { owner: "佐藤", due: "2026-12-01", note: "業者に電話", state: "doing" } };
    await app.fresh({ documents: { x: documentOf(SAAS, { name: "架空商店 本店", plan }) }, address: "#/a/x/plan" });
    const wanted = await app.texts("main h1, main h2, .plan-card > h3, .plan-card > .lifts, .plan-card > p, .on-paper .steps > li, .on-paper > p");
    const cards = await app.count(".plan-card");
    assert.ok(cards > 10);
    assert.ok(wanted.length > cards * 6, "steps of every card, not only of those unfolded");
    const { pdf, text, images } = await page.print("plan");
    const flat = inOrder(pdf);
    for (const words of wanted) assert.ok(flat.includes(onPaper(words)), `${words} is on paper`);
    const [changed, due] = await page.run(() => ["2026-01-03T03:04:05.000Z", "2026-12-01T00:00"].map((day) => new Date(day).toLocaleDateString("ja")));
    for (const words of ["架空商店 本店", `${changed} 現在`, "佐藤", due, "業者に電話", "進行中"]) {
      assert.ok(flat.includes(onPaper(words)), `${words} is on paper`);
    }
    assert.equal([...flat.matchAll(/状態担当期限メモ/g)].length + [...flat.matchAll(/状態(進行中|未着手)/g)].length, cards, "room for notes on every card");
    assert.doesNotMatch(text, ON_SCREEN_ONLY);
    assert.doesNotMatch(text, /CSV（|Markdown|カレンダー（|お世話になっております|手順と理由|この端末に残ります/);
    // Two cards a page, about: a card that is cut in two, or one a page, needs more.
    checkPages(images, Math.ceil(cards / 3), Math.ceil(cards * 0.75));
  });

  test("no card of the plan, and no row of a paper, is cut in two", { skip: !canPrint }, async () => {
    const { app, page } = at;
    await app.fresh({ documents: { x: documentOf(SAAS) }, address: "#/a/x/plan" });
    const ends = await app.texts(".noted");
    const titles = await app.texts(".plan-card > h3");
    const pages = inOrder((await page.print("plan-whole")).pdf, "\f");
    for (const title of titles) {
      const on = pages.filter((one) => one.includes(onPaper(title)));
      assert.equal(on.length, 1, title);
      // What is below the last title of a page ends on that page.
      const below = on[0].slice(on[0].lastIndexOf(onPaper(title)));
      assert.match(below, /状態/, `${title} ends where it begins`);
    }
    assert.equal(ends.length, titles.length);
    await app.go("#/a/x/papers");
    const rows = await page.run(() => [...document.querySelectorAll(".paper tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent)));
    const papers = inOrder((await page.print("papers")).pdf, "\f");
    assert.ok(papers.length <= 9, `${papers.length} pages`);
    for (const [topic, , questions] of rows) {
      const first = onPaper(topic).slice(0, 10);
      assert.ok(papers.some((one) => one.includes(first) && one.includes(onPaper(questions).slice(0, 4))), topic);
    }
    const flat = papers.join("");
    for (const words of ["Shop A", "下書きです。正式な様式ではありません"]) assert.ok(flat.includes(onPaper(words)), words);
    assert.doesNotMatch(flat, /各行から/);
  });

  test("a received result", { skip: !canPrint }, async () => {
    const { app, page } = at;
    await app.fresh({ documents: { x: shop }, address: "#/a/x/result" });
    const { link, range } = await app.result();
    await app.go(link.slice(at.site.url.length));
    const { pdf, text } = await page.print("received");
    assert.ok(inOrder(pdf).includes(`${range}点`));
    assert.doesNotMatch(text, /新しい診断として取り込む|取り込むと|English/);
  });
});

/** A text of the page as `inOrder` gives it. @param {string} text */
const onPaper = (text) => text.normalize("NFKC").replace(/\s+/g, "").replace(/‒/g, "–");

/**
 * All words in the order of the document, so that a text in two lines of a cell stays whole; without spaces.
 * Fonts have one shape for two dashes or two 見, and the PDF of Firefox knows only shapes.
 * @param {string} pdf
 * @param {string} [pages] what is between pages: then a list of them
 */
function inOrder(pdf, pages) {
  const text = execFileSync("pdftotext", ["-raw", pdf, "-"], { encoding: "utf8" });
  return pages ? text.split(pages).map(onPaper).filter(Boolean) : onPaper(text);
}

/** So many pages, and none of them blank. @param {string[]} images */
function checkPages(images, least, most) {
  assert.ok(images.length >= least && images.length <= most, `${images.length} pages`);
  // A blank A4 page at this resolution is a PNG of about 1 KiB.
  for (const image of images) assert.ok(statSync(image).size > 2_000, `${image} is blank`);
}
