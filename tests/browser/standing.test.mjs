/**
 * How a shop stands against others: by a file that it loads, or that came with the page. Without one nothing is made up.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { checkup, DIST, elsewhere, until } from "./pages.mjs";
import { ecCheckup, siteWithout } from "./sites.mjs";
import { chooseReference, expected, shownStanding, tenths } from "./standings.mjs";
import { assertAccessible } from "./support/axe.mjs";
import { temporaryFolder } from "./support/processes.mjs";

const KEY = "ec-checkup:reference";
const folder = temporaryFolder();
after(() => folder.remove());

/** Writes a file for the chooser. @param {string} name @param {string | Buffer} content */
function file(name, content) {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

/** A reference as the command line makes it. @param {string} name @param {string} rows */
function reference(name, rows) {
  const path = join(folder.path, `${name}.json`);
  ecCheckup("survey", file(`${name}.ndjson`, rows), "--reference", path, "--title", name);
  return path;
}

const MADE_UP = ecCheckup("sample", "-n", "120", "--seed", "3");
/** As if real shops had answered. */
const ROWS = MADE_UP.replaceAll(/"synthetic":true,?/g, "");
const [first, second, madeUp] = [reference("協会の調べ", ROWS), reference("モールの調べ", ROWS), reference("ためし", MADE_UP)];
const TEXT = readFileSync(first, "utf8");
const SHOPS = ecCheckup("sample", "-n", "3", "--seed", "9", "--format", "documents").trim().split("\n");

/** What the native program says of a shop. @param {string} shop @param {string} path */
const native = (shop, path) => JSON.parse(ecCheckup("score", file("shop.json", shop), "--reference", path)).standing;

checkup("standing", {}, (at) => {
  const choose = (path, app = at.app) => chooseReference(app.page, path);
  const shown = (app = at.app) => shownStanding(app.page);
  const fresh = (options = {}, app = at.app) => app.fresh({ documents: { x: SHOPS[0] }, address: "#/a/x/result/ecom", ...options });
  const stored = async () => (await at.app.storage())[KEY];

  test("without a file the page says so, asks for none, and makes nothing up", async () => {
    const { app, site } = at;
    await fresh();
    await app.sees("くらべる相手の数字がまだありません", "#standing");
    assert.equal(await app.count("#standing table"), 0);
    assert.deepEqual(site.requests.filter((request) => JSON.stringify(request).includes("reference")), []);
    assert.equal(await stored(), undefined);
    await app.setLanguage("en");
    await app.sees("There are no figures to compare with yet.", "#standing");
    assert.deepEqual(await app.texts("#standing label"), ["Load a reference file"]);
    await app.setLanguage("ja");
  });

  test("with one, the numbers are those of the command line, and they are there after a reload", async () => {
    const { app } = at;
    for (const [nth, shop] of SHOPS.entries()) {
      await fresh({ documents: { x: shop } });
      await choose(first);
      await app.sees("比較用のファイルを読み込みました。", "#standing");
      await app.sees("協会の調べ", ".standing-facts");
      await app.sees("120店", ".standing-facts");
      const standing = native(shop, first);
      assert.deepEqual(await shown(), expected(standing), `shop ${nth}`);
      assert.equal(await app.count("#standing-made-up"), 0);
      const size = { small: "小規模", medium: "中規模", large: "大規模" }[standing.size];
      await app.sees(standing.whole.others.group === "all" ? `同じ規模（${size}）のお店の数字がこのファイルにない` : `同じ規模（${size}）のお店とくらべています`, "#standing");
      await app.sees(`上から約${100 - standing.whole.standing.percent}%の位置、偏差値は${tenths(standing.whole.standing.deviation_score)}です`, "#standing-summary");
    }
    assert.equal(await stored(), TEXT, "as the file has it");
    const before = await shown();
    await app.reload();
    assert.deepEqual(await shown(), before);
    assert.equal(await app.count("#standing-news"), 0, "that is no news");
    // Other packs as well.
    await app.go("#/a/x/result/quick");
    await until("the numbers", async () => (await shown()).length > 0);
    await app.setLanguage("en");
    await app.sees("Overall you are ahead of about", "#standing-summary");
    await app.sees("a file you have loaded", ".standing-facts");
    await app.setLanguage("ja");
  });

  test("another file takes its place; removed, it is gone; made-up shops are called that", async () => {
    const { app, page } = at;
    await fresh({ other: { [KEY]: TEXT } });
    assert.deepEqual(await app.texts("#standing label"), ["別の比較用のファイルを読み込む"]);
    await choose(madeUp);
    await app.sees("試しに使うために作った架空のお店の数字です", "#standing-made-up");
    await app.sees("ためし", ".standing-facts");
    const mixed = JSON.parse(readFileSync(madeUp, "utf8"));
    await choose(file("mixed.json", JSON.stringify({ ...mixed, synthetic: 7 })));
    await app.sees("120店のうち7店は", "#standing-made-up");
    await app.click("#standing-remove");
    await app.sees("比較用のファイルを外しました", "#standing-news");
    await app.sees("くらべる相手の数字がまだありません", "#standing");
    await until("the focus on the chooser", () => page.run(() => document.activeElement?.id === "standing-file"));
    assert.equal(await stored(), undefined);
  });

  test("a shop of unknown size, a class that is missing, and an answer too few are told", async () => {
    const { app } = at;
    const reference = JSON.parse(TEXT);
    const size = native(SHOPS[0], first).size;
    const withoutClass = { ...reference, scores: reference.scores.filter((scores) => scores.size !== size) };
    await fresh({ other: { [KEY]: JSON.stringify(withoutClass) } });
    await app.sees("すべての規模のお店とくらべています", "#standing");
    const partly = { ...reference, scores: reference.scores.filter((scores) => scores.chapter !== "access" || scores.size !== size) };
    await fresh({ other: { [KEY]: JSON.stringify(partly) } });
    const notes = (await app.texts("#standing tbody .note")).filter((note) => !note.startsWith("自店の点数がまだない"));
    assert.deepEqual(notes, ["ここだけは、すべての規模のお店とくらべています。"]);
    const lacking = { ...reference, scores: reference.scores.filter((scores) => scores.chapter !== "access") };
    await fresh({ other: { [KEY]: JSON.stringify(lacking) } });
    await app.sees("このファイルには、この章の数字がありません。", "#standing tbody .note");
    await fresh({ other: { [KEY]: JSON.stringify({ ...reference, scores: [] }) } });
    await app.sees("この診断の数字がありません", "#standing");
    const shop = JSON.parse(SHOPS[0]);
    const few = { ...shop, answers: { "mgmt-policy": "B" } };
    await fresh({ documents: { x: few }, other: { [KEY]: TEXT } });
    await app.sees("お店の規模がまだわからない", "#standing");
    const numbers = await shown();
    assert.deepEqual(numbers, expected(native(JSON.stringify(few), first)));
    assert.ok(numbers.every(([points, , place]) => points === "–" && place === "–"));
    assert.equal(await app.count("#standing tbody .note"), numbers.length);
    assert.equal(await app.count("#standing-summary"), 0);
  });

  test("what is wrong with a file is said, and the one before stays", async () => {
    const { app } = at;
    await fresh({ other: { [KEY]: TEXT } });
    const before = await shown();
    const changed = (from, to) => TEXT.replace(from, to);
    const wrong = {
      "foreign.json": ["{}", /比較用のファイルではないか/],
      "cut.json": [TEXT.slice(0, 500), /途中で切れています/],
      "backup.json": ['{"ec-checkup":"backup","format":1}', /診断の控えなら「データの保存と取り込み」/],
      "newer.json": [changed('"format":1', '"format":2'), /新しい版で作られています/],
      "other.json": [changed('"questionnaire":"ecom"', '"questionnaire":"x"'), /別の質問票/],
      "damaged.json": [changed('"mean":', '"mean":9'), /数字のつじつまが合いません/],
      "few.json": [JSON.stringify({ ...JSON.parse(TEXT), scores: [{ pack: "ecom", n: 9, mean: 0, deviation: 0, fives: [9, ...Array(19).fill(0)] }] }), /10店より少ない/],
      "large.json": [TEXT + " ".repeat(1_000_000), /1MBを超えません/],
      "photo.json": [Buffer.from("89504e470d0a1a0aff", "hex"), /読めませんでした/],
    };
    for (const [name, [content, message]] of Object.entries(wrong)) {
      await choose(file(name, content));
      await app.sees(message, "#standing-error");
      await app.sees("いままでの表示は変わっていません。", "#standing-error");
      assert.deepEqual(await shown(), before, name);
      assert.equal(await stored(), TEXT, name);
    }
    await assertAccessible(at.page, { include: "#standing" });
    await choose(second);
    await app.sees("モールの調べ", ".standing-facts");
    assert.equal(await app.count("#standing-error"), 0);
  });

  test("one that is stored and cannot be used any more stays until it is removed", async () => {
    const { app } = at;
    const newer = TEXT.replace('"format":1', '"format":2');
    await fresh({ other: { [KEY]: newer } });
    await app.sees("比較用のファイルを、使えません。このページより新しい版", "#standing-fault");
    assert.equal(await stored(), newer);
    await app.click("#standing-fault button");
    await until("it to go", async () => (await app.count("#standing-fault")) === 0);
    assert.equal(await stored(), undefined);
  });

  test("where nothing can be kept it is there until the page is closed, and that is said", async () => {
    const script = `const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) {
      if (key === "${KEY}" && text[0] === "{") throw new DOMException("full", "QuotaExceededError");
      return set.call(this, key, text); };`;
    await elsewhere(at, { script }, async (app) => {
      await fresh({}, app);
      await choose(first, app);
      await app.sees("保存場所が足りないので", "#standing-fault");
      assert.deepEqual(await shown(app), expected(native(SHOPS[0], first)));
      await app.go("#/about");
      await app.go("#/a/x/result/ecom");
      assert.equal((await shown(app)).length, 12);
    });
  });

  test("it is among the data of the device, and can be deleted and erased there; it is not taken in there", async () => {
    const { app, page } = at;
    await fresh({ other: { [KEY]: TEXT } });
    await app.go("#/data");
    const row = "ほかのお店とくらべるための比較用のファイル";
    await app.sees(row, ".stored");
    await app.clickOn("button", `${row}を削除`);
    await app.sees(`${row}を削除しました。`, "#undo");
    await app.go("#/a/x/result/ecom");
    await app.sees("くらべる相手の数字がまだありません", "#standing");
    await app.go("#/data");
    await app.click("#undo .button");
    await app.sees("消す前に戻しました。", "#undo");
    assert.equal(await stored(), TEXT);
    await app.go("#/a/x/result/ecom");
    await app.sees("協会の調べ", ".standing-facts");
    await app.go("#/data");
    await page.on(() => page.css("#import"), (input) => input.sendKeys(second));
    await app.sees("「ほかのお店とくらべる」で読み込んでください", "#import-errors");
    assert.equal(await stored(), TEXT);
    await app.click("#erase");
    await app.sees(row, "#erase-confirm");
    await app.click("#erase-all");
    await app.sees("すべて消しました", "#undo");
    assert.equal(await stored(), undefined);
  });

  test("one that came with the page is used, unless the shop has its own", async () => {
    const site = temporaryFolder();
    ecCheckup("pack", DIST, site.path, "--reference", first);
    await elsewhere(at, { folder: site.path }, async (app) => {
      await fresh({}, app);
      await app.sees("このページといっしょに配られたファイル", ".standing-facts");
      await app.sees("協会の調べ", ".standing-facts");
      assert.deepEqual(await shown(app), expected(native(SHOPS[0], first)));
      assert.equal(await app.count("#standing-remove"), 0);
      assert.equal((await app.storage())[KEY], undefined, "it is not the shop's");
      await choose(second, app);
      await app.sees("モールの調べ", ".standing-facts");
      await app.sees("あなたが読み込んだファイル", ".standing-facts");
      await app.reload();
      await app.sees("モールの調べ", ".standing-facts");
      await app.click("#standing-remove");
      await app.sees("協会の調べ", ".standing-facts");
    });
    const lacking = siteWithout(/^reference\./, site.path);
    await elsewhere(at, { folder: lacking.path }, async (app) => {
      await fresh({}, app);
      await app.sees("このページに付いている比較用のファイルを読み込めませんでした", "#standing-failed");
      await app.sees("くらべる相手の数字がまだありません", "#standing");
      // Chromium says so in its console.
      await app.errors();
      lacking.restore();
      await app.click("#standing-failed button");
      await app.sees("協会の調べ", ".standing-facts");
      assert.equal(await app.count("#standing-failed"), 0);
    });
    for (const { remove } of [site, lacking]) remove();
  });

  test("axe finds nothing, and nothing sticks out at 320 px", async () => {
    const { app, page } = at;
    await fresh({ other: { [KEY]: readFileSync(madeUp, "utf8") } });
    await assertAccessible(page, { include: "#standing" });
    await page.narrow(320);
    for (const lang of ["ja", "en"]) {
      await fresh({ lang, other: { [KEY]: readFileSync(madeUp, "utf8") } });
      await page.css("#standing-made-up");
      await assertAccessible(page, { include: "#standing" });
      const wide = await page.run(() =>
        [...document.querySelectorAll("#standing, #standing *")].filter((e) => e.getBoundingClientRect().right > 320.5).map((e) => e.outerHTML.slice(0, 80)),
      );
      assert.deepEqual(wide, []);
    }
    await page.narrow();
  });
});
