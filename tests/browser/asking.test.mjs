/**
 * Asking somebody else: the link with the questions, answering them elsewhere, and taking the answers in.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SAAS, documentOf } from "./documents.mjs";
import { checkup, elsewhere, until } from "./pages.mjs";
import { violations } from "./support/axe.mjs";

const SHOP = documentOf({ ...SAAS, "mgmt-policy": "A" }, { name: "一号店" });

/** What follows the `#` of the link that is shown. */
const fragment = async (app) => (await app.page.value("#share-link")).split("#")[1];

/** Makes the request with what is ticked by the address, and gives its link. */
async function ask(app, part, { to = "", from = "" } = {}) {
  await app.go(`#/a/a/ask/${part}`);
  if (to) await app.page.type("#ask-to", to);
  if (from) await app.page.type("#ask-from", from);
  await app.click("#ask-make");
  await app.page.css("#share-link");
  return fragment(app);
}

/** Opens a request and begins to answer. */
async function begin(app, request) {
  await app.go(`#${request}`);
  await app.arrive(() => app.click("#answer-start"));
}

/** Makes the answer link and gives it. */
async function finish(app) {
  await app.click("#answer-make");
  await app.page.css("#share-link");
  return fragment(app);
}

/** Pastes an answer on the page with the requests. */
async function paste(app, reply) {
  await app.go("#/a/a/ask");
  await app.page.type("#take-link", `https://example.com/#${reply}`);
  await app.click("#take-open");
}

const requests = async (app) => Object.entries((await app.stored()).a.asked ?? {});

checkup("asking", {}, (at) => {
  test("the provider's list goes out, is answered elsewhere with a comment, and comes in; undo takes it back", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: SHOP }, address: "#/a/a/aside" });
    const part = (await page.attribute("[id^=ask-link-]", "href")).split("/").at(-1);
    assert.match(part, /^rule-\d+$/);
    const request = await ask(app, part, { to: "カート社", from: "一号店" });
    await app.sees("カート社への依頼", ".request");
    await app.sees("回答待ち", ".request .tag");
    const [[number, asked]] = await requests(app);
    assert.equal(asked.to, "カート社");
    assert.match(asked.made, /^\d{4}-\d\d-\d\d$/);
    assert.ok(asked.fields.includes("traffic-settings"), `${asked.fields}`);
    const mail = await page.value("#request-mail");
    assert.ok(mail.includes(`#${request}`) && mail.startsWith("いつもお世話に"), mail);
    let reply = "";
    await elsewhere(at, {}, async (vendor) => {
      await vendor.fresh({ address: `#${request}` });
      assert.equal(await vendor.heading(), "質問への回答のお願い");
      await vendor.sees("一号店から、質問が届いています。", "#request");
      await vendor.sees("当店のサイトの安全を確かめるため", ".message");
      assert.deepEqual(await vendor.stored(), {}, "looking writes nothing");
      await vendor.arrive(() => vendor.click("#answer-start"));
      assert.equal(await vendor.hash(), `#/a/reply-${number}/answer`);
      assert.equal(await vendor.count(".tabs"), 0, "an answer has no result and no plan");
      await vendor.sees("まだ何も答えていません。", "#main");
      await vendor.clickCard("traffic-settings-B");
      await vendor.page.type("#answer-by", "佐藤");
      await vendor.click(".handed .note-box summary");
      await vendor.page.type("#note-traffic-rules", "<b>資料</b>は来週");
      await vendor.sees("保存しました", ".saved");
      // In the middle: everything is still there, also by the same link.
      await vendor.reload();
      assert.equal(await vendor.page.run(() => document.getElementById("traffic-settings-B").checked), true);
      assert.equal(await vendor.page.value("#answer-by"), "佐藤");
      assert.equal(await vendor.page.value("#note-traffic-rules"), "<b>資料</b>は来週");
      await vendor.go(`#${request}`);
      await vendor.sees("続きから答える", "#answer-start");
      await vendor.arrive(() => vendor.click("#answer-start"));
      assert.equal(Object.keys(await vendor.stored()).length, 1);
      reply = await finish(vendor);
      // Another answer makes another link.
      await vendor.clickCard("traffic-settings-C");
      await vendor.sees("作り直してください", ".notice");
      assert.equal(await vendor.count("#share-link"), 0);
      await vendor.clickCard("traffic-settings-B");
      assert.equal(await fragment(vendor), reply);
      await vendor.go("#/");
      assert.deepEqual(await vendor.texts(".item h3"), ["一号店への回答"]);
      assert.equal(await vendor.page.attribute(".item .button-main", "href"), `#/a/reply-${number}/answer`);
    });
    await app.open("#/a/a/ask");
    const before = (await app.stored()).a.answers;
    await paste(app, reply);
    await app.sees("佐藤からの回答です。", "#reply");
    await app.sees("「一号店」で", "#reply");
    assert.deepEqual((await app.stored()).a.answers, before, "looking writes nothing");
    await app.click("#take-apply");
    await app.sees("回答あり", ".request .tag");
    const after = (await app.stored()).a;
    assert.deepEqual(after.answers["traffic-settings"], { is: "B", back: true });
    assert.equal(after.answers["traffic-rules"].note, "<b>資料</b>は来週");
    assert.equal(after.asked[number].state, "answered");
    assert.match(after.asked[number].answered, /^\d{4}-\d\d-\d\d$/);
    await app.click("#take-undo");
    await app.sees("回答待ち", ".request .tag");
    const undone = (await app.stored()).a;
    assert.deepEqual(undone.answers, before);
    assert.equal(undone.asked[number].answered, undefined);
  });

  test("a chapter: answers that disagree stand side by side, and an answer that comes twice is told", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: SHOP }, address: "#/a/a/p/ecom" });
    const href = await page.attribute(".chapter a.quiet", "href");
    assert.equal(href, "#/a/a/ask/management");
    await app.go(href);
    // Also what is answered already.
    await app.click("label[for=ask-open]");
    await app.click("#ask-make");
    const request = await fragment(app);
    const [[number]] = await requests(app);
    const replies = [];
    await elsewhere(at, {}, async (vendor) => {
      await vendor.fresh();
      await begin(vendor, request);
      await vendor.clickCard("mgmt-policy-C");
      replies.push(await finish(vendor));
      await vendor.clickCard("mgmt-policy-D");
      await vendor.click("#answer-make");
      await until("the new link", async () => (await fragment(vendor)) !== replies[0]);
      replies.push(await fragment(vendor));
    });
    // A mail in which the questions are quoted, and the answer is broken into lines.
    await app.open("#/a/a/ask");
    const broken = replies[0].replace(/(.{30})/g, "$1\n> ");
    await page.run((mail) => {
      const area = document.querySelector("#take-link");
      area.value = mail;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }, `> 次の質問にお答えください。\n> https://example.com/#${request}\n\nお答えします。\n> https://example.com/#${broken}\n`);
    await app.click("#take-open");
    await app.sees("名前のない回答です。", "#reply");
    await app.open(`#${replies[0]}`);
    assert.equal(await app.heading(), "届いた回答");
    await app.sees("名前のない回答です。", "#reply");
    await app.sees("食い違う答え 1", ".takeover");
    assert.equal(await app.count(".conflict .card"), 2);
    await app.clickCard("theirs-mgmt-policy");
    await app.click("#take-apply");
    await app.sees("取り込みました", ".takeover");
    assert.equal((await app.stored()).a.answers["mgmt-policy"], "C");
    assert.equal((await app.stored()).a.asked[number].state, "answered");
    // The same one once more: nothing to do. Then another one to the same request.
    await app.go("#/about");
    await app.go(`#${replies[0]}`);
    await app.sees("にも取り込んでいます", "#reply");
    await app.sees("取り込む答えはありません。", ".takeover");
    await app.go(`#${replies[1]}`);
    await app.sees("食い違う答え 1", ".takeover");
  });

  test("several are asked at once; each request has its date and state, and nothing is final", async () => {
    const { app } = at;
    await app.fresh({ documents: { a: SHOP } });
    await ask(app, "management", { to: "甲社" });
    await app.go("#/about");
    await ask(app, "access", { to: "乙社" });
    assert.equal((await requests(app)).length, 2);
    const items = await app.texts(".request");
    assert.ok(items.every((text) => /回答待ち .*に作成 \/ \d+問/.test(text)), items.join("\n"));
    const [[first]] = (await requests(app)).filter(([, asked]) => asked.to === "甲社");
    await app.clickOn("button", "取り下げる");
    await app.sees("取り下げ", ".request .tag");
    await until("the focus on the request", () => app.page.run(() => document.activeElement?.localName === "h3"));
    await app.reload();
    const closed = (await requests(app)).filter(([, asked]) => asked.state === "closed");
    assert.equal(closed.length, 1);
    await app.clickOn("button", "回答待ちに戻す");
    await until("both to be open", async () => (await requests(app)).every(([, asked]) => asked.state === undefined));
    // The link is the same whenever it is shown.
    await app.click(`#request-${first} .actions button`);
    const link = await fragment(app);
    await app.click(`#request-${first} .actions button`);
    await until("the link to go", async () => (await app.count("#share-link")) === 0);
    await app.click(`#request-${first} .actions button`);
    assert.equal(await fragment(app), link);
  });

  test("an answer travels as a file as well; other files are refused in words", async () => {
    const { app } = at;
    await app.fresh({ documents: { a: SHOP } });
    const request = await ask(app, "management");
    let file = "";
    await elsewhere(at, {}, async (vendor) => {
      await vendor.fresh();
      await begin(vendor, request);
      await vendor.clickCard("mgmt-head-A");
      await vendor.page.css("#answer-file");
      await vendor.page.run(() => {
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => (blob.text().then((text) => (window.saved = text)), make.call(URL, blob));
      });
      await vendor.click("#answer-file");
      file = await until("the file", () => vendor.page.run(() => window.saved));
    });
    assert.equal(JSON.parse(file)["ec-checkup"], "reply");
    await app.open("#/a/a/ask");
    const choose = (text) =>
      app.page.run((text) => {
        const input = document.querySelector("#take-file");
        const list = new DataTransfer();
        list.items.add(new File([text], "answer.json", { type: "application/json" }));
        input.files = list.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }, text);
    await app.page.css("#take-file");
    for (const [text, message] of [
      ["no JSON", "これは答えのファイルではありません"],
      [JSON.stringify(SHOP), "これは答えのファイルではありません"],
      [file.replace('"format":1', '"format":9'), "新しい版で作られたファイルです"],
      [file.replace(/"request":\d+/, '"request":"x"'), "ファイルの中身が壊れています"],
      ["x".repeat(1_100_000), "ファイルが大きすぎます"],
    ]) {
      await choose(text);
      await app.sees(message, "#take-error");
    }
    await choose(file);
    await app.sees("名前のない回答です。", "#reply");
    assert.equal(await app.count("#take-error"), 0);
    await app.click("#take-apply");
    await app.sees("回答あり", ".request .tag");
    assert.equal((await app.stored()).a.answers["mgmt-head"], "A");
  });

  test("an answer to nothing that was asked here can be read, or brought into a checkup of one's choice", async () => {
    const { app } = at;
    await app.fresh({ documents: { a: SHOP } });
    const request = await ask(app, "management");
    await begin(app, request);
    await app.clickCard("mgmt-head-A");
    const reply = await finish(app);
    await app.fresh({ documents: { b: documentOf({}, { name: "二号店" }) }, address: `#${reply}` });
    await app.sees("この端末には、この回答のもとになった依頼がありません", "#reply");
    await app.page.run(() => {
      const select = document.querySelector("#reply-into");
      select.value = "b";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await app.click("#take-apply");
    await app.sees("取り込みました", ".takeover");
    assert.equal((await app.stored()).b.answers["mgmt-head"], "A");
  });

  test("what is damaged or hostile is refused in words, or shown as text", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: SHOP }, address: "#/a/a/ask/management" });
    await page.type("#ask-from", "<img src=x>");
    await page.run(() => {
      const area = document.querySelector("#ask-message");
      area.value = "<script>alert(1)</script>\n<b>太字</b>";
      area.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await app.click("#ask-make");
    const request = await fragment(app);
    await app.go(`#${request}`);
    await app.sees("<script>alert(1)</script>", ".message");
    await app.sees("<img src=x>から", "#request");
    assert.equal(await app.count("main b, main img, main script"), 0);
    const before = await app.storage();
    const middle = Math.floor(request.length / 2);
    for (const bad of [request.slice(0, -9), request.slice(0, middle) + (request[middle] === "A" ? "B" : "A") + request.slice(middle + 1)]) {
      await app.go(`#${bad}`);
      assert.equal(await app.heading(), "このリンクは開けません");
    }
    assert.deepEqual(await app.storage(), before);
    // The questions themselves are no answer, and neither is nothing.
    await paste(app, request);
    await app.sees("これは答えのリンクではありません", "#take-error");
    // A stored answer whose link cannot be read any more.
    const broken = documentOf({ "mgmt-head": "A" }, { name: "回答", reply_to: { link: "r2AAAA" } });
    await app.fresh({ documents: { a: SHOP, "reply-1": broken }, address: "#/a/reply-1/answer" });
    await app.sees("質問のリンクを読み取れません", "main");
    assert.deepEqual((await app.stored())["reply-1"].answers, broken.answers);
  });

  test("nothing chosen is an error at the choice", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: SHOP }, address: "#/a/a/ask" });
    await app.click("#ask-make");
    await app.sees("聞くことを選んでください。", ".error-summary");
    assert.deepEqual(await requests(app), []);
    await app.click(".error-summary a");
    await until("the focus on the choice", () => page.run(() => document.activeElement?.id === "ask-what"));
  });

  test("by keyboard alone: from the question to the answer that came in", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: SHOP }, address: "#/a/a/ask/management" });
    await app.tabInto("ask-make");
    await page.press("Enter");
    await until("the focus on the request", () => page.run(() => document.activeElement?.localName === "h3"));
    const request = await fragment(app);
    await app.go(`#${request}`);
    await app.tabInto("answer-start");
    await app.arrive(() => page.press("Enter"));
    const head = "mgmt-head";
    await app.tabInto(head);
    await page.press("Space");
    await until("an answer", () => page.run(() => Boolean(document.querySelector("#mgmt-head input:checked"))));
    await page.press("Tab", "Tab");
    assert.equal(await page.run(() => document.querySelector("#mgmt-head").contains(document.activeElement) || document.activeElement.localName !== "body"), true);
    // Past all that is not answered.
    await page.run(() => document.querySelector("#answer-make").focus());
    await page.press("Enter");
    await until("the focus on the link", () => page.run(() => document.activeElement?.id === "share-link"));
    const reply = await fragment(app);
    await app.go("#/a/a/ask");
    await app.tabInto("take-link");
    await page.type("#take-link", reply);
    await app.tabInto("take-open");
    await page.press("Enter");
    await until("the focus on what came", () => page.run(() => document.activeElement?.id === "reply-title"));
    await app.tabInto("take-apply");
    await page.press("Enter");
    await until("the focus on undo", () => page.run(() => document.activeElement?.id === "take-undo"));
  });

  for (const lang of ["ja", "en"]) {
    test(`all pages are accessible and fit a phone (${lang})`, async () => {
      const { app, page } = at;
      const japanese = /[\u3040-\u9fff]/;
      const look = async (name) => {
        assert.deepEqual(await violations(page), [], name);
        const over = await page.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(over <= 0, `${name} is ${over} px too wide`);
        if (lang === "en") {
          const seen = (await app.visible("main")).split("\n").filter((line) => japanese.test(line));
          assert.deepEqual(seen, [], name);
        }
      };
      await page.narrow(360);
      try {
        await app.fresh({ documents: { a: { ...SHOP, name: "Shop" } }, lang, address: "#/a/a/ask/management" });
        await app.click("label[for=ask-open]");
        await look("a new request");
        await app.click("#ask-make");
        const request = await fragment(app);
        await app.click(".request .copy-box summary");
        await look("the request");
        await app.go(`#${request}`);
        await look("a request that came");
        await app.arrive(() => app.click("#answer-start"));
        await app.clickCard("mgmt-policy-C");
        await app.click(".handed .note-box summary");
        await look("answering");
        const reply = await finish(app);
        await look("answered");
        await app.go("#/");
        await look("home");
        await app.go(`#${reply}`);
        await app.page.css(".conflict");
        await app.click(".reply-answers summary");
        await look("an answer that came");
        await app.click("#take-apply");
        await app.page.css("#take-undo");
        await look("an answer brought in");
        await app.fresh({ documents: { b: documentOf({}, { name: "Other" }) }, lang, address: `#${reply}` });
        await look("an answer to nothing that was asked here");
      } finally {
        await page.narrow();
      }
    });
  }
});
