/**
 * Collecting the results of many shops: whatever people send, in any mixture; nothing counted twice, nothing passed over in
 * silence, nothing lost by a reload.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { documentOf, randomAnswers } from "./documents.mjs";
import { checkup, elsewhere, until } from "./pages.mjs";
import { ecCheckup } from "./sites.mjs";
import { assertAccessible } from "./support/axe.mjs";

const KEY = "ec-checkup:collection";
const folder = mkdtempSync(join(tmpdir(), "ec-checkup-collecting-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file for the chooser. */
function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const link = (document, ...options) => {
  const path = file("document.json", JSON.stringify(document));
  return ecCheckup("link", path, ...options).trim();
};

/** A mail program breaks lines and quotes them. */
const broken = (link) => `> https://example.jp/shop/checkup/${link.slice(0, 40)}\n> ${link.slice(40)}\n`;

checkup("collecting", {}, (at, engine) => {
  /** @type {string[]} */
  let shops;
  /** One assessment at two times, and the older one once more. */
  let older, newer, sealed, level;
  before(() => {
    shops = ecCheckup("sample", "-n", "40", "--seed", "11", "--format", "links").trim().split("\n");
    const document = documentOf(randomAnswers(5, 0.5), { name: "一号店", created: "2026-01-02T00:00:00.000Z", changed: "2026-03-01T00:00:00.000Z" });
    older = link(document, "--tell", "answers");
    newer = link({ ...document, changed: "2026-04-01T00:00:00.000Z", answers: { ...document.answers, "mgmt-policy": "D" } }, "--tell", "answers");
    level = link(document, "--tell", "level");
    const passphrase = file("passphrase", "correct horse battery staple\n");
    sealed = link(documentOf(randomAnswers(6, 0.3), { created: "2026-01-03T00:00:00.000Z" }), "--tell", "everything", "--passphrase", passphrase);
  });

  const paste = async (text) => {
    const { app, page } = at;
    await page.run((text) => {
      const area = document.querySelector("#collect-text");
      area.value = text;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }, text);
    await app.click("#collect-read");
    await until("all to be counted", async () => (await app.count("#outcome")) === 1 && (await app.count(".working")) === 0);
  };
  const choose = async (...paths) => {
    const { app, page } = at;
    await page.run(() => document.querySelector("#outcome")?.remove());
    await page.on(() => page.css("#collect-files"), (input) => input.sendKeys(paths.join("\n")));
    await until("all to be counted", async () => (await app.count("#outcome")) === 1 && (await app.count(".working")) === 0);
  };
  const kept = async () => ((await at.app.storage())[KEY] ?? "").split("\n").filter(Boolean);

  test("from the page about this page; nothing yet, and what is kept about whom", async () => {
    const { app, page } = at;
    await app.fresh({ address: "#/about" });
    await app.arrive(() => app.click("#to-survey"));
    assert.equal(await app.heading(), "みんなの結果を集める");
    await app.sees("まだ1件もありません。", "main");
    await assertAccessible(page);
    await app.setLanguage("en");
    await app.sees("Nothing yet.", "main");
    await app.setLanguage("ja");
    assert.deepEqual(await kept(), []);
  });

  test("mails pasted whole: broken lines, the same twice, newer and older states, and what is none", async () => {
    const { app } = at;
    await app.fresh({ address: "#/survey" });
    const cut = shops[39].slice(0, 60);
    const mail = [
      "お世話になっております。結果を送ります。",
      ...shops.slice(0, 20).map((shop) => `https://example.jp/checkup/${shop}\n`),
      ...shops.slice(20, 39).map(broken),
      `よろしくお願いします。 https://example.jp/checkup/${shops[3]}`,
      `切れたもの https://example.jp/checkup/${cut}\n`,
      `レベルだけ ${level}\n`,
      older, newer, older, "",
    ].join("\n");
    await paste(mail);
    assert.deepEqual(await app.texts("#outcome li"), ["新しく加えた結果：40件", "新しい内容に入れ替えた結果：1件", "もうあった結果：2件（同じものか、古いもの）"]);
    assert.equal(await app.visible("#collected"), "40店分");
    const rows = await app.texts(".failures tbody tr");
    assert.equal(rows.length, 2, rows.join("\n"));
    assert.match(rows[0], /^貼り付けた文 \d+行目.*文字が足りません/s);
    assert.match(rows[1], /回答の入っていないリンクです/);
    const line = Number(/(\d+)行目/.exec(rows[0])[1]);
    assert.ok(mail.split("\n")[line - 1].includes("切れたもの"), `line ${line}`);
    assert.deepEqual((await kept()).map((link) => `#${link}`).sort(), [...shops.slice(0, 39), newer].sort());

    // The same once more changes nothing.
    await paste(mail);
    assert.deepEqual(await app.texts("#outcome li"), ["新しく加えた結果：0件", "もうあった結果：43件（同じものか、古いもの）"]);
    await app.reload();
    assert.equal(await app.visible("#collected"), "40店分");
    await app.setLanguage("en");
    assert.equal(await app.visible("#collected"), "40 shops");
    await app.setLanguage("ja");
  });

  test("files of every kind in one go: a mail, rows, a backup, one assessment, and what is none of these", async () => {
    const { app } = at;
    await app.fresh({ address: "#/survey" });
    const rows = ecCheckup("sample", "-n", "5", "--seed", "12", "--format", "ndjson");
    const one = documentOf(randomAnswers(7, 0.4), { name: "二号店", created: "2026-02-02T00:00:00.000Z" });
    const backup = { "ec-checkup": "backup", format: 1, written: "2026-11-20T03:00:00.000Z", assessments: [{ id: "k3x9", document: { ...one, created: "2026-02-03T00:00:00.000Z" } }] };
    await choose(
      file("mail.txt", `Hello\n${shops[0]}\n\n${shops[1]}\n`),
      file("rows.ndjson", `${rows.trim()}\n{"broken\n`),
      file("backup.json", JSON.stringify(backup, null, 1)),
      file("one.json", JSON.stringify(one)),
      file("photo.json", Buffer.from("7b89504e470d0a1a0a", "hex")),
    );
    assert.deepEqual(await app.texts("#outcome li"), ["新しく加えた結果：9件"]);
    const failures = await app.texts(".failures tbody tr");
    assert.equal(failures.length, 2, failures.join("\n"));
    assert.match(failures[0], /^rows\.ndjson 6行目.*JSONが壊れています/s);
    assert.match(failures[1], /^photo\.json/);
    assert.equal((await kept()).length, 9);
    assert.ok((await kept()).every((link) => link.startsWith("r2")));
  });

  test("links under a passphrase wait for it, also over a reload", async () => {
    const { app, page } = at;
    await app.fresh({ address: "#/survey" });
    await paste(`${shops[0]}\n\n${sealed}\n`);
    await app.sees("合言葉つきのリンクが1件あります", "#locked");
    assert.equal(await app.visible("#collected"), "1店分");
    await app.reload();
    await app.sees("合言葉つきのリンクが1件あります", "#locked");
    await page.type("#passphrase", "something else");
    await page.press("Enter");
    await app.sees("合言葉が違います", "#passphrase-error");
    await page.run(() => {
      const box = document.querySelector("#passphrase");
      box.value = "";
      box.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await page.type("#passphrase", "correct horse battery staple");
    await page.press("Enter");
    await until("it to open", async () => (await app.visible("#collected")) === "2店分");
    assert.equal(await app.count("#locked"), 0);
    assert.equal((await kept()).length, 2);
  });

  test("all of it can be erased, and brought back", async () => {
    const { app } = at;
    await app.fresh({ address: "#/survey", other: { [KEY]: shops.slice(0, 7).map((shop) => shop.slice(1)).join("\n") } });
    assert.equal(await app.visible("#collected"), "7店分");
    await app.go("#/data");
    await app.sees("集めた結果", ".stored");
    await app.go("#/survey");
    await app.click("#clear");
    await app.sees("集めた結果をすべて消しました。", "#undo");
    assert.deepEqual(await kept(), []);
    await app.clickOn("button", "元に戻す");
    await until("them to be back", async () => (await app.visible("#collected")) === "7店分");
    assert.equal((await kept()).length, 7);
  });

  test("what is deleted or erased among the data of the device is gone here too, and comes back with undo", async () => {
    const { app } = at;
    await app.fresh({ address: "#/survey", other: { [KEY]: shops.slice(0, 7).map((shop) => shop.slice(1)).join("\n") } });
    assert.equal(await app.visible("#collected"), "7店分");
    for (const act of [() => app.clickOn("button", "集めた結果を削除"), async () => {
      await app.click("#erase");
      await app.click("#erase-all");
    }]) {
      await app.go("#/data");
      await act();
      await until("it to be gone", async () => (await kept()).length === 0);
      await app.go("#/survey");
      await app.sees("まだ1件もありません。", "main");
      await app.go("#/data");
      await app.click("#undo .button");
      await until("it to be back", async () => (await kept()).length === 7);
      await app.go("#/survey");
      assert.equal(await app.visible("#collected"), "7店分");
    }
  });

  test("where there is no room for all, it says so and works", () =>
    elsewhere(at, { script: `{ const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, value) { if (key === "${KEY}") throw new DOMException("no", "QuotaExceededError"); return set.call(this, key, value); }; }` }, async (app) => {
      await app.open("#/survey");
      await app.setLanguage("ja");
      await app.page.type("#collect-text", shops[0]);
      await app.click("#collect-read");
      await app.sees("この端末に保存しきれません", "main");
      assert.equal(await app.visible("#collected"), "1店分");
    }));

  test("it can be stopped; what was read stays", async () => {
    const { app, page } = at;
    await app.fresh({ address: "#/survey" });
    // So many that it takes a while, each one another.
    const many = Array.from({ length: 100 }, () => shops.join("\n\n")).join("\n\n");
    await page.run((text) => {
      const area = document.querySelector("#collect-text");
      area.value = text;
      area.dispatchEvent(new Event("input", { bubbles: true }));
      document.querySelector("#collect-read").click();
      const press = new MutationObserver(() => {
        const stop = document.querySelector("#stop");
        if (stop) {
          press.disconnect();
          stop.click();
        }
      });
      press.observe(document, { subtree: true, childList: true });
    }, many);
    await app.sees("途中で止めました。", "#outcome");
    await until("the end", async () => (await app.count(".working")) === 0);
    if (engine === "chromium") assert.ok((await kept()).length <= shops.length);
  });
});
