/**
 * How a shop stands against others: what the page shows, and what it should show by what the command line says.
 */
import { CHAPTERS } from "./documents.mjs";

export const tenths = (number) => `${number < 0 ? "-" : ""}${Math.floor(Math.abs(number) / 10)}.${Math.abs(number) % 10}`;

/** The cells of a pack or chapter, as the page should write them. */
const cells = ({ points, others, standing }) => [
  `${points ?? "–"}`,
  others ? tenths(Math.floor((others.mean + 5) / 10)) : "–",
  standing ? `約${100 - standing.percent}%` : "–",
  standing?.deviation_score == null ? "–" : tenths(standing.deviation_score),
  `${others?.n ?? "–"}`,
];

/** All cells: the whole, then the chapters. @param {any} standing what `ec-checkup score --reference` says */
export const expected = (standing) => [
  cells(standing.whole),
  ...CHAPTERS.filter((id) => id in standing.chapters).map((id) => cells(standing.chapters[id])),
];

/** Hands a reference file to the page of a result. @param {import("./support/page.mjs").Page} page @param {string} path */
export const chooseReference = (page, path) => page.on(() => page.css("#standing-file"), (input) => input.sendKeys(path));

/** All cells that are shown. @param {import("./support/page.mjs").Page} page @returns {Promise<string[][]>} */
export const shownStanding = (page) =>
  page.run(() =>
    [...document.querySelectorAll("#standing tbody")].map((group) => [...group.querySelectorAll("td")].map((cell) => cell.textContent)),
  );
