/**
 * Questions that depend on answers, answers that exclude each other, and matrices filled in halfway.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SAAS, documentOf } from "./documents.mjs";
import { checkup, eventually } from "./pages.mjs";

checkup("conditions", {}, (at) => {
  const fields = () => at.page.run(() => [...document.querySelectorAll("fieldset.field")].map((field) => field.id));
  const checked = () => at.page.run(() => [...document.querySelectorAll("input:checked")].map((input) => input.id));
  const at_ = (question, answers = {}) => at.app.fresh({ documents: { a: documentOf(answers) }, address: `#/a/a/q/${question}` });

  test("an answer brings up its follow-ups on the same page, another takes them away", async () => {
    const { app } = at;
    await at_("intrusion-watch");
    assert.deepEqual(await fields(), ["intrusion-watch"]);
    await app.clickCard("intrusion-watch-A");
    assert.deepEqual(await fields(), ["intrusion-watch", "intrusion-watch-benefit"]);
    await app.clickCard("intrusion-watch-benefit-B");
    await app.clickCard("intrusion-watch-E");
    assert.deepEqual(await fields(), ["intrusion-watch", "intrusion-watch-why-not"]);
    // What was answered is kept, does not count, and comes back.
    assert.equal((await app.document()).answers["intrusion-watch-benefit"], "B");
    await app.go("#/a/a/review/ecom");
    assert.equal(await app.count(".answered:has([href$=intrusion-watch]) dt"), 2);
    await app.go("#/a/a/q/intrusion-watch");
    await app.clickCard("intrusion-watch-B");
    assert.deepEqual(await checked(), ["intrusion-watch-B", "intrusion-watch-benefit-B"]);
  });

  test("going on passes by what need not be answered", async () => {
    const { app } = at;
    await at_("login-used");
    await app.clickCard("login-used-B");
    await app.next();
    assert.equal(await app.question(), "build-design-review");
    await app.arrive(() => app.click(".onward .previous"));
    assert.equal(await app.question(), "login-used");
    await app.clickCard("login-used-A");
    await app.next();
    assert.equal(await app.question(), "login-purposes");
    assert.equal(await app.count(".question .notice"), 0);
  });

  test("a question that is not asked says so when one goes there all the same", async () => {
    const { app } = at;
    await at_("login-purposes", { "login-used": "B" });
    await app.sees("この質問は、いまは答えなくてかまいません", ".question .notice");
    assert.deepEqual(await fields(), []);
    await app.go("#/a/a/p/ecom");
    await app.sees(/./, ".chapters");
    assert.ok((await app.texts(".questions .state-off")).some((text) => text.includes("対象外")));
  });

  test("“none of these” excludes the others, in both directions", async () => {
    const { app } = at;
    await at_("access-log");
    await app.clickCard("access-log-kinds-A");
    await app.clickCard("access-log-kinds-B");
    await app.clickCard("access-log-kinds-J");
    assert.deepEqual((await app.document()).answers["access-log-kinds"], ["J"]);
    assert.deepEqual(await checked(), ["access-log-kinds-J"]);
    assert.ok(!(await fields()).includes("access-log-events"), "no logs, no question about them");
    await app.clickCard("access-log-kinds-C");
    assert.deepEqual(await checked(), ["access-log-kinds-C"]);
    assert.ok((await fields()).includes("access-log-events"));
    await app.clickCard("access-log-kinds-DK");
    assert.deepEqual(await checked(), ["access-log-kinds-DK"]);
    await app.clickCard("access-log-kinds-B");
    assert.deepEqual(await checked(), ["access-log-kinds-B"]);
    await app.clickCard("access-log-kinds-B");
    assert.equal((await app.document()).answers["access-log-kinds"], undefined);
  });

  test("text for “other” appears with it, is kept without it and through a reload", async () => {
    const { app, page } = at;
    await at_("access-log");
    assert.equal(await app.count("#access-log-kinds-other"), 0);
    await app.clickCard("access-log-kinds-I");
    const text = "社内の入退室 & <b>記録</b> \"毎日\"";
    // Letters in a text box are text, not answers.
    await page.type("#access-log-kinds-other", `${text}abc`);
    await app.clickCard("access-log-kinds-I");
    assert.equal(await app.count("#access-log-kinds-other"), 0);
    await app.clickCard("access-log-kinds-I");
    await app.reload();
    assert.equal(await page.value("#access-log-kinds-other"), `${text}abc`);
    assert.deepEqual((await app.document()).answers["access-log-kinds"], { is: ["I"], other: `${text}abc` });
    await app.go("#/a/a/review/ecom");
    await app.sees(`その他：${text}abc`, ".answers");
  });

  test("free text is kept as it was typed", async () => {
    const { app, page } = at;
    await at_("overall-worries");
    await page.type("textarea#overall-worries", "一行目");
    await page.press("Enter");
    await page.type("textarea#overall-worries", "二行目 abc");
    await app.sees("保存しました", ".saved");
    await app.reload();
    assert.equal(await page.value("textarea#overall-worries"), "一行目\n二行目 abc");
  });

  test("an answer can be cleared, and the focus stays in its field", async () => {
    const { app, page } = at;
    await at_("access-rules", { "access-rules": "A" });
    await app.click("button.clear");
    await eventually(async () => assert.deepEqual(await checked(), []));
    assert.deepEqual((await app.document()).answers, {});
    await eventually(async () => assert.equal(await page.run(() => document.activeElement.id), "access-rules"));
    await page.press("b");
    await eventually(async () => assert.deepEqual(await checked(), ["access-rules-B"]));
  });

  test("a matrix filled in halfway: the first “next” says what is missing, the second goes on", async () => {
    const { app, page } = at;
    await at_("mgmt-threat-kinds", { "mgmt-threat-level": "A", "mgmt-threat-kinds": { A: "1", B: "2" } });
    await app.click(".onward .button-main");
    await app.sees("まだ選んでいない行が10行あります", ".error-summary");
    await eventually(async () => assert.equal(await page.run(() => document.activeElement.className), "error-summary"));
    assert.match(await app.title(), /^エラー：/);
    assert.equal(await app.count(".error-summary a"), 10, "a link for each missing row; “other” may stay empty");
    await app.click(".error-summary a");
    const row = () => page.run(() => document.activeElement.closest(".row")?.id);
    await eventually(async () => assert.equal(await row(), "mgmt-threat-kinds-C"));
    await app.clickCard("mgmt-threat-kinds-C-3");
    assert.equal(await app.question(), "mgmt-threat-kinds");
    await app.next();
    assert.equal(await app.question(), "mgmt-impact");
    assert.doesNotMatch(await app.title(), /^エラー/);
    assert.deepEqual((await app.document()).answers["mgmt-threat-kinds"], { A: "1", B: "2", C: "3" });
  });

  test("a matrix nobody has begun is no error", async () => {
    const { app } = at;
    await at_("mgmt-threat-kinds");
    await app.next();
    assert.equal(await app.question(), "mgmt-impact");
  });

  test("the profile leads to what is open in the first check, and its last question to the result", async () => {
    const { app } = at;
    await at_("shop-mall", { ...SAAS, "quick-mfa": undefined, "quick-3ds": undefined });
    assert.equal(await app.visible(".onward .button-main"), "次へ");
    await app.next();
    assert.equal(await app.question(), "quick-3ds");
    await at_("quick-ai", SAAS);
    assert.equal(await app.visible(".onward .button-main"), "結果を見る");
    await app.next();
    assert.equal(await app.hash(), "#/a/a/result/quick");
  });

  test("without anything open in the first check the profile leads to the list of packs", async () => {
    const { app } = at;
    await at_("shop-mall", SAAS);
    await app.next();
    assert.equal(await app.hash(), "#/a/a");
  });

  test("the last question leads to the result", async () => {
    const { app, page } = at;
    await at_("overall-worries");
    await app.arrive(() => app.click(".onward .previous"));
    const questions = [];
    let last = "";
    for (let count = 0; count < 12 && (await app.question()); count += 1) {
      questions.push(await app.question());
      last = await app.visible(".onward .button-main");
      assert.equal(last, questions.at(-1) === "overall-worries" ? "結果を見る" : "次へ", questions.join());
      await app.next();
    }
    assert.equal(last, "結果を見る", questions.join());
    assert.equal(await app.hash(), "#/a/a/result/ecom", questions.join());
    assert.equal(await page.text("h1"), "診断の結果");
  });
});
