/**
 * Fails when the page has become too heavy: `node scripts/budget.mjs dist`.
 */
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { printTable, sizeOf, sizesIn } from "./sizes.mjs";

/** In KiB of brotli. */
const LIMITS = {
  /** All that has to arrive before somebody can answer the first question, in the heavier language. */
  start: 110,
  /** The whole site, both languages. What does not come before the first question comes by itself, while people read. */
  site: 790,
};
const LANGUAGES = ["ja", "en"];

const folder = process.argv[2] ?? "dist";
const html = readFileSync(join(folder, "index.html"), "utf8");
const all = sizesIn(folder);

/** The only match of a pattern; what we cannot find, we cannot weigh. */
function one(what, matches) {
  if (matches.length !== 1) throw new Error(`${folder}/index.html: expected one ${what}, found ${matches.length}`);
  return matches[0];
}
const inHtml = (what, pattern) => one(what, [...html.matchAll(pattern)].map((match) => match[1]));

const files = JSON.parse(inHtml('<script id="files">', /<script(?=[^>]*\bid="?files\b)[^>]*>(.*?)<\/script>/gs));
const address = (key) => posix.normalize(files[key]?.url ?? one(`"${key}" with a url among the files`, []));
const shared = [
  "index.html",
  posix.normalize(inHtml("style sheet", /<link(?=[^>]*\brel="?stylesheet\b)[^>]*\bhref="?([^"\s>]+)/g)),
  posix.normalize(inHtml("script with a src", /<script[^>]*\bsrc="?([^"\s>]+)/g)),
  address("wasm"),
  address("structure"),
];

/** @param {string} title @param {import("./sizes.mjs").Size[]} sizes @param {number} limit */
function check(title, sizes, limit) {
  const total = printTable(title, sizes) / 1024;
  const fits = total <= limit;
  console.log(`  ${fits ? "fits" : "TOO HEAVY"}: ${total.toFixed(1)} of ${limit} KiB\n`);
  if (!fits) process.exitCode = 1;
}

const starts = LANGUAGES.map((lang) => [...shared, address(`${lang}-start`)].map((name) => sizeOf(folder, name)));
LANGUAGES.forEach((lang, i) => check(`before the first question (${lang})`, starts[i], LIMITS.start));
check("the whole site", all, LIMITS.site);
