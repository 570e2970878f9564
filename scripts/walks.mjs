/**
 * How long two shop owners take from "open" to the next three moves, on a phone: what has to be read at 500 Japanese characters
 * a minute, help that is folded away left out, and four seconds for every click. An estimate; nobody was timed.
 *
 *   make site && node scripts/walks.mjs [-v]      -v: page by page
 */
import { Checkup } from "../tests/browser/pages.mjs";
import { launch } from "../tests/browser/support/engines.mjs";
import { Page } from "../tests/browser/support/page.mjs";
import { serve } from "../tests/browser/support/server.mjs";
import { DIST } from "../tests/browser/support/suite.mjs";

const LETTERS_A_MINUTE = 500;
const SECONDS_A_CLICK = 4;
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

async function walk(app, answers) {
  /** @type {{ name: string, letters: number, clicks: number }[]} */
  const pages = [];
  await app.fresh({ address: "#/" });
  pages.push({ name: "home", letters: await letters(app, READ.home), clicks: 1 });
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
    await app.next();
    pages.push({ name, letters: read + Math.max(more, 0), clicks: clicks + 1 });
  }
  pages.push({ name: "result", letters: await letters(app, READ.result), clicks: 0 });
  return pages;
}

const minutes = ({ letters, clicks }) => letters / LETTERS_A_MINUTE + (clicks * SECONDS_A_CLICK) / 60;

const site = await serve(DIST);
const engine = await launch("chromium");
let late = false;
try {
  const page = new Page(engine, site);
  await page.narrow(360);
  for (const [owner, answers] of Object.entries(OWNERS)) {
    const pages = await walk(new Checkup(page), answers);
    const sum = (part) => pages.reduce((sum, page) => sum + part(page), 0);
    if (process.argv.includes("-v")) {
      for (const page of pages) console.log(`${page.name.padEnd(24)} ${String(page.letters).padStart(5)} letters ${page.clicks} clicks ${minutes(page).toFixed(2)} min`);
    }
    const total = sum(minutes);
    late ||= total > MOST_MINUTES;
    console.log(`${owner}: ${pages.length} pages, ${sum((p) => p.letters)} letters, ${sum((p) => p.clicks)} clicks, ${total.toFixed(1)} minutes`);
  }
} finally {
  await engine.stop();
  await site.stop();
}
if (late) {
  console.error(`longer than ${MOST_MINUTES} minutes`);
  process.exitCode = 1;
}
