/**
 * Files: saving everything, erasing, taking it in again; wrong and damaged files; tables and reports; the reminder.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import { SAAS, documentOf, randomAnswers } from "./documents.mjs";
import { catchFiles, caught, checkup, elsewhere, until } from "./pages.mjs";

const schema = JSON.parse(readFileSync(fileURLToPath(new URL("../../docs/schema/ec-checkup.schema.json", import.meta.url)), "utf8"));
/** Strict: a schema with a keyword or a form that is none is refused. */
const valid = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(schema);
const assertValid = (value) => assert.ok(valid(value), JSON.stringify(valid.errors?.slice(0, 3)));

const KEY = "ec-checkup:assessment:";
const SHOP = documentOf(
  {
    ...randomAnswers(5, 0.9),
    "access-rules": { is: "B", note: "=1+1 で、\"確認\"中\n次の行" },
    "access-log-kinds": { is: ["B", "I"], other: "手書き" },
  },
  {
    name: "架空商店",
    place: "access-rules",
    plan: { "two-step-login": { owner: "佐藤", due: "2026-12-01", note: "急ぐ", state: "doing", at: 1795900000000 } },
    times: { "access-rules": 1795900000000 },
    named: 1795900000001,
  },
);
const OTHER = documentOf(SAAS, { name: "二号店", changed: "2026-02-01T00:00:00.000Z" });
const CONTACTS = { bank: "03-0000-0000 山田" };

const backup = (list, more = {}) => ({
  "ec-checkup": "backup", format: 1, written: "2026-11-20T03:00:00.000Z",
  assessments: Object.entries(list).map(([id, document]) => ({ id, document })), ...more,
});

const folder = mkdtempSync(join(tmpdir(), "ec-checkup-files-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file for the chooser. @param {string} name @param {unknown} content text, bytes, or what becomes JSON */
function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return path;
}

/** What is stored under our name, but for what may differ; documents as values. */
async function everything(app, without = ["ec-checkup:language", "ec-checkup:backup"]) {
  const entries = Object.entries(await app.storage()).filter(([key]) => !without.includes(key));
  return Object.fromEntries(entries.map(([key, text]) => [key, key.startsWith(KEY) || key.endsWith(":contacts") ? JSON.parse(text) : text]));
}

const fresh = (app, options = {}) =>
  app.fresh({ documents: { x: SHOP, s: OTHER }, other: { "ec-checkup:contacts": JSON.stringify(CONTACTS) }, address: "#/data", ...options });

checkup("files", {}, (at, engine) => {
  const choose = (...paths) => at.page.on(() => at.page.css("#import"), (input) => input.sendKeys(paths.join("\n")));

  /** Drops files on the page, or only drags them over it. @param {[string, string][]} files @param {string} [type] @param {string} [where] */
  const drag = (files, type = "drop", where = "h1") =>
    at.page.run((files, type, where) => {
      const transfer = new DataTransfer();
      for (const [name, text] of files) transfer.items.add(new File([text], name, { type: "application/json" }));
      return !document.querySelector(where).dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
    }, files, type, where);

  /** The choice among what is done with the nth assessment of the preview. */
  const decide = async (nth, label) => {
    const id = await at.page.run((nth, label) => {
      const labels = [...document.querySelectorAll(`.arrival:nth-of-type(${nth}) label`)];
      return labels.find((it) => it.textContent.startsWith(label)).querySelector("input").id;
    }, nth, label);
    await at.app.clickCard(id);
  };

  test("what is saved, erased and taken in again is what it was", async () => {
    const { app, page } = at;
    await fresh(app);
    const before = await everything(app);
    await catchFiles(page);
    await app.sees("まだ一度も保存していません。", "#last-saved");
    await app.click("#save-all");
    const saved = await caught(page);
    assert.match(saved.name, /^セキュリティ健診-\d{4}-\d\d-\d\d\.json$/);
    assert.equal(saved.type, "application/json");
    const content = JSON.parse(saved.text);
    assertValid(content);
    assert.deepEqual(Object.fromEntries(content.assessments.map(({ id, document }) => [KEY + id, document])), { [`${KEY}x`]: before[`${KEY}x`], [`${KEY}s`]: before[`${KEY}s`] });
    assert.deepEqual(content.contacts, CONTACTS);
    await app.sees("前に保存した日：", "#last-saved");

    await page.run(() => localStorage.setItem("somebody-else", "stays"));
    await app.click("#erase");
    await app.sees("診断「架空商店」", "#erase-confirm");
    await app.sees("事故のときの連絡先の表", "#erase-confirm");
    assert.deepEqual(await everything(app), before, "not before the last question");
    await app.click("#erase-all");
    await app.sees("この端末のデータをすべて消しました", "#undo");
    assert.deepEqual(await app.storage(), {});
    assert.equal(await page.run(() => localStorage.getItem("somebody-else")), "stays");
    await app.go("#/");
    assert.equal(await app.count(".item"), 0);
    await app.go("#/data");
    // The way back is still there.
    await app.click("#undo .button");
    await app.sees("消す前に戻しました。", "#undo");
    assert.deepEqual(await everything(app), before);
    assert.equal((await app.storage())["ec-checkup:language"], "ja");

    await app.click("#erase");
    await app.click("#erase-all");
    await app.sees("この端末のデータをすべて消しました", "#undo");
    await app.reload();
    assert.deepEqual(await everything(app), {});
    await app.setLanguage("ja");
    await choose(file("everything.json", saved.bytes));
    await app.sees("everything.json", "#preview");
    assert.deepEqual(await everything(app), {}, "looking changes nothing");
    await app.click("#take-in");
    await app.sees("診断を2件取り込みました。", "#undo");
    assert.deepEqual(await everything(app), before);
    assert.equal(JSON.parse((await app.storage())["ec-checkup:backup"]).saved, Date.parse(content.written), "it is in that file");
    await app.reload();
    assert.deepEqual(await everything(app), before);
    await app.go("#/a/x/q/access-rules");
    assert.equal(await page.run(() => document.getElementById("access-rules-B").checked), true);
    await page.run(() => localStorage.clear());
  });

  test("one assessment alone, from its result; it finds itself again", async () => {
    const { app, page } = at;
    await fresh(app, { address: "#/a/x/result" });
    await catchFiles(page);
    await app.click("#save-backup");
    const saved = await caught(page);
    assert.match(saved.name, /^セキュリティ健診-架空商店-/);
    const content = JSON.parse(saved.text);
    assertValid(content);
    assert.deepEqual(content.assessments.map(({ id }) => id), ["x"]);
    assert.equal(content.contacts, undefined);
    assert.equal((await app.storage())["ec-checkup:backup"], undefined, "that is not everything");
    await app.go("#/data");
    await choose(file("one.json", saved.bytes));
    await app.sees("同じ内容の診断が、もうこの端末にあります（「架空商店」）", "#preview");
    const before = await everything(app);
    await app.click("#take-in");
    await until("nothing to be done", async () => (await app.count("#preview")) === 0);
    assert.deepEqual(await everything(app), before);
  });

  test("another state is taken in as a copy, or put together, as one chooses; and everything can be undone", async () => {
    const { app, page } = at;
    await fresh(app);
    const before = await everything(app);
    const later = { ...SHOP, answers: { ...SHOP.answers, "access-rules": "D", "account-lifecycle": "C" }, times: { "access-rules": 1895900000000, "account-lifecycle": 1895900000000 } };
    const lone = documentOf({ "access-rules": "A" }, { name: "三号店", created: "2025-01-01T00:00:00.000Z" });
    const path = file("later.json", backup({ x: later, s: OTHER, n: lone }, { contacts: { bank: "別の番号", host: "06" }, later: {} }));
    const open = async () => {
      await choose(path);
      await app.sees("later.json", "#preview");
      await until("the focus on the heading", async () => (await page.focused()).includes("取り込む前の確認"));
      await app.sees("この版では扱えない部分があり、取り込みません（later）", "#preview");
      assert.deepEqual(await app.texts(".arrival legend"), ["架空商店", "二号店", "三号店", "連絡先の表"]);
      const chosen = await page.run(() => [...document.querySelectorAll(".arrival :checked")].map((it) => it.closest("label").textContent));
      assert.deepEqual(chosen.map((text) => text.slice(0, 8)), ["別の診断として取", "取り込まない", "取り込む", "空いている行にだ"]);
    };
    await open();
    await app.click("#take-in");
    await app.sees("診断を2件取り込みました。", "#undo");
    await app.sees("連絡先の表を取り込みました。", "#undo");
    let now = await everything(app);
    assert.deepEqual(now[`${KEY}x`], SHOP, "what was there is as it was");
    assert.deepEqual(now[`${KEY}n`], lone);
    assert.deepEqual(now["ec-checkup:contacts"], { ...CONTACTS, host: "06" });
    const copy = Object.entries(now).find(([key]) => key.startsWith(KEY) && !["x", "s", "n"].includes(key.slice(KEY.length)));
    assert.match(copy[1].name, /^架空商店（.+の控え）$/);
    assert.deepEqual({ ...copy[1], name: SHOP.name }, later);
    // The links lead to what came.
    assert.deepEqual(await app.texts("#undo li"), [copy[1].name, "三号店"]);
    await app.click("#undo .button");
    await app.sees("取り込む前に戻しました。", "#undo");
    assert.deepEqual(await everything(app), before);

    await open();
    await decide(1, "いまの診断とまとめる");
    await decide(3, "取り込まない");
    await decide(4, "違う行も");
    await app.click("#take-in");
    await app.sees("診断を1件取り込みました。", "#undo");
    now = await everything(app);
    assert.deepEqual(Object.keys(now).sort(), Object.keys(before).sort());
    assert.equal(now[`${KEY}x`].answers["access-rules"], "D", "the later answer");
    assert.equal(now[`${KEY}x`].answers["account-lifecycle"], "C");
    assert.deepEqual(now[`${KEY}x`].answers["access-log-kinds"], SHOP.answers["access-log-kinds"]);
    assert.deepEqual(now["ec-checkup:contacts"], { bank: "別の番号", host: "06" });
    await app.click("#undo .button");
    await app.sees("取り込む前に戻しました。", "#undo");
    assert.deepEqual(await everything(app), before);

    await open();
    await app.clickOn("button", "やめる");
    await until("it to close", async () => (await app.count("#preview")) === 0);
    assert.deepEqual(await everything(app), before);
  });

  test("files dropped anywhere on the page are looked at; elsewhere the page does not meddle", async () => {
    const { app, page } = at;
    await fresh(app);
    assert.equal(await drag([["a.json", "{}"]], "dragover", ".foot"), true, "the page takes it");
    await app.sees("ここで放すと", ".drop-over");
    await drag([["a.json", "{}"]], "dragleave");
    await until("the sign to go", async () => (await app.count(".drop-over")) === 0);
    await drag([["a.json", JSON.stringify(backup({ n: { ...OTHER, name: "投げ込み", created: "2024-01-01T00:00:00.000Z" } }))], ["b.json", JSON.stringify(SHOP)]], "drop", ".foot");
    await app.sees("a.json", "#preview");
    await app.sees("b.json", "#preview");
    assert.deepEqual(await app.texts(".arrival legend"), ["投げ込み", "架空商店"]);
    // What is shown is there in the other language too, and after a look at another page.
    await app.setLanguage("en");
    await app.sees("This checkup is not on this device.", "#preview");
    await app.go("#/about");
    assert.equal(await drag([["a.json", "{}"]], "dragover", "h1"), false, "not on other pages");
    await app.go("#/data");
    await app.sees("a.json", "#preview");
    await app.click("#take-in");
    await app.sees("Checkups brought in: 1.", "#undo");
    assert.equal((await app.stored()).n.name, "投げ込み");
    await app.setLanguage("ja");
  });

  test("what is wrong with a file is said by its name, and nothing changes", async () => {
    const { app } = at;
    await fresh(app);
    const before = await everything(app, []);
    const whole = JSON.stringify(backup({ x: SHOP }));
    const cases = {
      "empty.json": ["", /中身がありません/],
      "photo.json": [Buffer.from("89504e470d0a1a0a", "hex"), /このページで保存したファイルではありません/],
      "table.csv.json": ["a,b\n1,2\n", /このページで保存したファイルではありません/],
      "foreign.json": [{ name: "package" }, /このページで保存したファイルではありません/],
      "reply.json": [{ "ec-checkup": "reply", format: 1 }, /診断の控えではありません/],
      "newer.json": [{ ...backup({ x: SHOP }), format: 2 }, /新しい版で保存されています/],
      "newer-one.json": [{ ...SHOP, format: 2 }, /新しい版で保存されています/],
      "strange.json": [{ ...SHOP, pack: "other" }, /別の質問票の診断です/],
      "cut.json": [whole.slice(0, whole.length / 2), /途中で切れています/],
      "broken.json": [`{\n"ec-checkup": "backup",\n"format": x}`, /3行目の11文字目から先が壊れていて/],
      "letters.json": [Buffer.concat([Buffer.from('{\n"name": "'), Buffer.from([0x93, 0x58]), Buffer.from('"}')]), /2行目に読めない文字があります/],
      "deep.json": [`{"a":${"[".repeat(100_000)}`, /入れ子が深すぎます/],
      "parts.json": [{ ...SHOP, answers: [1] }, /必要な部分が欠けているか/],
    };
    await choose(...Object.entries(cases).map(([name, [content]]) => file(name, content)));
    await app.sees("parts.json", "#import-errors");
    const lines = await app.texts("#import-errors li");
    assert.equal(lines.length, Object.keys(cases).length, lines.join("\n"));
    Object.entries(cases).forEach(([name, [, message]], nth) => {
      assert.ok(lines[nth].startsWith(`「${name}」：`), lines[nth]);
      assert.match(lines[nth], message);
    });
    await app.sees("この端末にある診断には影響ありません。", "#import-errors");
    assert.equal(await app.count("#preview"), 0);
    await until("the focus on what is wrong", () => at.page.run(() => document.activeElement?.id === "import-errors"));
    assert.deepEqual(await everything(app, []), before);
    // One bad assessment does not spoil the others, nor one bad file.
    await choose(file("mixed.json", backup({ n: { ...SHOP, format: 9, name: "未来" }, x: SHOP })), file("cut.json", whole.slice(0, 99)));
    await app.sees("「未来」：", "#import-errors");
    await app.sees("「cut.json」：", "#import-errors");
    assert.deepEqual(await app.texts(".arrival legend"), ["架空商店"]);
    await app.setLanguage("en");
    await app.sees("It ends in the middle.", "#import-errors");
    await app.setLanguage("ja");
  });

  test("a file that is too large is not even read; one of 5 MB is", async () => {
    const { app, page } = at;
    await fresh(app);
    await page.run(() => {
      window.reads = 0;
      const read = Blob.prototype.arrayBuffer;
      Blob.prototype.arrayBuffer = function () {
        window.reads += 1;
        return read.call(this);
      };
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(20_000_001)], "huge.json"));
      document.querySelector("h1").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
    });
    await app.sees("「huge.json」：大きすぎます。20MBを超える", "#import-errors");
    assert.equal(await page.run(() => window.reads), 0);

    const many = {};
    const size = JSON.stringify(SHOP).length;
    for (let nr = 0; nr < 5_000_000 / size; nr += 1) many[`n${nr}`] = { ...SHOP, name: `${nr}号店`, created: new Date(nr * 1000).toISOString() };
    const path = file("large.json", backup(many));
    await choose(path);
    await until("the preview", async () => (await app.count(".arrival")) === Object.keys(many).length);
    await app.clickOn("button", "やめる");
  });

  test("what is stored is listed with its size; what is damaged can be saved as it is, or deleted and put back", async () => {
    const { app, page } = at;
    const newer = JSON.stringify({ ...SHOP, format: 9 });
    await fresh(app, {
      documents: { x: SHOP, bad: "{店", n: newer },
      other: { "ec-checkup:contacts": JSON.stringify(CONTACTS), "ec-checkup:trash": `t\n${JSON.stringify(OTHER)}`, "ec-checkup:from-the-future": "1" },
    });
    const rows = await app.texts(".stored tbody th");
    for (const what of ["診断「架空商店」", "この版では読めない診断（n）", "壊れていて読めなかったもの（bad、", "事故のときの連絡先の表", "選んだ言語", "削除した診断「二号店」", "そのほか（from-the-future）"]) {
      assert.ok(rows.some((row) => row.startsWith(what)), `${what} is missing in\n${rows.join("\n")}`);
    }
    const sizes = (await app.texts(".stored tbody .number")).map((text) => Number(text.replace(" KB", "")));
    const total = Number((await page.text("#total-size")).replace(" KB", ""));
    assert.ok(total >= 8 && total <= sizes.reduce((sum, size) => sum + size, 0), `${total} of ${sizes}`);
    if (engine !== "webkit") await app.sees("ブラウザーは言っています", "#estimate");
    const before = await everything(app, []);
    const kept = Object.keys(before).find((key) => key.startsWith("ec-checkup:kept:bad:"));
    assert.equal(before[kept], "{店");
    await catchFiles(page);
    await app.clickOn("button", /^壊れていて読めなかったもの（bad、.+をファイルに保存$/);
    assert.equal((await caught(page)).text, "{店");
    await app.click("#save-all");
    const all = JSON.parse((await caught(page)).text);
    assert.deepEqual(all.assessments.map(({ id, document }) => [id, document.format]), [["x", 1], ["n", 9]], "a newer page can read it from there");
    for (const [name, key] of [[/^壊れていて.+を削除$/, kept], [/^この版では読めない診断（n）.+を削除$/, `${KEY}n`], [/^削除した診断「二号店」.+を削除$/, "ec-checkup:trash"]]) {
      await app.clickOn("button", name);
      await app.sees("を削除しました。", "#undo");
      assert.equal((await app.storage())[key], undefined, key);
      await app.click("#undo .button");
      await app.sees("消す前に戻しました。", "#undo");
      assert.deepEqual(await everything(app, ["ec-checkup:backup"]), before);
    }
  });

  test("answers as a table, the result as a report, in both languages", async () => {
    const { app, page } = at;
    await fresh(app, { address: "#/a/x/result/ecom" });
    await catchFiles(page);
    await app.click("#save-answers");
    const csv = await caught(page);
    assert.match(csv.name, /^セキュリティ健診-回答-.+\.csv$/);
    assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "the mark by which Excel knows UTF-8");
    const rows = csv.text.slice(1).match(/"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*\r\n/g).map((row) => row.trim().slice(1, -1).split('","'));
    assert.ok(rows.length > 200 && rows.every((row) => row.length === 12), `${rows.length}`);
    assert.deepEqual(rows[0].slice(-2), ["点数に数えない理由", "id"]);
    const row = rows.find((cells) => cells[11] === "access-rules");
    assert.equal(row[5], "B");
    assert.equal(row[8], `'=1+1 で、""確認""中\n次の行`, "a note is no formula");
    assert.match(row[9], /^2026-\d\d-\d\d$/);
    assert.ok(rows.some((cells) => cells[7] === "手書き"));
    assert.ok(rows.flat().every((cell) => !/^[=+\-@\t\r＝＋－＠]/.test(cell)));
    assert.ok(rows.some((cells) => cells[10]), "what does not count says why");
    await app.click("#save-report");
    const report = await caught(page);
    assert.match(report.name, /^セキュリティ健診-報告書-.+\.md$/);
    assert.match(report.text, /^# セキュリティ健診の報告：架空商店\n/);
    const { range } = await app.result();
    assert.ok(report.text.includes(`**総合点**: ${range}点`), range);
    for (const heading of ["## 章ごとの点数", "## やることの計画", "## 回答: 本診断"]) assert.ok(report.text.includes(`\n${heading}\n`), heading);
    assert.ok(report.text.includes("  - **メモ**: \\=1+1 で、\"確認\"中\n  - **メモ**: 次の行\n"));
    await app.setLanguage("en");
    await app.sees("Save to a file", "#files-title");
    await app.click("#save-report");
    const english = await caught(page);
    assert.match(english.name, /^ec-checkup-report-.+\.md$/);
    assert.match(english.text, /^# Security checkup report: 架空商店\n/);
    assert.equal(english.text.split("\n## ").length, report.text.split("\n## ").length);
    assert.deepEqual(english.text.match(/[\u3000-\u303F\uFF00-\uFFEF]/g)?.filter((sign) => !"、".includes(sign)) ?? [], [], "no Japanese signs but those of the note");
    await app.setLanguage("ja");
  });

  test("the home page reminds calmly: not at once, not twice a week, and not after a file was saved", async () => {
    const { app, page } = at;
    const DAY = 86_400_000;
    const at_ = async (saving, document = SHOP) => {
      const other = saving ? { "ec-checkup:backup": JSON.stringify(saving) } : {};
      await app.fresh({ documents: { x: document }, other, address: "#/" });
      await app.page.frame();
      return (await app.count("#reminder")) === 1;
    };
    const now = Date.now();
    const changed = { ...SHOP, changed: new Date(now - DAY).toISOString() };
    assert.equal(await at_(undefined, documentOf({ "access-rules": "A" })), false, "nothing worth it yet");
    assert.equal(await at_({ saved: now - 6 * DAY }, changed), false);
    assert.equal(await at_({ saved: now - 8 * DAY }, SHOP), false, "nothing has changed since");
    assert.equal(await at_({ saved: now - 30 * DAY, later: now - 2 * DAY }, changed), false);
    assert.equal(await at_({ saved: now - 8 * DAY }, changed), true);
    await app.sees("そのあと答えが変わっています", "#reminder");
    assert.equal(await at_(undefined), true);
    await app.sees("まだファイルに保存されていません", "#reminder");
    await app.setLanguage("en");
    await app.sees("have not been saved to a file yet", "#reminder");
    await app.setLanguage("ja");
    await app.click("#remind-later");
    await until("quiet", async () => (await app.count("#reminder")) === 0);
    await app.reload();
    assert.equal(await app.count("#reminder"), 0);
    assert.equal(await at_(undefined), true);
    await catchFiles(page);
    await app.click("#remind-save");
    assertValid(JSON.parse((await caught(page)).text));
    await until("quiet", async () => (await app.count("#reminder")) === 0);
    const { saved } = JSON.parse((await app.storage())["ec-checkup:backup"]);
    assert.ok(Math.abs(saved - Date.now()) < 60_000);
  });

  test("all of it without a mouse", async () => {
    const { app, page } = at;
    await fresh(app);
    const before = await everything(app);
    await catchFiles(page);
    const tabTo = async (selector) => {
      for (let presses = 0; presses < 60; presses += 1) {
        if (await page.run((selector) => document.activeElement?.matches(selector), selector)) return;
        await page.press("Tab");
      }
      throw new Error(`Tab never gets to ${selector}; the focus is on ${await page.focused()}`);
    };
    await tabTo("#save-all");
    await page.press("Enter");
    const saved = await caught(page);
    await tabTo("#import");
    await tabTo("#erase");
    await page.press("Enter");
    await until("the question to have the focus", async () => (await page.focused()).includes("次のものを消します"));
    await tabTo("#erase-all");
    await page.press("Enter");
    await until("the focus on undo", async () => (await page.focused()) === "button 元に戻す");
    assert.deepEqual(await everything(app), {});
    // The browser's own window for choosing a file is out of a test's reach.
    await choose(file("keyboard.json", saved.bytes));
    await until("the focus on the preview", async () => (await page.focused()).includes("取り込む前の確認"));
    await page.press("Tab");
    await page.press("ArrowDown");
    await tabTo("#take-in");
    await page.press("Enter");
    await until("the focus on undo", async () => (await page.focused()) === "button 元に戻す");
    assert.equal(Object.keys(await app.stored()).length, 1, "one was left out by the arrow");
    await page.press("Enter");
    await app.sees("取り込む前に戻しました。", "#undo");
    // The way back from what was done before is still there.
    await tabTo("#undo .quiet");
    await page.press("Enter");
    await app.sees("この端末のデータをすべて消しました", "#undo");
    await tabTo("#undo .button");
    await page.press("Enter");
    await app.sees("消す前に戻しました。", "#undo");
    assert.deepEqual(await everything(app), before);
  });
});

/** From the moment the test says so, nothing more can be stored. */
const FULL = () => {
  const set = Storage.prototype.setItem;
  window.room = Infinity;
  Storage.prototype.setItem = function (key, value) {
    if (key.startsWith("ec-checkup:assessment:") && (window.room -= 1) < 0) throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    return set.call(this, key, value);
  };
};

const BLOCKED = () => Object.defineProperty(window, "localStorage", { get: () => null });

checkup("files without room", {}, (at) => {
  const drop = (app, content) =>
    app.page.run((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "backup.json"));
      document.querySelector("h1").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
    }, JSON.stringify(content));

  test("where there is no room for all, nothing is taken in", () =>
    elsewhere(at, { script: `(${FULL})();` }, async (app) => {
      await fresh(app);
      const before = await everything(app, []);
      await app.page.run(() => void (window.room = 1));
      await drop(app, backup({ a: { ...SHOP, created: "2020-01-01T00:00:00.000Z" }, b: { ...SHOP, created: "2021-01-01T00:00:00.000Z" } }, { contacts: { host: "x" } }));
      await app.click("#take-in");
      await app.sees("保存場所が足りないので、取り込めませんでした", "#import-errors");
      assert.deepEqual(await everything(app, []), before);
      await app.go("#/");
      assert.equal(await app.count(".item"), 2);
      await app.page.run(() => void (window.room = 9));
      await app.go("#/data");
      await app.click("#take-in");
      await app.sees("診断を2件取り込みました。", "#undo");
    }));

  test("where nothing can be kept, a file can be taken in and saved all the same", () =>
    elsewhere(at, { script: `(${BLOCKED})();` }, async (app) => {
      await app.open("#/data");
      await app.setLanguage("ja");
      await app.sees("何も残っていません。", "main");
      await drop(app, backup({ x: SHOP }));
      await app.click("#take-in");
      await app.sees("診断を1件取り込みました。", "#undo");
      await catchFiles(app.page);
      await app.click("#save-all");
      const saved = JSON.parse((await caught(app.page)).text);
      assert.deepEqual(saved.assessments, [{ id: "x", document: SHOP }]);
      await app.click("#erase");
      await app.click("#erase-all");
      await app.go("#/");
      assert.equal(await app.count(".item"), 0);
    }));
});
