/**
 * Two windows of one browser with the same assessment: what is done in either stays, and then it is quiet.
 */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { SAAS, documentOf } from "./documents.mjs";
import { checkup, eventually } from "./pages.mjs";

const SHOP = documentOf({ "access-rules": "A" }, { name: "一号店" });
const OTHER = documentOf({ "access-rules": "D" }, { name: "二号店" });

/**
 * Runs in both windows before all else. Lists what they write. A window can be made blind: it hears of no change and reads
 * what was there before, as happens when two write at the same moment.
 */
function watch() {
  window.writes = [];
  const { getItem, setItem, removeItem } = Storage.prototype;
  Storage.prototype.getItem = function (key) {
    return window.blind && key in window.blind.seen ? window.blind.seen[key] : getItem.call(this, key);
  };
  const change = (how) =>
    function (key, ...value) {
      if (this === localStorage) window.writes.push(key);
      if (window.blind && key in window.blind.seen) window.blind.seen[key] = value[0] ?? null;
      return how.call(this, key, ...value);
    };
  Storage.prototype.setItem = change(setItem);
  Storage.prototype.removeItem = change(removeItem);
  window.addEventListener("storage", (event) => {
    if (!window.blind) return;
    window.blind.missed.push(event);
    event.stopImmediatePropagation();
  });
}

checkup("tabs", { script: `(${watch})()` }, (at) => {
  /** @type {string[]} */
  let windows;
  before(async () => {
    const { driver } = at.page;
    const first = await driver.getWindowHandle();
    await driver.switchTo().newWindow("window");
    windows = [first, await driver.getWindowHandle()];
  });

  /** Goes to the first or the second window. @returns {Promise<import("./pages.mjs").Checkup>} */
  const go = async (nth) => {
    await at.page.driver.switchTo().window(windows[nth]);
    return at.app;
  };

  /** Opens the page in both windows. */
  const open = async (documents, first, second = first) => {
    await (await go(1)).leave();
    await (await go(0)).fresh({ documents, address: first });
    await (await go(1)).open(second);
    return go(0);
  };

  const run = async (nth, inside, ...args) => (await go(nth)).page.run(inside, ...args);
  const ticked = (nth) => run(nth, () => [...document.querySelectorAll("input:checked")].map((input) => input.id));
  const answers = async (id = "a") => (await at.app.stored())[id].answers;

  /** From here on a window does not see what the other does. */
  const blind = (nth) => run(nth, () => void (window.blind = { seen: { ...localStorage }, missed: [] }));
  /** It does again, and hears of everything at once. */
  const see = async (nth, changes) => {
    await eventually(async () => assert.ok((await run(nth, () => window.blind.missed.length)) >= changes, "the word of the browser"));
    await run(nth, () => {
      const { missed } = window.blind;
      window.blind = null;
      for (const { key, oldValue, newValue } of missed) dispatchEvent(new StorageEvent("storage", { key, oldValue, newValue, storageArea: localStorage }));
    });
  };

  /** Forgets what was written so far. */
  const count = async () => {
    for (const nth of [0, 1]) await run(nth, () => void (window.writes = []));
  };
  /** What each window has written since, once nothing more comes. */
  const written = async () => {
    const writes = async () => [await run(0, () => window.writes), await run(1, () => window.writes)];
    await sleep(1_000);
    const now = await writes();
    await sleep(1_000);
    assert.deepEqual(await writes(), now, "the storage is quiet after a second");
    return now;
  };

  test("edits of different questions in turn", async () => {
    await open({ a: SHOP }, "#/a/a/q/access-rules", "#/a/a/q/account-lifecycle");
    await (await go(0)).clickCard("access-rules-B");
    await (await go(1)).clickCard("account-lifecycle-C");
    await (await go(0)).clickCard("access-rules-D");
    await (await go(1)).clickCard("account-lifecycle-A");
    assert.deepEqual(await answers(), { "access-rules": "D", "account-lifecycle": "A" });
    // Each window shows what was done in the other.
    await (await go(0)).go("#/a/a/q/account-lifecycle");
    await eventually(async () => assert.deepEqual(await ticked(0), ["account-lifecycle-A"]));
    await (await go(1)).go("#/a/a/q/access-rules");
    await eventually(async () => assert.deepEqual(await ticked(1), ["access-rules-D"]));
    // One of them loads the page again: nothing has gone.
    await (await go(1)).reload();
    assert.deepEqual(await ticked(1), ["access-rules-D"]);
  });

  test("the same question: whoever answers last is right, and both show it", async () => {
    await open({ a: SHOP }, "#/a/a/q/access-rules");
    for (const [nth, step] of [[0, "B"], [1, "C"], [0, "D"], [1, "A"]]) {
      await (await go(nth)).clickCard(`access-rules-${step}`);
      for (const window of [0, 1]) await eventually(async () => assert.deepEqual(await ticked(window), [`access-rules-${step}`]));
      assert.deepEqual(await answers(), { "access-rules": step });
    }
  });

  for (const first of [0, 1]) {
    test(`at the same moment, neither seeing the other; window ${first + 1} hears of it first`, async () => {
      await open({ a: SHOP }, "#/a/a/q/access-rules", "#/a/a/q/access-log");
      await count();
      for (const nth of [0, 1]) await blind(nth);
      // Different questions, and the same one: a note on it.
      await (await go(0)).clickCard("access-rules-C");
      await (await go(1)).clickCard("access-log-kinds-B");
      await (await go(1)).go("#/a/a/q/access-rules");
      await (await go(1)).clickCard("access-rules-B");
      for (const nth of [first, 1 - first]) await see(nth, 1);
      await (await go(0)).go("#/a/a/q/access-rules");
      for (const nth of [0, 1]) await eventually(async () => assert.deepEqual(await ticked(nth), ["access-rules-B"]));
      await eventually(async () => assert.deepEqual(await answers(), { "access-log-kinds": ["B"], "access-rules": "B" }));
      const [one, two] = await written();
      assert.ok(one.length + two.length <= 3 + 3, `${one.length} and ${two.length} writes for four edits and moves`);
      assert.deepEqual(await answers(), { "access-log-kinds": ["B"], "access-rules": "B" });
    });
  }

  test("one edit is one write, and the other window writes nothing", async () => {
    await open({ a: documentOf(SAAS), b: OTHER }, "#/a/a/q/quick-mfa", "#/a/a/q/quick-mfa");
    await count();
    await (await go(0)).clickCard("quick-mfa-B");
    await eventually(async () => assert.deepEqual(await ticked(1), ["quick-mfa-B"]));
    assert.deepEqual(await written(), [["ec-checkup:assessment:a"], []]);
  });

  test("different assessments never touch each other", async () => {
    await open({ a: SHOP, b: OTHER }, "#/a/a/q/access-rules", "#/a/b/q/access-rules");
    await count();
    const before = await at.app.storage();
    await (await go(0)).clickCard("access-rules-B");
    await (await go(1)).clickCard("access-rules-C");
    await (await go(0)).clickCard("access-rules-C");
    assert.deepEqual(await written(), [Array(2).fill("ec-checkup:assessment:a"), ["ec-checkup:assessment:b"]]);
    const { a, b } = await at.app.stored();
    assert.deepEqual([a.answers, b.answers], [{ "access-rules": "C" }, { "access-rules": "C" }]);
    assert.deepEqual([a.name, b.name], ["一号店", "二号店"]);
    assert.deepEqual(Object.keys(await at.app.storage()).sort(), Object.keys(before).sort());
  });

  test("notes beside answers, and text that is being typed while the other window works", async () => {
    await open({ a: SHOP }, "#/a/a/q/access-rules", "#/a/a/q/overall-worries");
    await (await go(1)).page.type("#overall-worries", "人手が");
    await (await go(0)).unfold(".note-box summary");
    await (await go(0)).page.type("#note-access-rules", "制作会社に");
    await (await go(1)).page.type("#overall-worries", "足りない");
    await (await go(0)).page.type("#note-access-rules", "聞く");
    assert.deepEqual(await answers(), { "access-rules": { is: "A", note: "制作会社に聞く" }, "overall-worries": "人手が足りない" });
    assert.equal(await (await go(1)).page.value("#overall-worries"), "人手が足りない");
    assert.equal(await run(1, () => document.activeElement.id), "overall-worries", "the box keeps the focus");
    // The step of an answer from one window, the note on it from the other.
    await (await go(1)).go("#/a/a/q/access-rules");
    await (await go(1)).clickCard("access-rules-B");
    await (await go(0)).page.type("#note-access-rules", "。");
    await eventually(async () => assert.deepEqual((await answers())["access-rules"], { is: "B", note: "制作会社に聞く。" }));
    await eventually(async () => assert.equal(await (await go(1)).page.value("#note-access-rules"), "制作会社に聞く。"));
  });

  test("notes of the plan, on different advice and on the same", async () => {
    await open({ a: documentOf(SAAS) }, "#/a/a/plan");
    const [one, two] = await run(0, () => [...document.querySelectorAll(".plan-card")].map((card) => card.id.replace("plan-", "")));
    const plan = async () => (await at.app.stored()).a.plan;
    await (await go(0)).page.type(`#owner-${one}`, "佐藤");
    await (await go(1)).page.type(`#owner-${two}`, "鈴木");
    await eventually(async () => assert.equal(await (await go(1)).page.value(`#owner-${one}`), "佐藤"));
    await (await go(1)).page.type(`#note-${one}`, "急ぐ");
    await eventually(async () => assert.deepEqual(await plan(), { [one]: { owner: "佐藤", note: "急ぐ" }, [two]: { owner: "鈴木" } }));
    await eventually(async () => assert.equal(await (await go(0)).page.value(`#note-${one}`), "急ぐ"));
    await count();
    await (await go(0)).page.type(`#owner-${two}`, "木");
    const writes = await written();
    assert.deepEqual([writes[0].length, writes[1].length], [1, 0]);
    assert.deepEqual((await plan())[two], { owner: "鈴木木" });
  });

  test("a new name in one window, answers in the other", async () => {
    await open({ a: SHOP }, "#/", "#/a/a/q/access-rules");
    await (await go(1)).clickCard("access-rules-C");
    await (await go(0)).clickOn("button", "名前を変える");
    await (await go(0)).page.type(".rename input", " 本店");
    await (await go(1)).clickCard("access-rules-D");
    // The list was built anew; what was typed is there again, and so is the focus as soon as the window is looked at.
    await go(0);
    await eventually(async () => assert.equal(await at.page.value(".rename input"), "一号店 本店"));
    await eventually(async () => assert.equal(await run(0, () => document.activeElement.matches(".rename input")), true));
    await at.page.press("Enter");
    await eventually(async () => assert.equal((await at.app.stored()).a.name, "一号店 本店"));
    await (await go(1)).clickCard("access-rules-B");
    const { name, answers } = (await at.app.stored()).a;
    assert.deepEqual([name, answers], ["一号店 本店", { "access-rules": "B" }]);
  });

  test("deleted in one window: the other says so, and can bring it back", async () => {
    await open({ a: SHOP, b: OTHER }, "#/", "#/a/a/q/access-rules");
    const first = await go(0);
    await first.press("delete", () => first.page.css(".item:has(a[href*='/a/a/']) .actions button:last-child"));
    await first.sees("「一号店」を削除しました。", "#undo");
    await (await go(1)).sees("この診断は見つかりません", "h1");
    assert.deepEqual(Object.keys(await at.app.stored()), ["b"]);
    const second = await go(1);
    await second.go("#/");
    await second.sees("「一号店」を削除しました。", "#undo");
    await second.clickOn("button", "元に戻す");
    for (const nth of [0, 1]) {
      const app = await go(nth);
      await eventually(async () => assert.deepEqual((await app.texts(".item h3")).sort(), ["一号店", "二号店"]));
      await eventually(async () => assert.equal(await app.count("#undo"), 0, `window ${nth + 1} has nothing to bring back`));
    }
    assert.deepEqual((await at.app.stored()).a.answers, SHOP.answers);
  });

  test("deleted in one window while the other is answering: the answer counts for more", async () => {
    await open({ a: SHOP, b: OTHER }, "#/", "#/a/a/q/access-rules");
    await blind(1);
    const first = await go(0);
    await first.press("delete", () => first.page.css(".item:has(a[href*='/a/a/']) .actions button:last-child"));
    await first.sees("「一号店」を削除しました。", "#undo");
    await (await go(1)).clickCard("access-rules-C");
    await see(1, 1);
    assert.deepEqual(await ticked(1), ["access-rules-C"]);
    await go(0);
    await eventually(async () => assert.deepEqual((await first.texts(".item h3")).sort(), ["一号店", "二号店"]));
    assert.deepEqual(await answers(), { "access-rules": "C" });
    // Whoever deleted it brings it back all the same, when the other window is gone: that must not undo the answer.
    await (await go(1)).leave();
    await go(0);
    if (await first.count("#undo")) await first.clickOn("button", "元に戻す");
    await first.page.rest();
    assert.deepEqual(await answers(), { "access-rules": "C" });
    await first.reload();
    assert.deepEqual((await first.texts(".item h3")).sort(), ["一号店", "二号店"]);
    assert.deepEqual(await answers(), { "access-rules": "C" });
  });

  test("in a window whose clock is a day behind, an answer is still the last one", async () => {
    await open({ a: SHOP }, "#/a/a/q/access-rules");
    await (await go(0)).clickCard("access-rules-B");
    await eventually(async () => assert.deepEqual(await ticked(1), ["access-rules-B"]));
    await run(1, () => {
      const now = Date.now;
      Date.now = () => now() - 86_400_000;
    });
    await (await go(1)).clickCard("access-rules-D");
    for (const nth of [0, 1]) await eventually(async () => assert.deepEqual(await ticked(nth), ["access-rules-D"]));
    await written();
    assert.deepEqual(await answers(), { "access-rules": "D" });
  });

  test("before the second file is here nothing of the other window is written over", async () => {
    const { site } = at;
    await open({ a: SHOP }, "#/a/a/q/access-rules");
    const release = site.hold(/^later\./);
    const second = await go(1);
    await second.page.open("#/a/a/q/shop-kind");
    await (await go(0)).clickCard("access-rules-C");
    await go(1);
    await second.clickCard("shop-kind-B");
    await eventually(async () => assert.equal((await answers())["access-rules"], "C"));
    release();
    await second.loaded();
    await eventually(async () => assert.deepEqual(await answers(), { "shop-kind": "B", "access-rules": "C" }));
    await written();
  });

  test("lines of the contact sheet", async () => {
    await open({}, "#/emergency");
    const lines = await run(0, () => [...document.querySelectorAll(".sheet-line input")].map((input) => input.id));
    await (await go(0)).page.type(`#${lines[0]}`, "03-1111-1111");
    await (await go(1)).page.type(`#${lines[1]}`, "03-2222-2222");
    await (await go(0)).page.type(`#${lines[2]}`, "03-3333-3333");
    const sheet = JSON.parse((await at.app.storage())["ec-checkup:contacts"]);
    assert.deepEqual(Object.values(sheet).sort(), ["03-1111-1111", "03-2222-2222", "03-3333-3333"]);
  });
});
