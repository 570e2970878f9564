/**
 * Several assessments on one device; stored documents that are damaged, newer, or of another questionnaire.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { By } from "selenium-webdriver";
import { documentOf } from "./documents.mjs";
import { checkup, eventually } from "./pages.mjs";

const A = documentOf({ "access-rules": "A" }, { name: "一号店", changed: "2026-01-01T00:00:00.000Z" });
const B = documentOf({ "access-rules": "D" }, { name: "二号店", changed: "2026-02-01T00:00:00.000Z" });

checkup("shelf", {}, (at) => {
  const names = () => at.app.texts(".item h3");
  const item = (name) => `//article[.//h3[text()="${name}"]]`;
  /** Presses a button of one assessment. */
  const press = async (name, button) => {
    await at.app.press(`${button}: ${name}`, () => at.page.driver.findElement(By.xpath(`${item(name)}//button[text()="${button}"]`)));
  };

  test("keeps several assessments apart, the one changed last first", async () => {
    const { app } = at;
    await app.fresh({ documents: { a: A, b: B } });
    assert.deepEqual(await names(), ["二号店", "一号店"]);
    await app.go("#/a/a/q/account-lifecycle");
    await app.clickCard("account-lifecycle-B");
    await app.sees("保存しました", ".saved");
    const { a, b } = await app.stored();
    assert.equal(a.answers["account-lifecycle"], "B");
    assert.deepEqual(b, B, "the other one is as it was");
    await app.go("#/");
    assert.deepEqual(await names(), ["一号店", "二号店"]);
  });

  test("renames; an empty name is an error at the box", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: A, b: B } });
    await press("一号店", "名前を変える");
    await eventually(async () => assert.equal(await page.focused(), "text 診断の名前"));
    await page.press("Control+a", "Delete", "Enter");
    await app.sees("診断の名前を入れてください。", ".rename .error");
    await eventually(async () => assert.equal(await page.focused(), "text 診断の名前"));
    assert.equal(await page.attribute(".rename input", "aria-invalid"), "true");
    const describedBy = await page.attribute(".rename input", "aria-describedby");
    assert.equal(await page.text(`[id="${describedBy}"]`), "診断の名前を入れてください。");
    await page.type(".rename input", "本店");
    await page.press("Enter");
    await eventually(async () => assert.deepEqual(await names(), ["本店", "二号店"]));
    assert.equal((await app.stored()).a.name, "本店");
    assert.deepEqual((await app.stored()).a.answers, A.answers);
    assert.equal(await app.count(".rename"), 0);
    await press("二号店", "名前を変える");
    await page.css(".rename input");
    await app.clickOn("button", "やめる");
    await eventually(async () => assert.equal(await app.count(".rename"), 0));
    assert.deepEqual((await app.stored()).b, B);
  });

  test("duplicates", async () => {
    const { app } = at;
    await app.fresh({ documents: { a: A } });
    await press("一号店", "複製");
    await eventually(async () => assert.deepEqual(await names(), ["一号店 の写し", "一号店"]));
    const stored = await app.stored();
    assert.deepEqual(stored.a, A);
    const copy = Object.entries(stored).find(([id]) => id !== "a");
    assert.deepEqual(copy[1].answers, A.answers);
  });

  test("deletes, and brings back", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: A, b: B } });
    await press("一号店", "削除");
    await app.sees("「一号店」を削除しました。", "#undo");
    await eventually(async () => assert.equal(await page.focused(), "button 元に戻す"));
    assert.deepEqual(await names(), ["二号店"]);
    assert.deepEqual(Object.keys(await app.stored()), ["b"]);
    await page.press("Enter");
    await eventually(async () => assert.deepEqual(await names(), ["二号店", "一号店"]));
    assert.deepEqual((await app.stored()).a.answers, A.answers);
    assert.equal(await app.count("#undo"), 0);
  });

  test("brings back after a reload too, and forgets when told", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: A, b: B } });
    await press("一号店", "削除");
    await app.sees("「一号店」を削除しました。", "#undo");
    await app.reload();
    assert.deepEqual(await names(), ["二号店"]);
    await app.clickOn("button", "元に戻す");
    await eventually(async () => assert.deepEqual(await names(), ["二号店", "一号店"]));
    assert.deepEqual((await app.stored()).a.answers, A.answers);
    await press("二号店", "削除");
    await app.sees("「二号店」を削除しました。", "#undo");
    await app.clickOn("button", "閉じる");
    await eventually(async () => assert.equal(await app.count("#undo"), 0));
    await app.reload();
    assert.equal(await app.count("#undo"), 0);
    assert.deepEqual(await names(), ["一号店"]);
  });

  for (const [kind, text] of Object.entries({
    "cut off": JSON.stringify(A).slice(0, 60),
    "no document": '["something", "else"]',
    "no format": JSON.stringify({ ...A, format: undefined }),
    "answers of another kind": JSON.stringify({ ...A, answers: [1, 2] }),
    empty: "",
  })) {
    test(`keeps a damaged document under another name and says so: ${kind}`, async () => {
      const { app } = at;
      await app.fresh({ documents: { a: A, bad: text } });
      await app.sees("（bad）を読み取れませんでした", ".findings");
      assert.deepEqual(await names(), ["一号店"]);
      const stored = await app.storage();
      assert.equal(stored["ec-checkup:assessment:bad"], undefined);
      const kept = Object.entries(stored).filter(([key]) => key.startsWith("ec-checkup:kept:"));
      assert.deepEqual(kept.map(([, value]) => value), [text]);
      assert.match(kept[0][0], /bad/);
      await app.reload();
      assert.equal(Object.keys(await app.storage()).filter((key) => key.startsWith("ec-checkup:kept:")).length, 1);
    });
  }

  for (const [kind, document, message] of [
    ["of a newer version", { ...A, format: 999, answers: { later: [[1]] } }, "新しい版で作られたものです"],
    ["of another questionnaire", { ...A, pack: "other" }, "別の質問票のものです"],
  ]) {
    test(`leaves a document ${kind} alone and says so`, async () => {
      const { app, page } = at;
      const text = JSON.stringify(document);
      await app.fresh({ documents: { strange: text, a: A } });
      await app.sees(message, ".findings");
      await app.sees("（strange）", ".findings");
      assert.deepEqual(await names(), ["一号店"]);
      await app.go("#/a/a/q/access-rules");
      await app.clickCard("access-rules-B");
      assert.equal((await app.storage())["ec-checkup:assessment:strange"], text);
      await app.clickOn("button", "閉じる");
      await eventually(async () => assert.ok(!(await app.visible(".findings")).includes(message), "the notice goes"));
    });
  }

  test("keeps answers it does not know, through edits", async () => {
    const { app } = at;
    const strange = { "from-the-future": { deep: [1, "two", { three: true }] }, "account-lifecycle": "Q" };
    await app.fresh({ documents: { a: { ...A, answers: { ...A.answers, ...strange } } } });
    await app.sees("この版では扱えない回答が2件ありました", ".findings");
    await app.go("#/a/a/q/access-rules");
    await app.clickCard("access-rules-C");
    await app.sees("保存しました", ".saved");
    assert.deepEqual((await app.stored()).a.answers, { "access-rules": "C", ...strange });
  });

  test("the progress is that of the pack one was in last; the profile is only the way in", async () => {
    const { app } = at;
    const at_ = async (place) => {
      await app.fresh({ documents: { a: documentOf({ "shop-kind": "B", "access-rules": "A" }, { place }) } });
      return /(\d+)問中(\d+)問/.exec(await app.visible(".item .progress-text"))?.slice(1).map(Number);
    };
    const ecom = await at_("access-rules");
    const quick = await at_("quick-mfa");
    assert.ok(ecom[0] > 100 && ecom[1] === 1, `${ecom}`);
    assert.ok(quick[0] < 40 && quick[1] === 0, `${quick}`);
    assert.deepEqual(await at_("shop-kind"), quick);
    assert.deepEqual(await at_(undefined), quick);
  });

  test("a place that is no more does no harm", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: { ...A, place: "no-such-question" } } });
    await app.arrive(() => app.clickOn("link", "続ける"));
    assert.match(await app.hash(), /^#\/a\/a/);
    assert.notEqual(await app.heading(), "ページが見つかりません");
  });
});
