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
    const wanted = await app.texts("main h1, main h2, main h3, main dt, main .steps > li, main .never li, .sheet-line label");
    assert.ok(wanted.length > 80, `${wanted.length}`);
    const { pdf, text, images } = await page.print("emergency");
    const flat = inOrder(pdf);
    for (const words of wanted) assert.ok(flat.includes(onPaper(words)), `${words} is on paper`);
    assert.ok(flat.includes("03-0000-0000"), "the sheet is printed with what stands in it");
    assert.doesNotMatch(text, ON_SCREEN_ONLY);
    checkPages(images, 3, 14);
  });

  test("the plan, with who does it and by when", { skip: !canPrint }, async () => {
    const { app, page } = at;
    const plan = { "two-step-login": { owner: "佐藤", due: "2026-12-01", note: "業者に電話", state: "doing" } };
    await app.fresh({ documents: { x: documentOf(SAAS, { name: "架空商店 本店", plan }) }, address: "#/a/x/plan" });
    const wanted = await app.texts("main h1, main h2, .plan-card > h3, .plan-card > .lifts, .plan-card > p");
    assert.ok((await app.count(".plan-card")) > 10);
    const { pdf, text, images } = await page.print("plan");
    const flat = inOrder(pdf);
    for (const words of wanted) assert.ok(flat.includes(onPaper(words)), `${words} is on paper`);
    for (const words of ["佐藤", "業者に電話", "進行中"]) assert.ok(flat.includes(words), `${words} is on paper`);
    assert.doesNotMatch(text, ON_SCREEN_ONLY);
    assert.doesNotMatch(text, /CSV（|Markdown|カレンダー（|お世話になっております/);
    checkPages(images, 3, 40);
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
 */
const inOrder = (pdf) => onPaper(execFileSync("pdftotext", ["-raw", pdf, "-"], { encoding: "utf8" }));

/** So many pages, and none of them blank. @param {string[]} images */
function checkPages(images, least, most) {
  assert.ok(images.length >= least && images.length <= most, `${images.length} pages`);
  // A blank A4 page at this resolution is a PNG of about 1 KiB.
  for (const image of images) assert.ok(statSync(image).size > 2_000, `${image} is blank`);
}
