/**
 * Reports of many shops: every number that the page shows, against the JSON of the command line.
 */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import { ecCheckup } from "./sites.mjs";
import { temporaryFolder } from "./support/processes.mjs";

/** Where the stored links are, one a line, without `#`. */
export const COLLECTION = "ec-checkup:collection";
export const PACKS = ["profile", "quick", "ecom", "privacy", "hosting", "daily"];
/** Signs on the page that the command line has other names for. */
const SPECIAL = { "–": "NA", "?": "DK", "+": "written" };
/** So many findings, and pairs of self-views, are shown before the rest is folded away. */
const FIRST = 10;

const folder = temporaryFolder();
after(() => folder.remove());

/** Made-up shops: what follows the `#` of their links. @param {number} count @param {number} seed @returns {string[]} */
export const sampleLinks = (count, seed) =>
  ecCheckup("sample", "-n", `${count}`, "--seed", `${seed}`, "--format", "links").trim().split("\n").map((link) => link.replace(/^#/, ""));

/** Links as a file that holds nothing else. @param {string[]} links @param {string} [name] @returns {string} its path */
export function linksFile(links, name = "links.txt") {
  const path = join(folder.path, name);
  writeFileSync(path, links.map((link) => `#${link}\n`).join("\n"));
  return path;
}

/** What `ec-checkup survey` makes of some links. @param {string[]} links @param {string[]} args */
export const native = (links, ...args) => ecCheckup("survey", ...args, linksFile(links));

/** A count as the page writes it. */
export const written = (column, key) => {
  if (!column) return "–";
  const permille = column.permille && (column.permille[key] ?? 0);
  return `${column.counts[key] ?? 0}${permille === null ? "" : ` ${(permille / 10).toFixed(1)}%`}`;
};

const base = (column) => (column ? `${column.base}/${column.asked}` : "–");

/** Hundredths of a point as the page writes them. */
const points = (hundredths) => (Math.floor((hundredths + 5) / 10) / 10).toFixed(1);

/** Names of the groups that are shown, in their order. @param {import("./pages.mjs").Checkup} app */
export const groupsOf = (app) => app.texts("#sizes tbody th");

/** Chooses a chapter. @param {import("./support/page.mjs").Page} page @param {string} value its id, "" for the overview, "*" for all */
export async function chooseChapter(page, value) {
  await page.css("#survey-chapter");
  await page.run((value) => {
    const select = document.querySelector("#survey-chapter");
    // Where there is one chapter, nobody can choose all of them.
    const options = [...select.options].map((option) => option.value);
    select.value = options.includes(value) ? value : options.at(-1);
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }, value);
  await page.frame();
}

/** Every number of a part of the page: by field and row, for each group, by the sign of the answer. As a text, which keeps the order. */
const numbers = () => {
  const text = (cell) => cell.textContent.replace(/\s+/g, " ").trim();
  const cells = (row) => [...row.querySelectorAll("td")].map(text);
  const found = {};
  for (const field of document.querySelectorAll(".survey-field[data-field]")) {
    const { field: id } = field.dataset;
    const rows = [...field.querySelectorAll("details table tbody tr")];
    if (rows.length > 0) {
      const signs = [...field.querySelectorAll("details thead .sign")].map(text);
      for (const row of rows) {
        const [name, group] = [...row.querySelectorAll("th")].map(text);
        const [base, ...counts] = cells(row);
        ((found[id] ??= {})[name] ??= {})[group] = { base, counts: Object.fromEntries(signs.map((sign, i) => [sign, counts[i]])) };
      }
    } else {
      const groups = [...field.querySelectorAll("thead th")].slice(1).map(text);
      const table = Object.fromEntries(groups.map((group) => [group, { base: "", counts: {} }]));
      for (const row of field.querySelectorAll("tbody tr")) {
        const sign = row.querySelector(".sign");
        cells(row).forEach((cell, i) => {
          if (sign) table[groups[i]].counts[text(sign)] = cell;
          else table[groups[i]].base = cell;
        });
      }
      found[id] = { "": table };
    }
  }
  return JSON.stringify(found);
};

/**
 * Compares every number of every question in all packs.
 * @param {import("./pages.mjs").Checkup} app
 * @param {any} report the JSON of the command line
 * @param {(pack: string) => Promise<unknown>} show brings the report of a pack onto the page
 * @returns {Promise<number>} how many counts were compared
 */
export async function assertEveryQuestion(app, report, show) {
  const fields = new Map();
  for (const { field, row, groups } of report.fields) fields.set(field, [...(fields.get(field) ?? []), { row, groups }]);
  const missing = new Set(fields.keys());
  let compared = 0;
  for (const pack of PACKS) {
    await show(pack);
    await chooseChapter(app.page, "*");
    await app.page.css(".survey-field");
    const names = await groupsOf(app);
    assert.equal(names.length, report.groups.length);
    const found = JSON.parse(await app.page.run(numbers));
    for (const [field, tables] of Object.entries(found)) {
      const expected = fields.get(field);
      missing.delete(field);
      assert.equal(Object.keys(tables).length, expected.length, field);
      Object.values(tables).forEach((table, i) => {
        names.forEach((name, at) => {
          const column = expected[i].groups[report.groups[at].group];
          assert.equal(table[name].base, base(column), `${field} ${name}`);
          for (const [sign, text] of Object.entries(table[name].counts)) {
            assert.equal(text, written(column, SPECIAL[sign] ?? sign), `${field} ${expected[i].row ?? ""} ${name} ${sign}`);
            compared += 1;
          }
          // Nothing that the command line counts is left out.
          for (const key of Object.keys(column?.counts ?? {})) {
            const sign = Object.keys(SPECIAL).find((sign) => SPECIAL[sign] === key) ?? key;
            assert.ok(sign in table[name].counts, `${field} ${key}`);
          }
        });
      });
    }
    if (pack === "ecom") assert.ok(Object.keys(found).length > 150);
  }
  assert.deepEqual([...missing], [], "every question is on some page");
  return compared;
}

/** Those of which all shops have most come first. */
const mostFirst = (lines, key) => {
  const count = ({ groups: { all } }) => all?.counts[key] ?? 0;
  return [...lines].sort((one, other) => count(other) - count(one));
};

/** Packs that have points, each with its own and those of its chapters, which stand behind it. */
export function packsWithPoints(report) {
  const starts = report.scores.flatMap(({ pack }, at) => (pack ? [at] : []));
  return starts.map((at, nth) => ({ pack: report.scores[at].pack, scores: report.scores.slice(at, starts[nth + 1]) }));
}

/**
 * Compares every number of the overview of a pack, which is shown: levels, points, dangers, findings, own view, and what
 * goes together.
 * @param {import("./pages.mjs").Checkup} app @param {any} report the JSON of the command line @param {string} [pack]
 */
export async function assertOverview(app, report, pack = "ecom") {
  await app.page.css("section[aria-labelledby=levels-title]");
  const groups = report.groups.map(({ group }) => group);
  const cells = (tables) =>
    app.page.run((tables) => {
      const text = (cell) => cell.textContent.replace(/\s+/g, " ").trim();
      return [...document.querySelectorAll(`${tables} tbody tr`)].map((row) => [...row.querySelectorAll("td")].map(text));
    }, tables);
  const open = (section) => cells(`section[aria-labelledby=${section}] > .wide`);
  const folded = (section) => cells(`section[aria-labelledby=${section}] > details`);

  const levels = groups.map((group) => report.levels[group]);
  assert.deepEqual(await open("levels-title"), [levels.map(base), ...[1, 2, 3, 4, 5].map((level) => levels.map((column) => written(column, level)))]);

  const { scores } = packsWithPoints(report).find((one) => one.pack === pack);
  const ofMany = (scores) => (scores?.n >= 10 ? scores : undefined);
  const mean = (scores) => (ofMany(scores) ? `${points(scores.mean)} ±${points(scores.deviation)}` : "–");
  assert.deepEqual(await open("scores-title"), scores.map((score) => groups.map((group) => mean(score.groups[group]))));
  const all = (scores) => {
    if (!scores) return 1;
    const { n, mean, deviation, quartiles, tens } = scores;
    const told = ofMany(scores) ? [points(mean), points(deviation), ...quartiles] : Array(5).fill("–");
    return [n, ...told, ...tens].map(String);
  };
  const shown = await folded("scores-title");
  // Of what is kept back it says so, in one cell.
  assert.deepEqual(shown.map((row) => (row.length === 1 ? 1 : row)), scores.flatMap((score) => groups.map((group) => all(score.groups[group]))));

  const byRow = async (section, lines, keys) => {
    const row = (column) => [base(column), ...keys.map((key) => written(column, key))];
    assert.deepEqual(await open(section), lines.map((line) => row(line.groups.all)));
    const bySize = lines.flatMap((line) => groups.map((group) => row(line.groups[group])));
    assert.deepEqual(await folded(section), groups.length > 1 ? bySize : []);
  };
  await byRow("gates-title", mostFirst(report.gates, "shut"), ["shut", "unknown", "open"]);
  await byRow("gaps-title", report.gaps, ["too-good", "fits", "too-bad"]);

  const findings = mostFirst(report.findings, "found").filter(({ groups: { all } }) => all?.counts.found > 0);
  const found = findings.map((line) => groups.map((group) => written(line.groups[group], "found")));
  assert.deepEqual(await open("findings-title"), found.slice(0, FIRST));
  assert.deepEqual(await folded("findings-title"), found.length > FIRST ? found : []);

  const pair = ({ base, gamma }) => [`${base}`, gamma ?? "–"];
  const gammaOf = (text) => (text === "–" ? text : Math.round(Number(text.replace("−", "-")) * 1000));
  const pairs = async (tables) => (await cells(tables)).map(([base, gamma]) => [base, gammaOf(gamma)]);
  const told = report.associations.filter(({ gamma }) => gamma !== null);
  const strongest = told.sort((one, other) => Math.abs(other.gamma) - Math.abs(one.gamma)).slice(0, FIRST);
  assert.deepEqual(await pairs("#associations-title ~ div"), strongest.map(pair));
  assert.deepEqual(await pairs("#associations-title ~ details"), report.associations.map(pair));
}
