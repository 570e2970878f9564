/**
 * Crowds of shops: two hundred links in one mail as people really forward it, a thousand sheets as files, and the file by
 * which one of these shops sees where it stands. What should come of it is known from how the mail was made and from the
 * command line, never from the page.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { mailOf } from "./mails.mjs";
import { catchFiles, caught, checkup, until } from "./pages.mjs";
import { ecCheckup, ecCheckupComplaining } from "./sites.mjs";
import { chooseReference, expected, shownStanding } from "./standings.mjs";
import { temporaryFolder } from "./support/processes.mjs";
import { COLLECTION, PACKS, assertEveryQuestion, assertOverview, groupsOf, linksFile, native, packsWithPoints, sampleLinks } from "./surveys.mjs";

const folder = temporaryFolder();
after(() => folder.remove());

/** @param {string} name @param {string} content */
function file(name, content) {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

/** Texts whose difference nobody wants to read as a whole. */
function assertSame(text, wanted, what) {
  if (text === wanted) return;
  let at = 0;
  while (text[at] === wanted[at]) at += 1;
  const around = (text) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  assert.fail(`${what} differs at ${at} of ${wanted.length}: ${around(text)} instead of ${around(wanted)}`);
}

checkup("crowds", {}, (at) => {
  /** @type {string[]} */
  let shops;
  before(() => {
    shops = sampleLinks(200, 41);
    assert.equal(new Set(shops).size, 200);
  });

  const arrived = async () => {
    const { app } = at;
    await until("all to be counted", async () => (await app.count("#outcome")) === 1 && (await app.count(".working")) === 0, 60_000);
  };
  const kept = async () => ((await at.app.storage())[COLLECTION] ?? "").split("\n").filter(Boolean);
  const save = async (button) => {
    await at.app.click(button);
    return (await caught(at.page)).text;
  };

  test("two hundred shops in one mail, wrapped, quoted, encoded, twice, and some of them damaged", async () => {
    const { app, page } = at;
    const mail = mailOf(shops, { lost: 10, damaged: 20, repeats: 30, seed: 7 });
    assert.deepEqual([mail.whole.length, mail.damaged.length], [190, 30]);
    // The page reads it in more than one piece, so that the lines are counted on.
    assert.ok(Buffer.byteLength(mail.text) > 70_000);
    await app.fresh({ address: "#/survey" });
    await page.run((text) => {
      const area = document.querySelector("#collect-text");
      area.value = text;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }, mail.text);
    await app.click("#collect-read");
    await arrived();
    assert.deepEqual(await app.texts("#outcome li"), ["新しく加えた結果：190件", "もうあった結果：30件（同じものか、古いもの）"]);
    assert.equal(await app.visible("#collected"), "190店分");
    assert.deepEqual(await kept(), mail.whole);

    const failures = await page.run(() => [...document.querySelectorAll(".failures tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent)));
    assert.deepEqual(failures.map(([place]) => place), mail.damaged.map(({ line }) => `貼り付けた文 ${line}行目`));
    const flat = (text) => text.replace(/\s+/g, " ").trim();
    for (const [nth, { kind, line, begins }] of mail.damaged.entries()) {
      const [, why, seen] = failures[nth];
      // One with a line end in it may have been cut off there, for all one can tell.
      assert.match(why, kind === "exchanged" ? /文字が変わっています|文字が足りません/ : /文字が足りません/, `line ${line}`);
      assert.ok(seen.length >= 20 && flat(begins).startsWith(flat(seen)), `line ${line}: ${seen}`);
    }

    // The native program says the same, of the mail and of its whole links alone.
    const report = native(mail.whole, "--format", "json");
    const path = file("mail.txt", mail.text);
    const { code, printed, complaints } = ecCheckupComplaining("survey", "--format", "json", path);
    assert.equal(code, 1);
    assert.equal(complaints.pop(), "190 respondents, 30 duplicates left out, 30 unreadable");
    assert.deepEqual(complaints.map((text) => /^(.+:\d+): /.exec(text)?.[1]), mail.damaged.map(({ line }) => `${path}:${line}`));
    assertSame(printed, report, "the report of the mail");

    await app.arrive(() => app.click("#to-report"));
    await app.sees("回答したお店は190件です。", "#respondents");
    const numbers = JSON.parse(report);
    assert.deepEqual(await app.texts("#sizes td.number:nth-of-type(2)"), numbers.groups.map(({ n }) => `${n}`));
    const packs = packsWithPoints(numbers).map(({ pack }) => pack);
    assert.deepEqual(packs, PACKS.slice(1), "all but the profile");
    for (const pack of packs) {
      await app.go(`#/survey/${pack}`);
      await assertOverview(app, numbers, pack);
    }
    const compared = await assertEveryQuestion(app, numbers, (pack) => app.go(`#/survey/${pack}`));
    assert.ok(compared > 5000, `${compared}`);
    assert.ok((await groupsOf(app)).length >= 4);
    await catchFiles(page);
    assertSame(await save("#save-json"), report, "the page's JSON");
  });

  test("a thousand sheets as files: every file that the page makes of them is that of the command line", async () => {
    const { app, page } = at;
    const rows = file("rows.ndjson", ecCheckup("sample", "-n", "500", "--seed", "43", "--format", "ndjson"));
    const links = linksFile(sampleLinks(500, 44), "many-links.txt");
    await app.fresh({ address: "#/survey" });
    await page.on(() => page.css("#collect-files"), (input) => input.sendKeys(`${rows}\n${links}`));
    await arrived();
    assert.deepEqual(await app.texts("#outcome li"), ["新しく加えた結果：1000件"]);
    assert.equal((await kept()).length, 1000);
    await app.arrive(() => app.click("#to-report"));
    await app.sees("回答したお店は1000件です。", "#respondents");
    await catchFiles(page);
    const wanted = (format) => ecCheckup("survey", "--format", format, rows, links);
    assertSame(await save("#save-json"), wanted("json"), "JSON");
    // The command line ends every text with one line end.
    assertSame((await save("#save-csv")).trimEnd(), wanted("csv").trimEnd(), "CSV");
    assertSame(await save("#save-rows"), wanted("ndjson"), "NDJSON");
  });

  test("the reference goes from the report to a shop, and there says what the command line says", async () => {
    const { app, page } = at;
    await app.fresh({ address: "#/survey/ecom", other: { [COLLECTION]: shops.join("\n") } });
    await app.sees("回答したお店は200件です。", "#respondents");
    await catchFiles(page);
    const text = await save("#save-reference");
    const path = join(folder.path, "native.json");
    native(shops, "--reference", path);
    assertSame(text, readFileSync(path, "utf8"), "the reference");
    assert.equal(JSON.parse(text).n, 200);

    const reference = file("reference.json", text);
    const documents = ecCheckup("sample", "-n", "3", "--seed", "45", "--format", "documents").trim().split("\n");
    for (const [nth, document] of documents.entries()) {
      await app.fresh({ documents: { x: document }, address: "#/a/x/result/ecom" });
      await chooseReference(page, reference);
      await app.sees("200店", ".standing-facts");
      const { standing } = JSON.parse(ecCheckup("score", file("shop.json", document), "--reference", reference));
      const cells = expected(standing);
      assert.ok(cells.flat().filter((cell) => cell !== "–").length > 20, "there is something to compare");
      assert.deepEqual(await shownStanding(page), cells, `shop ${nth}`);
    }
  });
});
