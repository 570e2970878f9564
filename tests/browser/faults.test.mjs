/**
 * Storage that is blocked, full, failing, emptied, damaged or full of junk, and a clock that goes backwards: the page starts,
 * says so, works in memory, hands out what it has, stores it again once it can, and throws nothing away.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOf } from "./documents.mjs";
import { checkup, elsewhere, eventually } from "./pages.mjs";

const KEY = "ec-checkup:assessment:";
const A = documentOf({ "access-rules": "A" }, { name: "一号店" });
const B = documentOf({ "access-rules": "D" }, { name: "二号店" });
const PLACES = { a: "#/a/a/q/account-lifecycle", b: "#/a/b/q/account-lifecycle" };

const ALERT = ".findings [role=alert]";
const BLOCKED = "このブラウザーは保存を許していません。";
const FULL = "保存場所がいっぱいで";

/** Storage that cannot be used from the beginning. Runs before the page's own scripts, as do the others. */
const NONE = {
  "localStorage throws": () => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  },
  "localStorage is null": () => {
    Object.defineProperty(window, "localStorage", { get: () => null });
  },
};

/** From the moment the test says so, `window.fails` names what does not work any more, and how. */
function failing() {
  window.fails = {};
  const check = (name) => {
    if (name in window.fails) throw new DOMException(`${name} fails`, window.fails[name]);
  };
  for (const name of ["getItem", "setItem", "removeItem", "key"]) {
    const real = Storage.prototype[name];
    Storage.prototype[name] = function (...args) {
      check(name);
      return real.apply(this, args);
    };
  }
  const { get } = Object.getOwnPropertyDescriptor(window, "localStorage");
  Object.defineProperty(window, "localStorage", { get: () => (check("localStorage"), get.call(window)) });
}

/** Room for so many letters: `window.room`, once the test has set it. */
function quota() {
  const real = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    const size = (key, value) => key.length + (value ?? "").length;
    const before = Object.keys(this).reduce((sum, key) => sum + size(key, this[key]), 0);
    if (window.room !== undefined && before - (key in this ? size(key, this[key]) : 0) + size(key, value) > window.room)
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    return real.call(this, key, value);
  };
}

/** A clock that can be set: `window.late` milliseconds later than it is. */
function clock() {
  const Real = Date;
  window.late = 0;
  window.Date = class extends Real {
    constructor(...args) {
      super(...(args.length ? args : [Real.now() + window.late]));
    }
    static now() {
      return Real.now() + window.late;
    }
  };
}

const script = (inside) => ({ script: `(${inside})();` });
const fail = (app, fails) => app.page.run((fails) => void (window.fails = fails), fails);
const kept = async (app) => Object.entries(await app.storage()).filter(([key]) => key.startsWith("ec-checkup:kept:"));
const size = (app) => app.page.run(() => Object.keys(localStorage).reduce((sum, key) => sum + key.length + localStorage[key].length, 0));

/** Answers a question and looks at the result, without storage. */
async function worksWithout(app, message) {
  const id = await app.start();
  assert.ok(id);
  await app.go(`#/a/${id}/q/mgmt-threat-level`);
  await app.clickCard("mgmt-threat-level-A");
  await app.sees("保存できていません", ".saved");
  await app.sees(message, ALERT);
  await app.go(`#/a/${id}/q/access-rules`);
  await app.page.press("b");
  await eventually(async () => assert.ok(await app.page.run(() => document.getElementById("access-rules-B").checked)));
  await handsOut(app, id);
  await app.go("#/");
  assert.equal(await app.count(".item"), 1);
  return id;
}

/** What is in memory can be taken along. */
async function handsOut(app, id) {
  await app.go(`#/a/${id}/result`);
  const { range, link } = await app.result();
  assert.match(range, /^\d+–\d+$/);
  assert.match(link, /#r2/);
}

/** Answers in both assessments; the page says that it cannot store it, and has it all the same. */
async function answersInMemory(app, message) {
  for (const id of ["a", "b"]) {
    await app.go(PLACES[id]);
    await app.clickCard("account-lifecycle-C");
    await app.sees("保存できていません", ".saved");
    await app.sees(message, ALERT);
  }
  for (const id of ["a", "b"]) {
    await app.go(PLACES[id]);
    assert.ok(await app.page.run(() => document.getElementById("account-lifecycle-C").checked));
    await handsOut(app, id);
  }
  await app.go("#/");
  assert.equal(await app.count(".item"), 2);
}

/** Answers once more: now it is stored, and with it all that was only in memory. */
async function storesAll(app) {
  await app.go(PLACES.a);
  await app.clickCard("account-lifecycle-D");
  await app.sees("保存しました", ".saved");
  await eventually(async () => assert.equal(await app.count(ALERT), 0));
  const { a, b } = await app.stored();
  assert.deepEqual(a.answers, { "access-rules": "A", "account-lifecycle": "D" });
  assert.deepEqual(b.answers, { "access-rules": "D", "account-lifecycle": "C" }, "what was answered in the other assessment is stored too");
}

checkup("storage that is not there", {}, (at) => {
  for (const [kind, inside] of Object.entries(NONE)) {
    test(`blocked: ${kind}`, () =>
      elsewhere(at, script(inside), async (app) => {
        await app.open();
        await app.setLanguage("ja");
        await app.sees(BLOCKED, ALERT);
        await app.setLanguage("en");
        await app.sees("This browser does not let the page keep anything.", ALERT);
        await app.setLanguage("ja");
        await worksWithout(app, BLOCKED);
      }));
  }

  for (const [kind, fails, message] of [
    ["setItem", { setItem: "SecurityError" }, BLOCKED],
    ["setItem, for want of room", { setItem: "QuotaExceededError" }, FULL],
    ["getItem", { getItem: "SecurityError" }, BLOCKED],
    ["everything", { getItem: "UnknownError", setItem: "UnknownError", removeItem: "UnknownError", key: "UnknownError" }, BLOCKED],
    ["localStorage", { localStorage: "SecurityError" }, BLOCKED],
  ]) {
    test(`failing later: ${kind}`, () =>
      elsewhere(at, script(failing), async (app) => {
        await app.fresh({ documents: { a: A, b: B } });
        await fail(app, fails);
        await answersInMemory(app, message);
        await fail(app, {});
        const { a, b } = await app.stored();
        assert.deepEqual([a.answers, b.answers], [A.answers, B.answers], "what was stored is as it was");
        await storesAll(app);
      }));
  }

  test("what cannot be taken away is not said to be deleted", () =>
    elsewhere(at, script(failing), async (app) => {
      await app.fresh({ documents: { a: A, b: B } });
      await fail(app, { removeItem: "SecurityError", setItem: "SecurityError", getItem: "SecurityError" });
      await app.press("delete", () => app.page.css(".item .actions button:last-child"));
      await app.sees(BLOCKED, ALERT);
      await fail(app, {});
      await app.reload();
      assert.equal(await app.count(".item"), 2, "both are there after a reload");
    }));
});

checkup("storage that is full", {}, (at) => {
  test("says so, works, and saves again once there is room", () =>
    elsewhere(at, script(quota), async (app) => {
      await app.open();
      await app.setLanguage("ja");
      await app.page.run(() => void (window.room = 0));
      const id = await worksWithout(app, FULL);
      assert.deepEqual(await app.stored(), {});
      await app.page.run(() => void (window.room = undefined));
      await app.go(`#/a/${id}/q/account-lifecycle`);
      await app.clickCard("account-lifecycle-A");
      await app.sees("保存しました", ".saved");
      await eventually(async () => assert.equal(await app.count(ALERT), 0));
      const { answers } = (await app.stored())[id];
      assert.deepEqual(answers, { "mgmt-threat-level": "A", "access-rules": "B", "account-lifecycle": "A" });
    }));

  test("really full from the first moment on: the same message, not that the browser forbids it", async () => {
    const { app, page } = at;
    await app.fresh();
    // The largest text there is room for.
    await page.run(() => {
      for (let size = 1 << 24; size >= 1; size >>= 1) {
        try {
          for (;;) localStorage.setItem(`fill-${size}-${Math.random()}`, "x".repeat(size));
        } catch {
          // The next smaller one may still fit.
        }
      }
    });
    await app.reload();
    assert.doesNotMatch(await app.visible(".findings"), /保存を許していません/, "the browser does allow it");
    await worksWithout(app, FULL);
    await page.run(() => localStorage.clear());
  });

  test("deleting an assessment makes room, and what waited is stored", () =>
    elsewhere(at, script(quota), async (app) => {
      await app.fresh({ documents: { a: A, b: documentOf({ "overall-worries": "長い話".repeat(100) }, { name: "二号店" }) }, address: PLACES.a });
      const room = (await size(app)) + 20;
      await app.page.run((room) => void (window.room = room), room);
      await app.clickCard("account-lifecycle-C");
      await app.sees(FULL, ALERT);
      assert.deepEqual((await app.stored()).a.answers, A.answers);
      await app.go("#/");
      await app.press("delete", () => app.page.css(".item:has(a[href*='/a/b/']) .actions button:last-child"));
      await app.sees("「二号店」を削除しました。", "#undo");
      await eventually(async () => assert.equal(await app.count(ALERT), 0));
      assert.deepEqual((await app.stored()).a.answers, { ...A.answers, "account-lifecycle": "C" });
    }));

  test("a damaged document that there is no room to copy stays where it is", () =>
    elsewhere(at, script(quota), async (app) => {
      const damaged = JSON.stringify(A).slice(0, -9);
      await app.fresh({ documents: { a: A, b: B }, address: PLACES.a });
      await app.page.run((key, text) => localStorage.setItem(key, text), `${KEY}a`, damaged);
      const room = (await size(app)) + 20;
      await app.page.run((room) => void (window.room = room), room);
      await app.clickCard("account-lifecycle-C");
      await app.sees(FULL, ALERT);
      assert.equal((await app.storage())[`${KEY}a`], damaged);
      await handsOut(app, "a");
      // With room it is kept aside, and the answers are stored.
      await app.page.run(() => void (window.room = undefined));
      await app.go(PLACES.a);
      await app.clickCard("account-lifecycle-D");
      await app.sees("（a）を読み取れませんでした", ".findings");
      assert.deepEqual((await kept(app)).map(([, text]) => text), [damaged]);
      assert.deepEqual((await app.stored()).a.answers, { ...A.answers, "account-lifecycle": "D" });
    }));
});

checkup("storage that is emptied", {}, (at) => {
  const EMPTIED = "ブラウザーの保存場所が空にされました";

  test("by whoever is in the same window: said with the next answer, and all is stored again", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: A, b: B }, address: PLACES.a });
    await page.run(() => localStorage.clear());
    await app.clickCard("account-lifecycle-C");
    await app.sees(EMPTIED, ".findings");
    await app.sees("保存しました", ".saved");
    const { a, b } = await app.stored();
    assert.deepEqual([a.answers, b.answers], [{ ...A.answers, "account-lifecycle": "C" }, B.answers]);
    await app.clickOn("button", "閉じる");
    await app.reload();
    assert.equal(await app.visible(".findings"), "");
    await app.go("#/");
    assert.equal(await app.count(".item"), 2);
  });

  for (const again of ["いま保存し直す", "an answer"]) {
    test(`by another window: said at once; ${again} stores all again`, async () => {
      const { app, page } = at;
      await app.fresh({ documents: { a: A, b: B }, address: PLACES.a });
      const here = await page.driver.getWindowHandle();
      await page.driver.switchTo().newWindow("window");
      await page.driver.get(page.site.empty);
      await page.run(() => localStorage.clear());
      await page.driver.close();
      await page.driver.switchTo().window(here);
      await app.sees(EMPTIED, ".findings");
      await app.sees("答えはこのタブに残っています", ".findings");
      assert.deepEqual(await app.stored(), {});
      if (again === "an answer") await app.clickCard("account-lifecycle-C");
      else await app.clickOn("button", again);
      await eventually(async () => assert.deepEqual(Object.keys(await app.stored()).sort(), ["a", "b"]));
      const { a, b } = await app.stored();
      assert.deepEqual([a.answers, b.answers], [{ ...A.answers, ...(again === "an answer" && { "account-lifecycle": "C" }) }, B.answers]);
    });
  }

  test("where somebody else's keys are left", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: A, b: B }, other: { theirs: "1" }, address: PLACES.a });
    await page.run(() => Object.keys(localStorage).filter((key) => key !== "theirs").forEach((key) => localStorage.removeItem(key)));
    await app.clickCard("account-lifecycle-C");
    await app.sees(EMPTIED, ".findings");
    assert.deepEqual(Object.keys(await app.stored()).sort(), ["a", "b"]);
    assert.equal(await page.run(() => localStorage.getItem("theirs")), "1");
  });
});

checkup("storage with damage and junk", {}, (at, engine) => {
  // Of 4 MB a million letters; WebKit has room for 5 MB in all and takes each letter for two bytes.
  const million = engine === "webkit" ? 400_000 : 1_000_000;

  const text = JSON.stringify(A);

  test("half-written documents: wherever they end, each is kept to the letter", async () => {
    const { app } = at;
    const cuts = [1, 2, 12, 40, Math.floor(text.length / 2), text.length - 2, text.length - 1];
    await app.fresh({ documents: { whole: B, ...Object.fromEntries(cuts.map((end) => [`cut${end}`, text.slice(0, end)])) } });
    for (const end of cuts) await app.sees(`（cut${end}）を読み取れませんでした`, ".findings");
    assert.deepEqual((await kept(app)).map(([, value]) => value).sort(), cuts.map((end) => text.slice(0, end)).sort());
    assert.deepEqual(await app.texts(".item h3"), ["二号店"]);
    assert.deepEqual((await app.stored()).whole, B);
  });

  for (const [kind, junk] of Object.entries({
    "a number": "1e999",
    "nested a hundred thousand deep": "[".repeat(100_000) + "]".repeat(100_000),
    "nested too deep inside": text.replace('"answers":{', `"answers":{"x":${"[".repeat(20_000)}${"]".repeat(20_000)},`),
    "the letter nought": `\0${text}`,
  })) {
    test(`a document that is no document is kept to the letter: ${kind}`, async () => {
      const { app } = at;
      await app.fresh({ documents: { a: A, bad: junk } });
      await app.sees("（bad）を読み取れませんでした", ".findings");
      assert.deepEqual((await kept(app)).map(([, value]) => value), [junk]);
      await app.go(PLACES.a);
      await app.clickCard("account-lifecycle-C");
      await app.sees("保存しました", ".saved");
    });
  }

  test("half a character is no text, and kept to the letter all the same", async () => {
    const { app, page } = at;
    // WebDriver cannot carry it.
    const half = (text) => text + String.fromCharCode(0xd83d);
    const put = (key, half, text) => localStorage.setItem(key, new Function(`return ${half}`)()(text));
    await app.open("", () => page.run(put, `${KEY}bad`, `${half}`, text));
    await app.sees(/bad/, ".findings");
    const isKept = (text) => Object.keys(localStorage).some((key) => key.startsWith("ec-checkup:kept:bad") && localStorage[key] === text + String.fromCharCode(0xd83d));
    assert.ok(await page.run(isKept, text));
  });

  test("damaged while the page is open: kept aside, and the answers are stored", async () => {
    const { app, page } = at;
    const damaged = text.slice(0, -9);
    await app.fresh({ documents: { a: A, b: B }, address: PLACES.a });
    await page.run((key, text) => localStorage.setItem(key, text), `${KEY}a`, damaged);
    await app.clickCard("account-lifecycle-C");
    await app.sees("（a）を読み取れませんでした", ".findings");
    await app.sees("保存しました", ".saved");
    await app.clickCard("account-lifecycle-D");
    assert.deepEqual((await kept(app)).map(([, text]) => text), [damaged]);
    assert.deepEqual((await app.stored()).a.answers, { ...A.answers, "account-lifecycle": "D" });
  });

  for (const [kind, found, message] of [
    ["a newer version", JSON.stringify({ ...A, format: 999, answers: { later: [[1]] } }), "新しい版で作られたものです"],
    ["another questionnaire", JSON.stringify({ ...A, pack: "other" }), "別の質問票のものです"],
  ]) {
    test(`written by ${kind} while the page is open: not written over, said, and handed out`, async () => {
      const { app, page } = at;
      await app.fresh({ documents: { a: A, b: B }, address: PLACES.a });
      await page.run((key, text) => localStorage.setItem(key, text), `${KEY}a`, found);
      await app.clickCard("account-lifecycle-C");
      await app.sees(message, ".findings");
      await app.sees("保存できていません", ".saved");
      await app.clickCard("account-lifecycle-D");
      await handsOut(app, "a");
      assert.equal((await app.storage())[`${KEY}a`], found);
      assert.deepEqual(await kept(app), []);
      assert.equal((await app.texts(".findings p")).length, 1, "said once");
      // It stands in the way of no other, and cannot be deleted unread.
      await app.go(PLACES.b);
      await app.clickCard("account-lifecycle-B");
      await app.sees("保存しました", ".saved");
      assert.equal((await app.stored()).b.answers["account-lifecycle"], "B");
      await app.go("#/");
      await app.press("delete", () => page.css(".item:has(a[href*='/a/a/']) .actions button:last-child"));
      await page.rest();
      assert.equal((await app.storage())[`${KEY}a`], found);
      assert.equal(await app.count(".item"), 2);
    });
  }

  test("4 MB of somebody else's", async () => {
    const { app, page } = at;
    const theirs = Object.fromEntries([1, 2, 3, 4].map((nth) => [`theirs-${nth}`, `${nth}`.repeat(million)]));
    await app.fresh({ documents: { a: A }, other: theirs, address: PLACES.a });
    await app.clickCard("account-lifecycle-C");
    await app.sees("保存しました", ".saved");
    assert.deepEqual((await app.stored()).a.answers, { ...A.answers, "account-lifecycle": "C" });
    const left = await page.run(() => Object.keys(localStorage).filter((key) => key.startsWith("theirs-")).map((key) => localStorage[key].length));
    assert.deepEqual(left, [million, million, million, million]);
  });

  test("4 MB of junk under our own keys", async () => {
    const { app, page } = at;
    const junk = {
      [`${KEY}junk`]: "x".repeat(million),
      "ec-checkup:contacts": "y".repeat(million),
      "ec-checkup:trash": "z".repeat(million / 2),
      "ec-checkup:kept:a:2026": "k".repeat(million),
      "ec-checkup:from-the-future": "f".repeat(million / 2),
    };
    await app.fresh({ documents: { a: A }, other: junk });
    await app.sees("（junk）を読み取れませんでした", ".findings");
    assert.deepEqual(await app.texts(".item h3"), ["一号店"]);
    await app.go(PLACES.a);
    await app.clickCard("account-lifecycle-C");
    await app.sees("保存しました", ".saved");
    await app.go("#/emergency");
    assert.equal(await page.value(".sheet-line input"), "");
    // Every letter is still there, wherever.
    const left = await page.run(() => Object.values({ ...localStorage }).map((value) => [value[0], value.length]).filter(([, length]) => length > 100_000));
    assert.deepEqual(Object.fromEntries(left), { x: million, y: million, z: million / 2, k: million, f: million / 2 });
  });

  test("hundreds of damaged documents: the page can still be used", async () => {
    const { app, page } = at;
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, nth) => [`bad${nth}`, `${nth}${"x".repeat(6_000)}`]));
    await app.fresh({ documents: { a: A, ...many } });
    await app.sees("を読み取れませんでした", ".findings");
    assert.equal((await kept(app)).length, 300);
    const [top, height] = await page.run(() => [document.querySelector("h1").getBoundingClientRect().top, innerHeight]);
    assert.ok(top < height, `the heading is ${Math.round(top)} px below: what is said hides the page`);
    await app.go(PLACES.a);
    await app.clickCard("account-lifecycle-C");
    await app.sees("保存しました", ".saved");
  });

  test("names that mean something to somebody", async () => {
    const { app } = at;
    const strange = JSON.parse('{"__proto__": "A", "constructor": {"is": "B"}, "toString": 1}');
    await app.fresh({ documents: { a: { ...A, answers: { ...A.answers, ...strange } } }, address: PLACES.a });
    await app.clickCard("account-lifecycle-C");
    const text = (await app.storage())[`${KEY}a`];
    for (const part of ['"__proto__":"A"', '"constructor":{"is":"B"}', '"toString":1']) assert.ok(text.includes(part), `${part} in ${text}`);
  });

  test("assessments under names that we never give are listed, and can be duplicated to go on with", async () => {
    const { app } = at;
    const names = ["", "a/b", "%", "100%25", "日本 語", "..", "<img src=x>", '"', "#"];
    await app.fresh({ documents: Object.fromEntries(names.map((name) => [name, { ...A, name: `店${name}` }])) });
    assert.deepEqual((await app.texts(".item h3")).sort(), names.map((name) => `店${name}`).sort());
    const before = await app.storage();
    for (let nth = 0; nth < names.length; nth += 1) {
      await app.press("duplicate", () => app.page.css(`.item:has(a[href^="#/a/${names[nth].replace(/"/g, '\\"')}/"]) .actions button:nth-last-child(2)`));
      await eventually(async () => assert.equal(await app.count(".item"), names.length + nth + 1));
    }
    const after = await app.storage();
    for (const key of Object.keys(before)) assert.equal(after[key], before[key], key);
    for (const id of Object.keys(await app.stored()).filter((id) => !names.includes(id))) {
      await app.go(`#/a/${id}/q/access-rules`);
      assert.ok(await app.page.run(() => document.getElementById("access-rules-A").checked));
    }
  });
});

checkup("the contact sheet", {}, (at) => {
  test("is not written over when what is stored could not be read", () =>
    elsewhere(at, script(failing), async (app) => {
      const sheet = '{"bank":"03-0000-0000","later":"kept"}';
      await app.fresh({ other: { "ec-checkup:contacts": sheet } });
      await fail(app, { getItem: "UnknownError" });
      await app.go("#/emergency");
      await app.page.type(".sheet-line input", "1");
      await app.sees("保存できていません", ".saved");
      await fail(app, {});
      assert.equal((await app.storage())["ec-checkup:contacts"], sheet);
    }));
});

checkup("a clock that goes backwards", {}, (at) => {
  const DAY = 86_400_000;

  test("a later answer is later, whatever the clock says", () =>
    elsewhere(at, script(clock), async (app) => {
      const { page } = app;
      await app.fresh({ documents: { a: A, b: B }, address: PLACES.a });
      await app.clickCard("account-lifecycle-B");
      const before = (await app.stored({ times: true })).a;
      await page.run((day) => void (window.late = -day), DAY);
      await app.clickCard("account-lifecycle-C");
      const after = (await app.stored({ times: true })).a;
      assert.equal(after.answers["account-lifecycle"], "C");
      assert.ok(after.times["account-lifecycle"] > before.times["account-lifecycle"]);
      assert.ok(after.changed >= before.changed, `${after.changed} after ${before.changed}`);
      // What another window has stored before does not come back.
      await page.run((key, text) => {
        localStorage.setItem(key, text);
        dispatchEvent(new StorageEvent("storage", { key, newValue: text, storageArea: localStorage }));
      }, `${KEY}a`, JSON.stringify(before));
      await eventually(async () => assert.equal((await app.stored()).a.answers["account-lifecycle"], "C"));
      assert.ok(await page.run(() => document.getElementById("account-lifecycle-C").checked));
      await app.reload();
      assert.ok(await page.run(() => document.getElementById("account-lifecycle-C").checked));
    }));

  test("two damaged documents of one name at one time are both kept", () =>
    elsewhere(at, { script: `(${clock})(); Date = class extends Date { constructor(...args) { super(...(args.length ? args : [1e12])); } };` }, async (app) => {
      await app.fresh({ documents: { bad: "{one" } });
      await app.open("", () => app.page.run((key) => localStorage.setItem(key, "{two"), `${KEY}bad`));
      assert.deepEqual((await kept(app)).map(([, text]) => text).sort(), ["{one", "{two"]);
    }));

  test("assessments begun in one moment are two", () =>
    elsewhere(at, { script: "Date.now = () => 1e12;" }, async (app) => {
      await app.open();
      const one = await app.start();
      await app.go("#/");
      const two = await app.start();
      assert.notEqual(one, two);
      assert.equal(Object.keys(await app.stored()).length, 2);
    }));
});
