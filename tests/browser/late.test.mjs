/**
 * Texts that arrive while somebody has the mouse button or a key down: the page is built again only when the click is over.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOf } from "./documents.mjs";
import { checkup, eventually, until } from "./pages.mjs";

/** The title of a page that has its texts: something before the name of the whole. */
const WITH_TEXTS = /^[^｜]+｜/;

checkup("late", {}, (at) => {
  const { mouse, held } = tools(at);

  /** What a click begins on, and how one sees that it was taken. */
  const CLICKS = {
    "an answer": ["label:has(#access-rules-B)", async (app) => assert.deepEqual((await app.document()).answers, { "access-rules": "B" })],
    "the way on": [".onward .button-main", async (app) => assert.equal(await app.question(), "account-lifecycle")],
    "a link": [".crumbs a", async (app) => assert.equal(await app.hash(), "#/a/a/p/ecom")],
  };

  for (const [what, [selector, taken]] of Object.entries(CLICKS)) {
    test(`a click on ${what} is not lost when the texts of the page arrive within it`, async () => {
      const { app } = at;
      const arrive = await held(/^ja-rest\./, "#/a/a/q/access-rules");
      await mouse.down(selector);
      await arrive();
      await mouse.up();
      await eventually(() => taken(app));
      await eventually(async () => assert.match(await app.title(), WITH_TEXTS));
    });
  }

  test("nor is one by keyboard", async () => {
    const { app, page } = at;
    const arrive = await held(/^ja-rest\./, "#/a/a/q/access-rules");
    await page.run(() => document.getElementById("access-rules-A").focus());
    await page.driver.actions().keyDown(" ").perform();
    await arrive();
    await page.driver.actions().keyUp(" ").perform();
    await eventually(async () => assert.deepEqual((await app.document()).answers, { "access-rules": "A" }));
    await eventually(async () => assert.match(await app.title(), WITH_TEXTS));
  });

  test("whoever never lets go sees the texts all the same", async () => {
    const { app } = at;
    const arrive = await held(/^ja-rest\./, "#/a/a/q/access-rules");
    await mouse.down(".question");
    await arrive();
    assert.doesNotMatch(await app.title(), WITH_TEXTS);
    await eventually(async () => assert.match(await app.title(), WITH_TEXTS));
    await mouse.up();
  });
});

/** @param {{ app: import("./pages.mjs").Checkup, page: import("./support/page.mjs").Page, site: import("./support/server.mjs").Site }} at */
function tools(at) {
  /** The mouse button by itself. */
  const mouse = {
    async down(selector) {
      const element = await at.page.css(selector);
      await at.page.run((element) => element.scrollIntoView({ block: "center", behavior: "instant" }), element);
      await at.page.frame();
      await at.page.driver.actions().move({ origin: element }).press().perform();
    },
    up: () => at.page.driver.actions().release().perform(),
  };

  /** Opens a page while files are held back. Gives what has them arrive, and waits until the page has taken the first in. */
  const held = async (files, address) => {
    const { app, page, site } = at;
    await app.fresh({ documents: { a: documentOf({}) }, address: "#/about" });
    const release = site.hold(files);
    await page.open(address);
    const isHeld = ({ path }) => files.test(path.slice(path.lastIndexOf("/") + 1));
    const asked = site.requests.length;
    await until("the file to be asked for", () => site.requests.slice(asked - 20).some(isHeld));
    return async () => {
      const before = site.requests.length;
      release();
      // They are asked for one after the other.
      await until("the next file to be asked for", () => site.requests.length > before);
    };
  };
  return { mouse, held };
}
