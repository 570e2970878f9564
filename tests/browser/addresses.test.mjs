/**
 * Addresses that somebody types, keeps or mistypes: what is there is shown, what is not is said to be missing.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { EC_CUBE, SAAS, documentOf, randomAnswers } from "./documents.mjs";
import { checkup } from "./pages.mjs";

const documents = { s: documentOf(SAAS), c: documentOf({ ...randomAnswers(5, 0.9), ...EC_CUBE }) };

checkup("addresses", {}, (at) => {
  for (const place of ["p/nothing", "review/nothing", "review/", "result/nothing", "result/", "result/profile", "result/quick/more", "q/nothing"]) {
    test(`there is no ${place}`, async () => {
      const { app } = at;
      await app.fresh({ documents, address: `#/a/s/${place}` });
      assert.equal(await app.heading(), "ページが見つかりません");
      assert.equal(await app.title(), "ページが見つかりません｜ECサイト セキュリティ健診");
      assert.equal(await app.count(".score, .level-now, .answers"), 0, "no other pack is shown in its place");
    });
  }

  test("every pack has chapters and answers, and all but the profile a result", async () => {
    const { app } = at;
    await app.fresh({ documents, address: "#/a/s" });
    for (const pack of ["profile", "quick", "ecom", "privacy", "hosting", "daily"]) {
      const results = pack === "profile" ? 0 : 1;
      await app.go(`#/a/s/p/${pack}`);
      assert.equal(await app.count(".chapters"), 1);
      assert.equal(await app.count(`.page a[href="#/a/s/result/${pack}"]`), results, `${pack}: a way to its result`);
      await app.go(`#/a/s/review/${pack}`);
      assert.ok((await app.count(".answered")) > 0, `${pack}: answers`);
      assert.equal(await app.count(`.page a[href="#/a/s/result/${pack}"]`), results);
      if (results) {
        await app.go(`#/a/s/result/${pack}`);
        assert.equal(await app.count(".score"), 1, `${pack}: a score`);
      }
    }
  });

  test("pages in English are English down to the signs between the words", async () => {
    const { app } = at;
    await app.fresh({ documents, lang: "en", address: "#/a/s" });
    const places = ["", "/review/ecom", "/result/quick", "/result/ecom", "/plan", "/aside", "/papers", "/q/quick-accounts", "/q/shop-kind"];
    for (const address of ["#/", ...["s", "c"].flatMap((id) => places.map((place) => `#/a/${id}${place}`)), "#/emergency", "#/open", "#/about", "#/data", "#/survey"]) {
      await app.go(address);
      const wide = (await app.texts("main")).join().match(/.{0,30}[\u3000-\u303F\u30FB\uFF00-\uFFEF].{0,30}/g);
      assert.equal(wide, null, address);
    }
  });
});
