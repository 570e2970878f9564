/**
 * How much a link tells is chosen and shown; under a passphrase it tells nothing. What came as a link is looked at, compared,
 * taken over in part, and nothing is overwritten unseen.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { documentOf, FIELDS } from "./documents.mjs";
import { checkup, elsewhere, until } from "./pages.mjs";
import { assertAccessible } from "./support/axe.mjs";

/** A text that cannot be made shorter: characters by chance, the same ones each time. */
const noise = (length, seed) => {
  let state = seed + 1;
  const next = () => (state = (state * 48271) % 2147483647);
  return String.fromCodePoint(...Array.from({ length }, () => 0x4e00 + (next() % 0x5000)));
};

const PASSPHRASE = "正しい 馬 電池 ホチキス";
const ratings = FIELDS.filter((field) => field.kind === "rating" && field.codes.length === 4).map((field) => field.id);
const [first, second, third] = ratings;

/** Everything that can be told: answers, notes, words, a plan. */
const SENT = documentOf(
  {
    ...Object.fromEntries(ratings.slice(3).map((id, i) => [id, "ABCD"[i % 4]])),
    [first]: { is: "A", note: "制作会社に確認した" },
    [second]: "B",
    [third]: "C",
  },
  { name: "送る店", plan: { "quick-mfa-on": { owner: "田中", state: "doing", due: "2026-12-24", note: "見積もり中" } } },
);
/** One answer less, one other, one more. */
const MINE = documentOf({ [first]: "D", [second]: "B", "mgmt-policy": "D" }, { name: "わたしの店", created: "2025-01-02T03:04:05.000Z" });

/** Types a passphrase in place of what is there. */
const enter = async (page, passphrase) => {
  await page.run(() => {
    const box = document.querySelector("#passphrase");
    box.value = "";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await page.type("#passphrase", passphrase);
};

checkup("sharing", {}, (at) => {
  const link = async () => (await at.page.value("#share-link")).slice(at.site.url.length);
  const told = async () => (await at.app.texts("#share-tells li")).join(" / ");
  /** Chooses how much to tell and gives what the page then says, and the link. */
  const choose = async (kind, pattern) => {
    await at.app.click(`label[for=share-${kind}]`);
    await until(`${pattern} to be told`, async () => pattern.test(await told()));
    return { told: await told(), link: await link() };
  };
  const result = async () => {
    await at.app.fresh({ documents: { a: SENT } });
    await at.app.go("#/a/a/result");
    await at.page.css("#share-link");
  };

  test("what a link tells is what was chosen, and is said before", async () => {
    const { app, page } = at;
    await result();
    const answers = { told: await told(), link: await link() };
    assert.match(answers.told, /^選んだ答え \d+問分 \/ リンクを作った日$/);
    const level = await choose(0, /^レベル/);
    assert.equal(level.told, "レベル / リンクを作った日");
    const scores = await choose(1, /11章分の点数/);
    assert.doesNotMatch(scores.told, /答え|メモ|名前/);
    const all = await choose(3, /メモ/);
    assert.match(all.told, /答えに付けたメモ 1件 \/ 計画に書いたこと 1件/);
    assert.ok(level.link.length < scores.link.length && answers.link.length < all.link.length);
    await app.click("label[for=share-name]");
    await until("the name to be told", async () => (await told()).startsWith("診断の名前"));
    const named = await link();
    assert.ok(named.length > all.link.length);
    assert.equal(await page.text("#share-length"), `${(await page.value("#share-link")).length}文字`);

    // And that is what arrives, elsewhere.
    await elsewhere(at, {}, async (app) => {
      await app.open(level.link);
      await app.setLanguage("ja");
      assert.equal(await app.heading(), "受け取った結果の要約");
      await app.sees("いまのレベル", "main");
      assert.doesNotMatch(await app.visible("main"), /総合点|送る店/);
      await app.go(scores.link);
      await app.sees("章ごとの点数", "main");
      assert.equal(await app.count("main tbody tr"), 11);
      assert.equal(await app.count("#take-over"), 0);
      await app.go(answers.link);
      await app.sees("リンクで受け取った結果", "#received");
      assert.doesNotMatch(await app.visible("main"), /制作会社に確認した|送る店/);
      await app.go(named);
      await app.sees("「送る店」の結果です。", "#received");
      await app.click(".received-answers summary");
      await app.sees("メモ：制作会社に確認した", ".received-answers");
      await app.arrive(() => app.click("#take-over"));
      const [document] = Object.values(await app.stored());
      assert.equal(document.name, "送る店");
      assert.deepEqual(document.answers[first], SENT.answers[first]);
      const [note] = Object.values(document.plan);
      assert.equal(note.owner, "田中");
    });
  });

  test("a QR code for what a camera can read, and words for what it cannot", async () => {
    const { app, page } = at;
    await result();
    await app.click("details.qr summary");
    await app.sees("スマートフォンのカメラで", "details.qr");
    const box = await page.run(() => document.querySelector(".qr-code").getBoundingClientRect().toJSON());
    assert.ok(box.width > 150 && Math.abs(box.width - box.height) < 2, JSON.stringify(box));
    const long = { ...SENT, answers: { ...SENT.answers, ...Object.fromEntries(ratings.slice(3, 12).map((id) => [id, { is: "A", note: noise(60, id.length) }])) } };
    await app.fresh({ documents: { a: long }, address: "#/a/a/result" });
    await choose(3, /メモ/);
    await app.click("details.qr summary");
    await app.sees("QRコードにはできません", "details.qr");
  });

  test("under a passphrase: no link before, nothing without it, everything with it", async () => {
    const { app, page } = at;
    await result();
    const open = await link();
    await app.click("label[for=share-lock]");
    await app.sees("それまでリンクは表示しません", ".share");
    assert.equal(await app.count("#share-link"), 0);
    await page.type("#passphrase", "short");
    await app.click(".seal button");
    await app.sees("12文字以上", "#passphrase-error");
    assert.equal(await app.count("#share-link"), 0);
    await enter(page, PASSPHRASE);
    await app.click(".seal button");
    await page.css("#share-link");
    const sealed = await link();
    assert.notEqual(sealed, open);
    // Another choice: the sealed link of the one before goes away, and no open one takes its place.
    await app.click("label[for=share-3]");
    await until("the link to go", async () => (await app.count("#share-link")) === 0);
    await assertAccessible(page);

    await elsewhere(at, {}, async (app) => {
      await app.open(sealed);
      await app.setLanguage("ja");
      assert.equal(await app.heading(), "合言葉のかかったリンク");
      assert.doesNotMatch(await app.visible("main"), /点|レベル/);
      await app.click(".seal button");
      await app.sees("合言葉を入れてください", "#passphrase-error");
      await app.page.type("#passphrase", "間違った合言葉です");
      await app.click(".seal button");
      await app.sees("合言葉が違います", "#passphrase-error");
      await assertAccessible(app.page);
      await enter(app.page, PASSPHRASE);
      await app.click(".seal button");
      await app.sees("リンクで受け取った結果", "#received");
      await app.arrive(() => app.click("#take-over"));
      const [document] = Object.values(await app.stored());
      assert.equal(document.answers[second], "B");
    });
  });

  test("links that were sealed before, by this program or the native one, open with their passphrases as ever", async () => {
    const { app, page } = at;
    const rows = readFileSync(fileURLToPath(new URL("../links/sealed.tsv", import.meta.url)), "utf8").trim().split("\n");
    for (const [name, link, passphrase] of rows.map((row) => row.split("\t"))) {
      await app.open(`#${link}`);
      await page.type("#passphrase", passphrase);
      await page.press("Enter");
      await until(`${name} to open`, async () => (await app.count("#passphrase")) === 0);
      assert.notEqual(await app.heading(), "", name);
    }
    assert.ok(rows.length >= 6);
    // Wide letters from a Japanese keyboard are the narrow ones.
    await app.open(`#${rows[0].split("\t")[1]}`);
    await page.type("#passphrase", "　ｃｏｒｒｅｃｔ ｈｏｒｓｅ ｂａｔｔｅｒｙ ｓｔａｐｌｅ ");
    await page.press("Enter");
    await until("it to open", async () => (await app.count("#passphrase")) === 0);
  });

  test("without cryptography (plain http) the passphrase is off and says why", () =>
    elsewhere(at, { script: `Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined });` }, async (app) => {
      await app.fresh({ documents: { a: SENT }, address: "#/a/a/result" });
      await app.sees("https", "label[for=share-lock]");
      assert.equal(await app.page.run(() => document.querySelector("#share-lock").disabled), true);
      assert.ok((await app.page.value("#share-link")).includes("#r2"));
    }));

  test("side by side with an own one, and chapters taken over: conflicts shown, nothing overwritten unseen, undone", async () => {
    const { app, page } = at;
    await result();
    const { link: all } = await choose(3, /メモ/);
    await app.fresh({ documents: { m: MINE }, address: all });
    const before = await app.storage();
    const select = (id) =>
      page.run((id) => {
        const box = document.getElementById(id);
        box.value = "m";
        box.dispatchEvent(new Event("change", { bubbles: true }));
      }, id);
    await select("compare-mine");
    await app.sees("「わたしの店」から「受け取った結果」へ", ".compare-lead");
    await app.sees(/良くなった答え 1/, "main");
    assert.deepEqual(await app.storage(), before, "looking changes nothing");

    await select("take-into");
    await app.sees("取り込む章を選んでください", ".takeover");
    await app.click("label[for=take-all]");
    await app.sees("食い違う答え 1", ".takeover");
    assert.equal(await page.run(() => document.querySelector(".conflict input:checked").value), "mine");
    await app.click("#take-apply");
    await page.css("#take-undo");
    const kept = (await app.stored()).m;
    assert.equal(kept.answers[first], "D", "an answer that disagrees stays");
    assert.equal(kept.answers["mgmt-policy"], "D");
    assert.equal(kept.answers[third], "C", "a gap is filled");
    await page.press("Enter");
    await app.sees("取り込む前に戻しました", ".takeover");
    assert.deepEqual((await app.stored()).m.answers, MINE.answers);

    await app.clickOn("button", "すべて受け取った答えにする");
    await until("theirs to be chosen", () => page.run(() => document.querySelector(".conflict input:checked").value === "theirs"));
    await app.click("#take-apply");
    await page.css("#take-undo");
    assert.deepEqual((await app.stored()).m.answers[first], { is: "A", note: "制作会社に確認した" });
    await assertAccessible(page);
  });

  test("two assessments of this device, from the older to the newer, in both languages", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: SENT, m: MINE }, address: "#/a/a/compare" });
    await page.run(() => {
      const box = document.querySelector("#compare-with");
      box.value = "m";
      box.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await until("the address", async () => (await app.hash()) === "#/a/a/compare/m");
    await app.sees("「わたしの店」から「送る店」へ", ".compare-lead");
    assert.equal(await app.count(".radar-here"), 2);
    await assertAccessible(page);
    await app.setLanguage("en");
    await app.sees("What has changed from “わたしの店” to “送る店”", ".compare-lead");
    await app.go("#/a/m/compare/m");
    assert.equal(await app.count(".compare-lead"), 0, "nothing is compared with itself");
  });
});
