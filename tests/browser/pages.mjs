/**
 * Our page as a person uses it. Nothing here asserts: it acts, waits and reads.
 */
import assert from "node:assert/strict";
import { afterEach, before } from "node:test";
import { By } from "selenium-webdriver";
import { Page, scriptFor } from "./support/page.mjs";
import { serve } from "./support/server.mjs";
import { DIST, inEveryEngine } from "./support/suite.mjs";
import { until } from "./support/waiting.mjs";

export { DIST } from "./support/suite.mjs";
export { eventually, until } from "./support/waiting.mjs";

const KEY = "ec-checkup:assessment:";

export class Checkup {
  /** @type {string[]} */
  #errors = [];

  /** @param {import("./support/page.mjs").Page} page */
  constructor(page) {
    this.page = page;
    this.driver = page.driver;
  }

  /**
   * Loads the page afresh.
   * @param {string} [address] "#/about" @param {() => Promise<unknown>} [prepare] as for `Page.open`
   */
  async open(address = "", prepare = undefined) {
    await this.#keepErrors();
    await this.page.open(address, prepare);
    // Until then a page that waits for its texts may be built once more.
    await this.loaded();
  }

  /** Loads the page afresh in a browser that has stored only these documents. */
  async fresh({ address = "", lang = "ja", documents = {}, other = {} } = {}) {
    const entries = Object.entries(documents).map(([id, document]) => [KEY + id, asText(document)]);
    if (lang) entries.push(["ec-checkup:language", lang]);
    entries.push(...Object.entries(other));
    const store = (entries) => {
      localStorage.clear();
      for (const [key, value] of entries) localStorage.setItem(key, value);
    };
    await this.open(address, () => this.page.run(store, entries));
  }

  /** Goes away from the page, so that nothing of it runs any more. */
  async leave() {
    await this.#keepErrors();
    await this.page.leave();
  }

  /** As F5 does. */
  async reload() {
    await this.#keepErrors();
    await this.page.reload();
    await this.loaded();
  }

  /** Everything that went wrong since the last call. @returns {Promise<string[]>} */
  async errors() {
    await this.#keepErrors();
    return this.#errors.splice(0);
  }

  async #keepErrors() {
    this.#errors.push(...(await this.page.errors()));
  }

  /** Goes to another place within the page and waits until its heading has the focus. @param {string} hash */
  async go(hash) {
    if ((await this.hash()) === hash) return;
    await this.arrive(() => this.page.go(hash));
    assert.equal(await this.hash(), hash);
  }

  /**
   * Does something that leads to another place within the page, and waits for the heading there to have the focus: the one
   * of the place before may still have it when the address has changed already.
   * @param {() => Promise<unknown>} act
   */
  async arrive(act) {
    await this.page.run(() => void (window.before = { hash: location.hash, heading: document.querySelector("h1") }));
    await act();
    const missing = () =>
      this.page.run(() => {
        const { hash, heading } = window.before;
        if (location.hash === hash) return `another address than ${hash || "home"}`;
        if (document.querySelector("h1") === heading) return `a new page at ${location.hash}`;
        return document.activeElement?.localName === "h1" ? "" : `the focus on the heading at ${location.hash}`;
      });
    await until("the next page", async () => (await missing()) === "").catch(async (error) => {
      const [lacking, heading, focus] = [await missing(), await this.texts("h1"), await this.page.focused()];
      throw new Error(`${error.message}; ${lacking} is missing; the heading is “${heading}”, the focus on ${focus}`);
    });
  }

  /** @returns {Promise<string>} "#/a/x/result" */
  hash() {
    return this.page.run(() => location.hash);
  }

  /** @returns {Promise<string>} the question of the address, "" where there is none */
  async question() {
    return /\/q\/(.+)/.exec(await this.hash())?.[1] ?? "";
  }

  heading() {
    return this.page.text("h1");
  }

  title() {
    return this.page.run(() => document.title);
  }

  /** Waits for a text to be seen somewhere. @param {string | RegExp} text @param {string} [selector] */
  async sees(text, selector = "body") {
    const fits = (seen) => (text instanceof RegExp ? text.test(seen) : seen.includes(text));
    let last = "";
    await until(`“${text}” in ${selector}`, async () => {
      last = await this.visible(selector);
      return fits(last);
    }).catch((error) => {
      throw new Error(`${error.message}; it says:\n${last.slice(0, 1500)}`);
    });
  }

  /** The text that can be seen now, "" where there is nothing. @param {string} selector */
  visible(selector) {
    return this.page.run(
      // Of what is not shown, `innerText` would still give the text.
      (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility()).map((e) => e.innerText).join("\n"),
      selector,
    );
  }

  /** How many elements there are now. @param {string} selector @returns {Promise<number>} */
  count(selector) {
    return this.page.run((selector) => document.querySelectorAll(selector).length, selector);
  }

  /** The texts of all elements that match, as they are in the document. @param {string} selector @returns {Promise<string[]>} */
  texts(selector) {
    return this.page.run(
      (selector) => [...document.querySelectorAll(selector)].map((e) => e.textContent.replace(/\s+/g, " ").trim()),
      selector,
    );
  }

  /** Clicks with the mouse on whatever is in the middle of an element. @param {string} selector */
  async click(selector) {
    await this.press(selector, () => this.page.css(selector));
  }

  /** The same for an element by role and name. @param {string} role @param {string | RegExp} name */
  async clickOn(role, name) {
    await this.press(`${role} ${name}`, () => this.page.find(role, name));
  }

  /**
   * Clicks where the element is, once it is in view and the page has come to rest: WebKit's driver scrolls there itself, and
   * then finds it "not interactable" while the page still moves.
   * @param {string} what for the message when there is nothing to click on
   * @param {() => Promise<import("selenium-webdriver").WebElement>} find
   */
  async press(what, find) {
    const refusals = /ElementNotInteractable|StaleElement/;
    let refusal = "it is not there";
    await until(what, async () => {
      // Not there yet, or built again just now: the next try will find it.
      const element = await find().catch((error) => {
        if (/NoSuchElement|StaleElement/.test(error.name)) return undefined;
        throw error;
      });
      if (!element) return false;
      const moved = await this.page.run((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        if (top >= 0 && bottom <= innerHeight) return false;
        element.scrollIntoView({ block: "center", behavior: "instant" });
        return true;
      }, element).catch((error) => {
        if (refusals.test(error.name)) return true;
        throw error;
      });
      if (moved) await this.page.frame();
      return element.click().then(
        () => true,
        (error) => {
          refusal = error.message;
          if (refusals.test(error.name)) return false;
          throw error;
        },
      );
    }).catch((error) => {
      throw new Error(`${error.message}: ${refusal}`, { cause: error });
    });
  }

  /** The whole card of an option or step; waits until its input is ticked, or no longer. @param {string} input its id */
  async clickCard(input) {
    await this.page.css(`[id="${input}"]`);
    const isTicked = () => this.page.run((id) => document.getElementById(id)?.checked, input);
    const isRadio = await this.page.run((id) => document.getElementById(id)?.type === "radio", input);
    const wanted = isRadio || !(await isTicked());
    await this.press(`the card of ${input}`, () => this.driver.findElement(By.xpath(`//label[.//input[@id="${input}"]]`)));
    await until(`${input} to be ${wanted ? "ticked" : "not ticked"}`, async () => (await isTicked()) === wanted);
  }

  /** Unfolds something, and waits until it is open. @param {string} summary a selector */
  async unfold(summary) {
    await this.click(summary);
    await until(`${summary} to unfold`, () => this.page.run((summary) => document.querySelector(summary)?.closest("details").open, summary));
  }

  /** What is stored under our name, by key. @returns {Promise<Record<string, string>>} */
  storage() {
    return this.page.run(() => Object.fromEntries(Object.keys(localStorage).filter((k) => k.startsWith("ec-checkup:")).map((k) => [k, localStorage.getItem(k)])));
  }

  /**
   * All stored assessments by id: what the user entered. When they did is there only if asked for; `storage` has the texts.
   * @param {{ times?: boolean }} [wanted] @returns {Promise<Record<string, any>>}
   */
  async stored({ times = false } = {}) {
    const entries = Object.entries(await this.storage()).filter(([key]) => key.startsWith(KEY));
    const read = (text) => (times ? JSON.parse(text) : withoutTimes(JSON.parse(text)));
    return Object.fromEntries(entries.map(([key, text]) => [key.slice(KEY.length), read(text)]));
  }

  /** The stored document of the open assessment, or of the only one. */
  async document() {
    const id = /^#\/a\/([^/]+)/.exec(await this.hash())?.[1];
    const stored = await this.stored();
    return stored[id ?? Object.keys(stored)[0]];
  }

  /** Starts a new assessment from home; gives its id. */
  async start() {
    await this.arrive(() => this.click("#start"));
    return /^#\/a\/([^/]+)/.exec(await this.hash())?.[1] ?? "";
  }

  /** What can still be answered on this question page, in its order: fieldsets, and rows of matrices. */
  unanswered() {
    return this.page.run(() =>
      [...document.querySelectorAll("fieldset.field")].flatMap((field) => {
        const kind = field.querySelector(".rows") ? "matrix" : field.querySelector(":scope > .options input[type=checkbox]") ? "multi" : "single";
        if (kind !== "matrix") return field.querySelector("input:checked") ? [] : [{ id: field.id, kind }];
        return [...field.querySelectorAll("fieldset.row")]
          .filter((row) => !row.querySelector("input:checked"))
          .map((row) => ({ id: row.id, kind: "row" }));
      }),
    );
  }

  /** Answers everything on this page by clicks on cards; also what appears meanwhile. @param {number} [nth] which option */
  async answerByMouse(nth = 0) {
    for (let round = 0; ; round += 1) {
      const [open] = await this.unanswered();
      if (!open) return;
      if (round > 60) throw new Error(`${open.id} does not take an answer`);
      const inputs = await this.page.run(
        (id) => [...document.getElementById(id).querySelectorAll(":scope > .options input, :scope > .levels input")].map((i) => i.id),
        open.id,
      );
      const chosen = inputs[Math.min(nth, inputs.length - 1)];
      await this.clickCard(chosen);
      if (open.kind === "multi" && chosen !== inputs[1]) await this.clickCard(inputs[1]);
    }
  }

  /** Answers everything on this page without a mouse: letters, Tab, Space and arrows. */
  async answerByKeyboard() {
    for (let round = 0; ; round += 1) {
      const [open] = await this.unanswered();
      if (!open) return;
      if (round > 60) throw new Error(`${open.id} does not take an answer`);
      const first = round === 0 && open.kind !== "row" && (await this.page.run((id) => document.querySelector("fieldset.field")?.id === id, open.id));
      // The heading has the focus: a letter answers the first field at once.
      if (!first) await this.tabInto(open.id);
      // The second of two keys, or the same key once more, must not come before the first has done its work.
      const presses = open.kind === "row" ? [["Space", "1"], ["ArrowDown", "2"]] : [open.kind === "multi" ? ["a", "A"] : ["b", "B"]];
      for (const [key, value] of presses) {
        await this.page.press(key);
        const taken = (id, value) => document.getElementById(id).querySelector(`input[value="${value}"]`)?.checked;
        await until(`${key} to answer ${open.id}`, () => this.page.run(taken, open.id, value));
      }
    }
  }

  /** Presses Tab until the focus is within the element with an id. @param {string} id */
  async tabInto(id) {
    const inside = () => this.page.run((id) => document.getElementById(id).contains(document.activeElement), id);
    for (let presses = 0; presses < 60; presses += 1) {
      if (await inside()) return;
      await this.page.tab();
    }
    throw new Error(`Tab never gets to ${id}; the focus is on ${await this.page.focused()}`);
  }

  /** Presses the button that goes on. */
  async next() {
    await this.arrive(() => this.click(".onward .button-main"));
  }

  /** Has the page speak this language, and waits until it is built anew and the reader is where they were. @param {string} lang */
  async setLanguage(lang) {
    if ((await this.page.run(() => document.documentElement.lang)) === lang) return;
    await this.page.run(() => void (window.before = { heading: document.querySelector("h1") }));
    await this.click("#language");
    const there = (lang) => document.documentElement.lang === lang && document.querySelector("h1") !== window.before.heading;
    await until(`the language ${lang}`, () => this.page.run(there, lang));
    // Focus, scroll position and what was unfolded are taken up with the next frame.
    await this.page.frame();
  }

  /** Until all files are in, the copies for use without a network too: nothing is asked for from then on. */
  async loaded() {
    const flags = () => this.page.run(() => [document.documentElement.dataset.loaded, document.documentElement.dataset.offline]);
    await until("all files", async () => (await flags()).every(Boolean));
  }

  /** Presses the button that loads missing files again, and waits until they are here, or missing again. @param {string} button */
  async loadAgain(button = "もう一度読み込む") {
    await this.page.run(() => void document.documentElement.removeAttribute("data-loaded"));
    await this.clickOn("button", button);
    await this.loaded();
  }

  /** What the result page says, as numbers and texts. */
  result() {
    return this.page.run(() => {
      const text = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
      const all = (selector) => [...document.querySelectorAll(selector)];
      const rows = (section) =>
        all(`section[aria-labelledby=${section}] tbody tr`).map((row) => [...row.querySelectorAll(".number")].map(text));
      return {
        range: text(document.querySelector(".score-range")).replace(/[^\d–]/g, ""),
        open: Number(text(document.querySelector(".score-open")).replace(/\D/g, "") || NaN),
        chapters: rows("chapters-title"),
        views: rows("views-title"),
        weaknesses: all(".weaknesses > li").map((item) => text(item.querySelector(".step")).slice(-1)),
        link: document.querySelector("#share-link")?.value ?? "",
      };
    });
  }
}

/**
 * The same browser on another host: there the site has other files, or something happens to the page first.
 * @param {{ page: Page }} at
 * @param {{ folder?: string, script?: string, asIs?: boolean, caching?: boolean }} options as for `inEveryEngine` and `serve`
 * @param {(app: Checkup) => Promise<unknown>} act
 */
export async function elsewhere({ page }, { folder = DIST, script = "", asIs = false, caching = false }, act) {
  const site = await serve(folder, { caching, script: asIs ? "" : `${scriptFor(page.engine.name)};${script}` });
  try {
    const app = new Checkup(new Page(page.engine, site));
    await act(app);
    await app.page.rest();
    assert.deepEqual(await app.errors(), [], "the page complains");
    // Whoever is still there when the host goes away would complain in the next test.
    await page.leave();
  } finally {
    await site.stop();
  }
}

/** Keeps whatever the page offers as a file, instead of the browser. @param {Page} page */
export const catchFiles = (page) =>
  page.run(() => {
    window.caught = [];
    const make = URL.createObjectURL;
    let blob;
    URL.createObjectURL = (it) => ((blob = it), make.call(URL, it));
    HTMLAnchorElement.prototype.click = function () {
      const { download } = this;
      const { type } = blob;
      const reader = new FileReader();
      reader.onload = () => window.caught.push({ name: download, type, base64: reader.result.split(",")[1] });
      reader.readAsDataURL(blob);
    };
  });

/** The file that the page offers next. @param {Page} page @returns {Promise<{ name: string, type: string, bytes: Buffer, text: string }>} */
export async function caught(page) {
  const { base64, ...found } = await until("a file", () => page.run(() => window.caught.shift()));
  const bytes = Buffer.from(base64, "base64");
  return { ...found, bytes, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
}

/** A document without the times of its answers and of the notes in its plan. */
function withoutTimes({ times: _, ...document }) {
  for (const note of Object.values(document.plan ?? {})) if (typeof note === "object") delete note?.at;
  return document;
}

const asText = (document) => (typeof document === "string" ? document : JSON.stringify(document));

/**
 * `inEveryEngine` with `at.app`, and no test passes while the page complains.
 * @param {string} title
 * @param {Parameters<typeof inEveryEngine>[1]} options
 * @param {(at: { app: Checkup, page: import("./support/page.mjs").Page, site: import("./support/server.mjs").Site }, engine: string) => void} tests
 */
export function checkup(title, options, tests) {
  inEveryEngine(title, options, (at, engine) => {
    before(() => {
      at.app = new Checkup(at.page);
    });
    afterEach(async () => {
      if (options.javascript !== false) await at.page.rest();
      assert.deepEqual(await at.app.errors(), [], "the page complains");
    });
    tests(at, engine);
  });
}
