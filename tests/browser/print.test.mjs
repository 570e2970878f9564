/**
 * On paper: what was answered and found, and nothing to press. WebKit's driver cannot print.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { test } from "node:test";
import { documentOf, randomAnswers } from "./documents.mjs";
import { checkup } from "./pages.mjs";

const shop = documentOf(randomAnswers(5, 0.9), { name: "架空商店 本店" });

/** Words of buttons, links and boxes that mean nothing on paper. */
const ON_SCREEN_ONLY = /印刷する|リンクをコピー|#r1|English|本文へ移動|このページについて|保存しました|未回答だけを表示する|診断の一覧/;

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

/**
 * All words in the order of the document, so that a text in two lines of a cell stays whole; without spaces.
 * Fonts have one shape for two dashes or two 見, and the PDF of Firefox knows only shapes.
 * @param {string} pdf
 */
const inOrder = (pdf) => execFileSync("pdftotext", ["-raw", pdf, "-"], { encoding: "utf8" }).normalize("NFKC").replace(/\s+/g, "").replace(/‒/g, "–");

/** So many pages, and none of them blank. @param {string[]} images */
function checkPages(images, least, most) {
  assert.ok(images.length >= least && images.length <= most, `${images.length} pages`);
  // A blank A4 page at this resolution is a PNG of about 1 KiB.
  for (const image of images) assert.ok(statSync(image).size > 2_000, `${image} is blank`);
}
