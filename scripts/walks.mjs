/**
 * How long two shop owners take from "open" to the next three moves, on a phone, in two estimates; nobody was timed.
 * With care: every word that is not folded away at 500 Japanese characters a minute, four seconds a click.
 * As people fill in forms: answers are read as far as the one that fits, at 600 a minute, two and a half seconds a click.
 * The moves are there as soon as answers ask for three; the whole first check makes them final.
 *
 *   make site && node scripts/walks.mjs [-v]      -v: page by page
 */
import { Checkup } from "../tests/browser/pages.mjs";
import { launch } from "../tests/browser/support/engines.mjs";
import { Page } from "../tests/browser/support/page.mjs";
import { serve } from "../tests/browser/support/server.mjs";
import { DIST } from "../tests/browser/support/suite.mjs";

/** Letters a minute, seconds a click. */
const CAREFUL = { letters: "all", speed: 500, click: 4 };
const USUAL = { letters: "needed", speed: 600, click: 2.5 };
const MOST_MINUTES = 10;

/** What each owner says about the shop; where nothing is said, the answers differ from page to page. */
const OWNERS = {
  "a SaaS cart": { "shop-kind": "B", "card-flow": "B" },
  "EC-CUBE on a VPS": { "shop-kind": "C", "site-platform": "A", "site-hosting": "B", "card-flow": "C" },
};

/** What has to be read on a question, on the way in, and down to the third move of the result. */
const READ = {
  question: ".opening > p, p.opening, .question h1, .question > .lead, .question .notice, .field > legend, .field > .hint, .field .card-text, .ask",
  home: "main h1, main > .lead, .facts li, #start",
  result: "main h1, .level-now, .level-now ~ p, .desired, #moves-title, #moves-title + p, .moves",
};

const letters = (app, selector) =>
  app.page.run((selector) => {
    const all = [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
    const outer = all.filter((e) => !all.some((other) => other !== e && other.contains(e)));
    // What is folded is not in innerText.
    return outer.map((e) => e.innerText.replace(/\s+/g, "")).join("").length;
  }, selector);

/** Answers behind the one that is chosen: whoever has found what fits need not read on. */
const behind = (app) =>
  app.page.run(() => {
    const rest = [...document.querySelectorAll(".field .options")].flatMap((options) => {
      const cards = [...options.querySelectorAll(":scope > label, :scope > .card")];
      const last = cards.findLastIndex((card) => card.querySelector("input:checked"));
      return last < 0 ? [] : cards.slice(last + 1);
    });
    return rest.map((card) => card.innerText.replace(/\s+/g, "")).join("").length;
  });

/** How many moves the result shows for the answers so far. */
async function moves(app) {
  const hash = await app.hash();
  await app.go(`${hash.replace(/\/q\/.*/, "")}/result`);
  const count = await app.count(".moves > *");
  await app.go(hash);
  return count;
}

async function walk(app, answers) {
  /** @type {{ name: string, all: number, needed: number, clicks: number, moves?: number }[]} */
  const pages = [];
  await app.fresh({ address: "#/" });
  const home = await letters(app, READ.home);
  pages.push({ name: "home", all: home, needed: home, clicks: 1 });
  await app.start();
  for (let count = 0; await app.question(); count += 1) {
    const name = await app.question();
    const before = JSON.stringify((await app.document())?.answers ?? {});
    const read = await letters(app, READ.question);
    let clicks = 0;
    for (const [field, answer] of Object.entries(answers)) {
      if (await app.count(`#${field}-${answer}`)) await app.clickCard(`${field}-${answer}`);
    }
    await app.answerByMouse(count % 4);
    // Follow-ups that appeared are read as well.
    const more = (await letters(app, READ.question)) - read;
    clicks += Object.keys((await app.document()).answers).length - Object.keys(JSON.parse(before)).length;
    const all = read + Math.max(more, 0);
    const needed = all - (await behind(app));
    const asked = pages.at(-1).moves === 3 ? 3 : await moves(app);
    await app.next();
    pages.push({ name, all, needed, clicks: clicks + 1, moves: asked });
  }
  const result = await letters(app, READ.result);
  pages.push({ name: "result", all: result, needed: result, clicks: 0 });
  return pages;
}

const minutes = (page, { letters, speed, click }) => page[letters] / speed + (page.clicks * click) / 60;

const site = await serve(DIST);
const engine = await launch("chromium");
let late = false;
try {
  const page = new Page(engine, site);
  await page.narrow(360);
  for (const [owner, answers] of Object.entries(OWNERS)) {
    const pages = await walk(new Checkup(page), answers);
    const sum = (pages, part) => pages.reduce((sum, page) => sum + part(page), 0);
    const time = (pages, how) => sum(pages, (page) => minutes(page, how));
    if (process.argv.includes("-v")) {
      for (const page of pages) {
        const { name, all, needed, clicks } = page;
        console.log(`${name.padEnd(24)} ${String(all).padStart(5)} letters, ${String(needed).padStart(4)} needed, ${clicks} clicks, moves so far: ${page.moves ?? ""}`);
      }
    }
    const third = pages.findIndex((page) => page.moves === 3);
    const early = third < 0 ? pages : pages.slice(0, third + 1).concat(pages.at(-1));
    console.log(`${owner}: ${pages.length} pages, ${sum(pages, (p) => p.all)} letters (${sum(pages, (p) => p.needed)} needed), ${sum(pages, (p) => p.clicks)} clicks`);
    for (const [what, how] of Object.entries({ usual: USUAL, careful: CAREFUL })) {
      console.log(`  ${what}: three moves after ${time(early, how).toFixed(1)} minutes (page ${early.length - 1}), all of the first check after ${time(pages, how).toFixed(1)}`);
    }
    late ||= time(early, CAREFUL) > MOST_MINUTES;
  }
} finally {
  await engine.stop();
  await site.stop();
}
if (late) {
  console.error(`longer than ${MOST_MINUTES} minutes`);
  process.exitCode = 1;
}
