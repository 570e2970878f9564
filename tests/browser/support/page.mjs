/**
 * One browser window and what a person does in it: open, find by role and name, press keys, look, print.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { By, Key } from "selenium-webdriver";
import { Command, Name } from "selenium-webdriver/lib/command.js";
import { collectErrors, describeFocus, findByRole } from "./inside.mjs";
import { PATIENCE, eventually, until } from "./waiting.mjs";

/** Screenshots and prints, for a person to look at. Git ignores it. */
export const OUT = fileURLToPath(new URL("../out/", import.meta.url));

/** For `serve`: makes a page remember its errors. Chromium needs none, its log has them, CSP's and the network's too. */
export const scriptFor = (engine) => (engine === "chromium" ? "" : `(${collectErrors})()`);

/** @typedef {import("selenium-webdriver").WebElement} WebElement */

export class Page {
  /** @type {string[]} */
  #errors = [];
  /** @type {{ width: number, height: number } | undefined} */
  #frame;

  /** @param {import("./engines.mjs").Engine} engine @param {import("./server.mjs").Site} site */
  constructor(engine, site) {
    this.engine = engine;
    this.driver = engine.driver;
    this.site = site;
  }

  /**
   * Loads the site afresh and waits until it says that it is ready.
   * @param {string} [address] relative to the site: "", "#/result", "other.html"
   * @param {() => Promise<unknown>} [prepare] does something to what the browser keeps, while no page of the site is open
   */
  async open(address = "", prepare = async () => {}) {
    await this.leave();
    await prepare();
    const url = this.site.url + address;
    await (this.#frame ? this.#openFrame(url, this.#frame) : this.driver.get(url));
    await this.ready();
  }

  /** Goes to the empty page. An address that differs in its hash only would not load again from the site itself. */
  async leave() {
    await this.errors();
    await this.driver.switchTo().defaultContent();
    await this.driver.get(this.site.empty);
  }

  /** As F5 does. */
  async reload() {
    await this.run(() => void (window.old = true));
    await this.driver.navigate().refresh();
    await this.ready();
  }

  /** Waits for `<html data-ready="yes">`, and not that of a page that is just going away. */
  async ready() {
    const flag = () => this.run(() => document.documentElement.dataset.ready === "yes" && !window.old).catch(() => false);
    await until("the page to be ready", flag).catch(async (error) => {
      throw new Error([error.message, ...(await this.errors())].join("\n"));
    });
  }

  /** Follows a link within the page, without loading it again. @param {string} hash "#/result" */
  async go(hash) {
    await this.run((next) => void (location.hash = next), hash);
  }

  /**
   * Makes the page as narrow as a phone from the next `open` on; without arguments as wide as the window again.
   * Only Chromium can be that narrow itself. For the others the page goes into a frame of its own origin.
   * @param {number} [width] @param {number} [height]
   */
  async narrow(width, height = 640) {
    if (this.engine.name === "chromium") {
      const size = width ? { width, height, deviceScaleFactor: 0, mobile: false } : undefined;
      await this.engine.cdp(size ? "Emulation.setDeviceMetricsOverride" : "Emulation.clearDeviceMetricsOverride", size);
    } else {
      this.#frame = width ? { width, height } : undefined;
    }
  }

  /** Runs a function in the page. @template T @param {(...args: any[]) => T} inside @returns {Promise<T>} */
  run(inside, ...args) {
    return this.driver.executeScript(inside, ...args);
  }

  /** Waits for an element. @param {string} selector @param {number} [patience] @returns {Promise<WebElement>} */
  css(selector, patience) {
    return until(selector, async () => (await this.driver.findElements(By.css(selector)))[0], patience);
  }

  /** The elements of a role there are now. @param {string} role @param {string | RegExp} [name] @returns {Promise<WebElement[]>} */
  async findAll(role, name) {
    const wanted = name instanceof RegExp ? { pattern: name.source, flags: name.flags } : { text: name };
    return (await this.run(findByRole, role, wanted)).map((found) => found.element);
  }

  /**
   * Waits for the first element of a role with an accessible name (a string: exactly this name).
   * @param {string} role @param {string | RegExp} [name] @param {number} [patience] @returns {Promise<WebElement>}
   */
  async find(role, name, patience) {
    return until(`${role} ${name ?? ""}`, async () => (await this.findAll(role, name))[0], patience).catch(async (error) => {
      const there = (await this.run(findByRole, role, {})).map((found) => found.name);
      throw new Error(`${error.message}\nthere are: ${there.join(" · ") || "none"}`);
    });
  }

  /**
   * Finds an element and does something with it. The page may be built again in between, as its texts arrive: then the
   * element is gone, and another one is there to be found.
   * @template T @param {() => Promise<WebElement>} find @param {(element: WebElement) => Promise<T>} act @returns {Promise<T>}
   */
  async on(find, act) {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      try {
        return await act(await find());
      } catch (error) {
        if (!/StaleElement|NoSuchElement/.test(error.name) || Date.now() > deadline) throw error;
      }
    }
  }

  /** @param {string} role @param {string | RegExp} [name] */
  async click(role, name) {
    await this.on(() => this.find(role, name), (element) => element.click());
  }

  /** Types a text at the end of what is in an input, and waits until it is there. @param {string} selector @param {string} text */
  async type(selector, text) {
    const before = await this.value(selector);
    await this.on(() => this.css(selector), (element) => element.sendKeys(text));
    // A box of one line takes no line breaks.
    const flat = (typed) => typed.replace(/\n/g, "");
    await eventually(async () => assert.equal(flat(await this.value(selector)), flat(before + text), selector));
  }

  /** What is in an input, once it is there. @param {string} selector @returns {Promise<string>} */
  async value(selector) {
    await this.css(selector);
    return this.run((selector) => document.querySelector(selector)?.value ?? "", selector);
  }

  /** An attribute of an element, once it is there; "" without. @param {string} selector @param {string} name @returns {Promise<string>} */
  async attribute(selector, name) {
    await this.css(selector);
    return this.run((selector, name) => document.querySelector(selector)?.getAttribute(name) ?? "", selector, name);
  }

  /** What a person reads. @param {string} [selector] */
  async text(selector = "body") {
    return this.on(() => this.css(selector), (element) => element.getText());
  }

  /** Presses keys one after the other. @param {...string} keys "Tab", "Shift+Tab", "ArrowDown", "Space", "a" */
  async press(...keys) {
    for (const chord of keys) {
      const codes = chord.split(/(?<=.)\+/).map(keyCode);
      const actions = this.driver.actions();
      codes.forEach((code) => actions.keyDown(code));
      codes.reverse().forEach((code) => actions.keyUp(code));
      await actions.perform();
    }
  }

  /**
   * Presses Tab and waits until the focus is somewhere else, or out of the page. Within a box for a date it moves from year
   * to month to day, which a page cannot see.
   * @param {string} [chord] "Shift+Tab"
   */
  async tab(chord = "Tab") {
    await this.run(() => void (window.before = { focus: document.activeElement }));
    await this.press(chord);
    const moved = () => {
      const focus = document.activeElement;
      return focus !== window.before.focus || focus?.matches("input[type=date]") || !document.hasFocus();
    };
    await until("the focus to move on", () => this.run(moved));
  }

  /** What has the focus, as "button Next". @returns {Promise<string>} */
  focused() {
    return this.run(describeFocus);
  }

  /** Everything that went wrong since the last call: uncaught errors, console.error, CSP, files not loaded. */
  async errors() {
    const inPage = () => (window.errorsSeen ?? []).splice(0);
    const found =
      this.engine.name === "chromium"
        ? (await this.driver.manage().logs().get("browser")).filter((l) => l.level.name === "SEVERE").map((l) => l.message)
        : await this.run(inPage).catch(() => []);
    this.#errors.push(...found);
    return this.#errors.splice(0);
  }

  /** Addresses of all the page loaded, also from other hosts. @returns {Promise<string[]>} */
  resources() {
    return this.run(() => performance.getEntriesByType("resource").map((entry) => entry.name));
  }

  /** Until what happened so far has been painted. */
  async frame() {
    // WebKit has painted only after the second frame.
    await this.driver.executeAsyncScript((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
  }

  /** Until what has begun is over: the host has answered, and who has something to complain about has had the time. */
  async rest() {
    await until("the host to answer", () => this.site.busy() === 0);
    await this.driver.executeAsyncScript((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30))));
  }

  /** Writes out/<name>.<engine>.png: in Chromium the whole page, elsewhere what is in view. @param {string} name */
  async screenshot(name) {
    await this.frame();
    const image = this.engine.name === "chromium"
      ? (await this.engine.cdp("Page.captureScreenshot", { captureBeyondViewport: true })).data
      : await this.driver.takeScreenshot();
    return this.#write(`${name}.${this.engine.name}.png`, image);
  }

  /**
   * Prints on A4. WebKit's driver cannot print.
   * @param {string} name
   * @returns {Promise<{ pdf: string, text: string, images: string[] }>} files in out/, and the text of all pages
   */
  async print(name) {
    const print = new Command(Name.PRINT_PAGE).setParameters({ background: true, page: { width: 21, height: 29.7 } });
    const base = `${name}.${this.engine.name}`;
    const pdf = this.#write(`${base}.pdf`, await this.driver.execute(print));
    const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
    const pictures = () => readdirSync(OUT).filter((file) => file.startsWith(`${base}-`)).map((file) => join(OUT, file));
    // An earlier print may have had more pages.
    for (const picture of pictures()) rmSync(picture);
    execFileSync("pdftoppm", ["-png", "-r", "60", pdf, join(OUT, base)]);
    const images = pictures();
    return { pdf, text, images };
  }

  /** In the empty page. */
  async #openFrame(url, { width, height }) {
    await this.run((src, width, height) => {
      const frame = Object.assign(document.createElement("iframe"), { src, width, height });
      frame.style = "border: 0; outline: 1px solid gray";
      document.body.style = "margin: 0; color-scheme: light dark";
      document.body.append(frame);
      frame.focus();
    }, url, width, height);
    await this.driver.switchTo().frame(0);
  }

  #write(name, base64) {
    mkdirSync(OUT, { recursive: true });
    writeFileSync(join(OUT, name), base64, "base64");
    return join(OUT, name);
  }
}

/** @param {string} name "Tab", "ArrowDown", "a" */
function keyCode(name) {
  const known = name.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
  return name.length > 1 ? (Key[known] ?? Key[known.replace("BACKSPACE", "BACK_SPACE")]) : name;
}
