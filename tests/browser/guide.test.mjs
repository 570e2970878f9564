/**
 * From "open" to "what to do": two owners on a phone, the plan, what the profile sets aside, the emergency page.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { EC_CUBE, SAAS, documentOf } from "./documents.mjs";
import { checkup, eventually, until } from "./pages.mjs";

/** What each owner is asked about the shop; where nothing is said, the first card will do. */
const OWNERS = {
  "a SaaS cart": { kind: "B", answers: { "shop-kind": "B", "card-flow": "B" }, asked: false },
  "EC-CUBE on a VPS": { kind: "C", answers: { "shop-kind": "C", "site-platform": "A", "site-hosting": "B", "card-flow": "C" }, asked: true },
};

checkup("guide", {}, (at, engine) => {
  const choose = (selector, value) =>
    at.page.run((selector, value) => {
      const select = document.querySelector(selector);
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }, selector, value);

  for (const [owner, { answers, asked }] of Object.entries(OWNERS)) {
    test(`the owner of ${owner} gets from home to the next three moves on a phone`, async () => {
      const { app, page } = at;
      await page.narrow(360);
      await app.fresh({ address: "#/" });
      const id = await app.start();
      let pages = 0;
      for (; await app.question(); pages += 1) {
        assert.ok(pages <= 9 + 25, `${pages} pages: more than ten minutes hold`);
        for (const field of Object.keys(answers)) {
          if (await app.count(`#${field}-${answers[field]}`)) await app.clickCard(`${field}-${answers[field]}`);
        }
        // Steps A to D in turn: something to do, and something that is well.
        await app.answerByMouse(pages % 4);
        await app.next();
      }
      assert.equal(await app.hash(), `#/a/${id}/result/quick`);
      assert.ok(pages >= 30, `${pages} pages`);
      await app.sees(/レベル [1-5] /, ".level-now");
      assert.equal(await app.count(".moves > li"), 3);
      await app.sees("規模や扱うものが似たお店の目安は", ".desired");
      const stored = (await app.document()).answers;
      for (const [field, answer] of Object.entries(answers)) assert.equal(stored[field], answer);
      // What a cart's company runs is not asked, and said to be so.
      await app.go(`#/a/${id}/q/traffic-settings`);
      assert.equal(await app.count("fieldset.field"), asked ? 1 : 0);
      await app.go(`#/a/${id}/aside`);
      assert.equal((await app.count(".copy-box")) > 3, !asked, "what the provider has to be asked");
      await app.go(`#/a/${id}/plan`);
      assert.ok((await app.count(".plan-card")) >= 3);
    });
  }

  test("an answer given once is there in every checkup that asks the same", async () => {
    const { app } = at;
    await app.fresh({ documents: { a: documentOf({}) }, address: "#/a/a/q/quick-accounts" });
    await app.sees("本診断 2.1.2", ".shared");
    await app.clickCard("account-lifecycle-C");
    await app.go("#/a/a/q/account-lifecycle");
    assert.equal(await app.page.run(() => document.getElementById("account-lifecycle-C").checked), true);
    await app.clickCard("account-lifecycle-B");
    await app.go("#/a/a/q/quick-accounts");
    assert.equal(await app.page.run(() => document.getElementById("account-lifecycle-B").checked), true);
    assert.deepEqual((await app.document()).answers, { "account-lifecycle": "B" });
  });

  test("what the profile sets aside keeps its answer, and comes back when it is wanted", async () => {
    const { app } = at;
    await app.fresh({ documents: { a: documentOf({ "shop-kind": "B", "traffic-settings": "D" }) }, address: "#/a/a/q/traffic-settings" });
    await app.sees("モールやカートの", ".question .notice");
    assert.equal(await app.count("fieldset.field"), 0);
    await app.go("#/a/a/result/ecom");
    assert.ok(!(await app.visible(".weaknesses")).includes("通信の設定の確認"), "it does not count");
    await app.go("#/a/a/q/traffic-settings");
    await app.click(".bring-back");
    await until("the fields", async () => (await app.count("fieldset.field")) > 0);
    assert.equal(await app.page.run(() => document.getElementById("traffic-settings-D").checked), true);
    assert.deepEqual((await app.document()).answers["traffic-settings"], { is: "D", back: true });
    await app.reload();
    assert.ok((await app.count("fieldset.field")) > 0, "also after a reload");
    await app.go("#/a/a/aside");
    await app.clickOn("button", /^また外す/);
    await eventually(async () => assert.equal((await app.document()).answers["traffic-settings"], "D"));
    await app.go("#/a/a/q/shop-kind");
    await app.clickCard("shop-kind-C");
    await app.go("#/a/a/q/traffic-settings");
    assert.equal(await app.page.run(() => document.getElementById("traffic-settings-D").checked), true);
  });

  test("a tick shows what a move would change", async () => {
    const { app } = at;
    await app.fresh({ documents: { a: documentOf(EC_CUBE) }, address: "#/a/a/result" });
    await app.sees("印を付けると、ここに変化が出ます。", ".what-if");
    await app.clickCard("move-0");
    await app.sees(/点数 \d+(–\d+)? → \d+(–\d+)?　レベル/, ".what-if");
    const one = await app.visible(".what-if");
    await app.clickCard("move-1");
    await app.clickCard("move-2");
    await until("more to change", async () => (await app.visible(".what-if")) !== one);
    const points = /点数 (\d+)\S* → (\d+)/.exec(await app.visible(".what-if"));
    assert.ok(Number(points[2]) > Number(points[1]), points[0]);
    for (const place of [0, 1, 2]) await app.clickCard(`move-${place}`);
    await app.sees("印を付けると、ここに変化が出ます。", ".what-if");
    assert.deepEqual((await app.document()).answers, EC_CUBE, "nothing is stored by it");
  });

  test("the plan keeps who, when, how far and notes, and can be taken along", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: documentOf(EC_CUBE, { name: "架空商店" }) }, address: "#/a/a/plan" });
    const id = "two-step-login";
    await choose(`#state-${id}`, "doing");
    await page.type(`#owner-${id}`, "佐藤");
    await page.type(`#note-${id}`, "=1+1 で、急ぐ");
    await page.run((id) => {
      const due = document.getElementById(`due-${id}`);
      due.value = "2026-12-01";
      due.dispatchEvent(new Event("input", { bubbles: true }));
    }, id);
    const note = { owner: "佐藤", due: "2026-12-01", note: "=1+1 で、急ぐ", state: "doing" };
    await eventually(async () => assert.deepEqual((await app.document()).plan?.[id], note));
    await app.reload();
    assert.equal(await page.value(`#state-${id}`), "doing");
    assert.equal(await page.value(`#owner-${id}`), "佐藤");
    await app.setLanguage("en");
    await app.sees("What to do", "h1");
    assert.equal(await page.value(`#note-${id}`), note.note);
    await app.setLanguage("ja");
    await app.sees("やることの計画", "h1");
    await page.run(() => {
      window.saved = [];
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => (blob.arrayBuffer().then((bytes) => window.saved.push([...new Uint8Array(bytes)])), make.call(URL, blob));
      HTMLAnchorElement.prototype.click = function () {};
    });
    const texts = {};
    for (const kind of ["csv", "markdown", "ics"]) {
      await app.click(`#save-${kind}`);
      await until(`the ${kind} file`, () => page.run(() => window.saved.length === 1));
      texts[kind] = new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(await page.run(() => window.saved.splice(0)[0])));
    }
    assert.match(texts.csv, /^\uFEFF/);
    assert.ok(texts.csv.includes("'=1+1 で、急ぐ"), "a note is no formula");
    assert.ok(texts.markdown.includes("佐藤"));
    assert.equal(texts.ics.match(/BEGIN:VEVENT/g)?.length, 1, "only what has a date");
    assert.ok(texts.ics.includes("20261201"));
    await app.unfold(".copy-box summary");
    assert.ok((await page.value("#vendor-text")).includes("お世話になっております"));
  });

  test("the advice says what differs on the platform of the shop", async () => {
    const { app } = at;
    await app.fresh({ documents: { a: documentOf(EC_CUBE) }, address: "#/a/a/plan" });
    assert.ok((await app.texts(".plan-card")).some((text) => text.includes("お店のサイトでは") && text.includes("EC-CUBE")));
    await app.fresh({ documents: { a: documentOf(SAAS) }, address: "#/a/a/plan" });
    assert.ok((await app.texts(".plan-card .help-body")).every((text) => !/お店のサイトでは[^。]*EC-CUBE/.test(text)));
  });

  test("in an emergency: one click, dates, a contact sheet, and no host needed", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: documentOf(SAAS) }, address: "#/a/a/q/quick-mfa" });
    await app.arrive(() => app.click(".emergency-link"));
    assert.equal(await app.heading(), "事故が起きたら");
    await page.run(() => {
      const day = document.getElementById("noticed");
      day.value = "2026-11-24";
      day.dispatchEvent(new Event("input", { bubbles: true }));
    });
    // The first kind is a card leak: told about malice, so sixty days; the day one notices is the first.
    const date = (text) => page.run((text) => new Date(`${text}T00:00:00`).toLocaleDateString("ja"), text);
    await app.sees(await date("2026-11-26"), ".deadlines");
    await app.sees(await date("2026-11-28"), ".deadlines");
    await app.sees(await date("2027-01-22"), ".deadlines");
    const kinds = await app.texts("#kind option");
    await choose("#kind", String(kinds.findIndex((kind) => kind.includes("偽のお店"))));
    await until("no deadline", async () => (await app.count(".deadlines")) === 0);
    assert.ok((await app.count(".sheet-line")) >= 10);
    await page.type(".sheet-line input", "03-0000-0000");
    await app.sees("保存しました", ".saved");
    const stored = JSON.parse((await app.storage())["ec-checkup:contacts"]);
    assert.deepEqual(Object.values(stored), ["03-0000-0000"]);
    await app.reload();
    assert.equal(await page.value(".sheet-line input"), "03-0000-0000");
  });

  test("stored parts that make no sense do no harm and are not lost", async () => {
    const { app } = at;
    const plan = { "two-step-login": 5, known: { owner: "A" } };
    await app.fresh({
      documents: { a: documentOf({ "shop-kind": "B" }, { plan }), b: documentOf({}, { plan: [1] }) },
      other: { "ec-checkup:contacts": "{broken" },
      address: "#/a/a/plan",
    });
    await app.go("#/emergency");
    assert.equal(await app.page.value(".sheet-line input"), "");
    for (const id of ["a", "b"]) {
      const before = (await app.stored())[id].plan;
      await app.go(`#/a/${id}/q/quick-mfa`);
      await app.clickCard("quick-mfa-B");
      assert.deepEqual((await app.stored())[id].plan, before);
    }
  });

  test("papers: each line says how it stands and where from", async () => {
    const { app } = at;
    await app.fresh({ documents: { a: documentOf(SAAS) }, address: "#/a/a/papers" });
    assert.ok((await app.count(".paper")) >= 4);
    const rows = await app.page.run(() => [...document.querySelectorAll(".paper tbody tr")].map((row) => [row.cells[1].textContent.trim(), row.cells[2].querySelectorAll("a").length]));
    assert.ok(rows.length > 40);
    assert.ok(rows.every(([, links]) => links > 0));
    assert.ok(new Set(rows.map(([state]) => state)).size >= 3, "states differ");
  });
});
