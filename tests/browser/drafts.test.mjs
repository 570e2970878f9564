/**
 * What was typed and not yet taken survives a reload; what was cleared comes back.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOf } from "./documents.mjs";
import { checkup, until } from "./pages.mjs";

const SHOP = documentOf({ "access-rules": "A" }, { name: "一号店" });

checkup("drafts", {}, (at) => {
  test("a name that is being typed is still there after a reload, and forgotten once it is taken or dropped", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: SHOP } });
    await app.clickOn("button", "名前を変える");
    await page.type(".rename input", " 本店");
    await app.reload();
    assert.equal(await page.value(".rename input"), "一号店 本店");
    assert.equal((await app.stored()).a.name, "一号店");
    await app.clickOn("button", "この名前にする");
    await until("the new name", async () => (await app.stored()).a.name === "一号店 本店");
    await app.reload();
    assert.equal(await app.count(".rename"), 0);
    await app.clickOn("button", "名前を変える");
    await page.type(".rename input", "x");
    await app.clickOn("button", "やめる");
    await app.reload();
    assert.equal(await app.count(".rename"), 0);
  });

  test("what was pasted is still there after a reload", async () => {
    const { app, page } = at;
    await app.fresh({ address: "#/open" });
    await page.type("#link", "https://example.com/half");
    await app.reload();
    assert.equal(await page.value("#link"), "https://example.com/half");
    await page.run(() => sessionStorage.clear());
  });

  test("a note is stored as it is typed", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: SHOP }, address: "#/a/a/q/access-rules" });
    await app.click(".note-box summary");
    const sticksOut = () => {
      const right = (selector) => document.querySelector(selector).getBoundingClientRect().right;
      return right(".note-box > textarea") - right(".note-box");
    };
    assert.ok((await page.run(sticksOut)) < 0, "the box stays within its frame");
    await page.type("#note-access-rules", "制作会社に聞く");
    await app.reload();
    assert.equal(await page.value("#note-access-rules"), "制作会社に聞く");
    assert.deepEqual((await app.stored()).a.answers["access-rules"], { is: "A", note: "制作会社に聞く" });
    assert.equal(await page.run(() => document.querySelector(".note-box").open), true, "a note that is there is seen");
  });

  test("an answer that was cleared comes back", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: SHOP }, address: "#/a/a/q/access-rules" });
    await app.clickOn("button", "回答を消す");
    await until("the answer to go", async () => (await app.stored()).a.answers["access-rules"] === undefined);
    await app.clickOn("button", "元に戻す");
    await until("the answer to come back", async () => (await app.stored()).a.answers["access-rules"] === "A");
    assert.equal(await page.run(() => document.querySelector("#access-rules-A").checked), true);
    // Another answer instead: there is nothing to bring back any more.
    await app.clickOn("button", "回答を消す");
    await app.clickCard("access-rules-C");
    await until("the way back to go", async () => !(await app.visible("#access-rules")).includes("元に戻す"));
    assert.equal((await app.stored()).a.answers["access-rules"], "C");
  });
});
