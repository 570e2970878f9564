/**
 * Links that are wrong are told apart and harm nothing; links of old open forever.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { documentOf, envelope, nativeLink, randomAnswers } from "./documents.mjs";
import { checkup, eventually } from "./pages.mjs";

const good = nativeLink(documentOf(randomAnswers(3, 0.9)));
const middle = Math.floor(good.length / 2);
const exchanged = good[middle] === "A" ? "B" : "A";

/** Wrong links and what each says. */
const BAD = {
  "cut off": [good.slice(0, -5), /途中で切れているか/],
  "cut off after its beginning": ["r1", /途中で切れているか/],
  "one letter altered": [good.slice(0, middle) + exchanged + good.slice(middle + 1), /途中で切れているか/],
  "damaged inside": [envelope({ pack: 1, revision: 0 }), /途中で切れているか/],
  "of a newer version": [good.replace("r1", "r3"), /新しい版で作られたリンク/],
  "of a newer questionnaire": [envelope({ pack: 1, revision: 200 }), /新しい版で作られたリンク/],
  "of another questionnaire": [envelope({ pack: 77, revision: 1 }), /別の質問票の結果/],
};

const shop = documentOf({ "access-rules": "A" });

checkup("links", {}, (at) => {
  for (const [kind, [fragment, message]] of Object.entries(BAD)) {
    test(`by address: ${kind}`, async () => {
      const { app } = at;
      await app.fresh({ documents: { a: shop } });
      const before = await app.storage();
      await app.go(`#${fragment}`);
      assert.equal(await app.heading(), "このリンクは開けません");
      await app.sees(message, "main");
      await app.sees("この端末にある診断には影響ありません", "main");
      assert.deepEqual(await app.storage(), before);
      assert.equal(await app.count("#take-over"), 0);
    });
  }

  for (const [kind, fragment] of Object.entries({
    "with a parameter behind it": `${good}&utm_source=mail`,
    "with a stop behind it": `${good}。`,
    "with another stop": `${good}.`,
    "with a slash before it": `/${good}`,
    "with its letters escaped": good.replace("r1", "%72%31"),
  })) {
    test(`by address, mended: ${kind}`, async () => {
      const { app } = at;
      await app.fresh({ documents: { a: shop } });
      const before = await app.storage();
      await app.arrive(() => app.page.go(`#${fragment}`));
      assert.equal(await app.heading(), "受け取った結果");
      assert.equal(await app.count("#take-over"), 1);
      assert.deepEqual(await app.storage(), before);
    });
  }

  for (const [kind, damage] of Object.entries({
    "a whole mail with quoted, wrapped lines": (url) => `田中さん\n> 結果です。\n> ${url.slice(0, 60)}\n> ${url.slice(60)}\n> よろしく`,
    "a safe link": (url) => `https://jpn01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05%7C02&reserved=0`,
    "its mark escaped twice, in brackets": (url) => `「${url.replace("#", "%2523")}」`,
    "quoted-printable": (url) => `${url.slice(0, 70)}=\r\n${url.slice(70)}`,
    "wide letters": (url) => url.replace(/#(.*)/, (_, rest) => `#${[...rest].map((c) => (/[A-Za-z0-9]/.test(c) ? String.fromCodePoint(c.codePointAt(0) + 0xfee0) : c)).join("")}`),
  })) {
    test(`by the box, mended: ${kind}`, async () => {
      const { app, page } = at;
      await app.fresh({ address: "#/open" });
      // Pasted, not typed: keys would press Enter at the end of a line.
      await page.run((text) => {
        const box = document.querySelector("#link");
        box.value = text;
        box.dispatchEvent(new Event("input", { bubbles: true }));
      }, damage(`https://example.com/shop/#${good}`));
      await app.arrive(() => app.clickOn("button", "開く"));
      assert.equal(await app.hash(), `#${good}`);
      assert.equal(await app.count("#take-over"), 1);
    });
  }

  test("by the box: each mistake has its message, and the focus goes to the summary", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: shop }, address: "#/open" });
    const before = await app.storage();
    assert.equal(await app.title(), "受け取ったリンクを開く｜ECサイト セキュリティ健診");
    const cases = [
      ["", /リンクを貼り付けてください/],
      ["   ", /リンクを貼り付けてください/],
      ["https://example.com/", /このページのリンクではないようです/],
      ["#/about", /このページのリンクではないようです/],
      // Its beginning alone is too little to be told from anything else.
      ...Object.values(BAD).map(([fragment, message]) => [
        `https://example.com/shop/#${fragment}`,
        fragment === "r1" ? /このページのリンクではないようです/ : message,
      ]),
    ];
    for (const [pasted, message] of cases) {
      await app.click("#link");
      await page.press("Control+a", "Delete");
      await eventually(async () => assert.equal(await page.value("#link"), ""));
      if (pasted) await page.type("#link", pasted);
      await app.clickOn("button", "開く");
      // The box had the focus: what is said comes from this attempt.
      await eventually(async () => assert.equal(await page.run(() => document.activeElement.className), "error-summary"));
      await app.sees(message, ".error-summary");
      assert.match(await app.title(), /^エラー：/);
      assert.match(await app.visible("#link-error"), message);
      assert.equal(await page.attribute("#link", "aria-invalid"), "true");
      assert.match(await page.attribute("#link", "aria-describedby"), /link-error/);
      assert.equal(await app.hash(), "#/open");
    }
    await app.clickOn("link", /送ってもらってください|別の質問票|リンク/);
    await eventually(async () => assert.match(await page.focused(), /^textarea/));
    assert.deepEqual(await app.storage(), before);
  });

  test("by the box: a good link opens, with all that mail programs put around it", async () => {
    const { app, page, site } = at;
    for (const pasted of [`${site.url}#${good}`, `  ${site.url}#${good}\n`, `#${good}`, good]) {
      await app.fresh({ documents: { a: shop }, address: "#/open" });
      const before = await app.storage();
      await page.type("#link", pasted);
      await app.arrive(() => app.clickOn("button", "開く"));
      await app.sees("リンクで受け取った結果を表示しています", "#received");
      assert.equal(await app.hash(), `#${good}`);
      assert.deepEqual(await app.storage(), before);
    }
  });

  test("a link changes nothing that is stored, wherever one goes from it", async () => {
    const { app, page } = at;
    await app.fresh({ documents: { a: shop }, address: `#${good}` });
    const before = await app.storage();
    await app.unfold(".received-answers summary");
    await app.reload();
    await app.sees("リンクで受け取った結果を表示しています", "#received");
    // By a click: WebKit goes back only to places that somebody has been at in person.
    await app.arrive(() => app.click(".brand"));
    await page.run(() => history.back());
    await app.sees("リンクで受け取った結果を表示しています", "#received");
    assert.deepEqual(await app.storage(), before);
  });

  test("links of every version so far open, and none that was refused", async () => {
    const { app } = at;
    // A line each: name, link, and its answers or "error:" and why it is refused.
    const lines = readFileSync(new URL("../links/golden.tsv", import.meta.url), "utf8").split("\n");
    const golden = lines.map((line) => line.split("\t")).filter(([, link]) => link?.startsWith("r"));
    // What only stands behind a whole link is taken away before it is opened.
    const isGood = ([name, , answers]) => !answers.startsWith("error:") || name === "hostile-padded";
    assert.ok(golden.filter(isGood).length > 5);
    await app.fresh();
    const headings = {
      good: "受け取った結果",
      "error:damaged": "このリンクは開けません",
      "error:newer": "このリンクは開けません",
      "error:other-questionnaire": "このリンクは開けません",
      "error:not-a-link": "ページが見つかりません",
    };
    const seen = [];
    for (const [name, link] of golden.filter(([, link]) => !/[ %]/.test(link))) {
      await app.go(`#${link}`);
      seen.push([name, await app.heading()]);
    }
    const wanted = golden.filter(([, link]) => !/[ %]/.test(link)).map((line) => [line[0], headings[isGood(line) ? "good" : line[2]]]);
    assert.deepEqual(seen, wanted);
    assert.deepEqual(Object.keys(await app.stored()), []);
  });
});
