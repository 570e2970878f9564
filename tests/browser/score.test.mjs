/**
 * The page and the native program give the same numbers and the same link for the same answers.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { CHAPTERS, VIEWS, documentOf, nativeAnswers, nativeContent, nativeLink, nativeScore, randomAnswers, sameAnswers } from "./documents.mjs";
import { checkup } from "./pages.mjs";

const sheets = /** @type {Record<string, Record<string, unknown>>} */ ({
  "all-a": sameAnswers("A"),
  "all-d": sameAnswers("D"),
  "all-unknown": sameAnswers("DK"),
  "all-not-applicable": sameAnswers("NA"),
  "one-answer": { "access-rules": "B" },
  complete: randomAnswers(7, 1, true),
});
[0.05, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1, 1, 1, 1, 1, 1, 1].forEach((part, ix) => {
  sheets[`random-${ix}`] = randomAnswers(1000 + ix, part);
});
const documents = Object.fromEntries(Object.entries(sheets).map(([id, answers]) => [id, documentOf(answers, { name: id })]));

/** What the native program says, asked once each. @type {Map<string, any>} */
const scores = new Map();
const scoreOf = (id) => scores.get(id) ?? scores.set(id, nativeScore(documents[id])).get(id);

/** What is in the link that the native program makes. @type {Map<string, any>} */
const contents = new Map();
const contentOf = (id) => contents.get(id) ?? contents.set(id, nativeContent(nativeAnswers(documents[id]))).get(id);

/** Permille as points: rounded half up. @param {number} permille */
const points = (permille) => Math.floor((permille + 5) / 10);

const range = ({ lowest, highest }) =>
  points(lowest) === points(highest) ? `${points(lowest)}` : `${points(lowest)}–${points(highest)}`;

/** What the page should say, from what `ec-checkup score` says. */
function expected(score) {
  const rated = CHAPTERS.filter((id) => id in score.chapters);
  return {
    range: range(score.total),
    open: score.total.open_ratings,
    chapters: rated.map((id) => {
      const { lowest, highest, open_ratings } = score.chapters[id];
      return lowest === null ? ["対象外", "対象外", `${open_ratings}`] : [points(lowest), points(highest), open_ratings].map(String);
    }),
    views: VIEWS.map((id) => {
      const tally = score.views[id];
      return [tally.lowest === null ? "対象外" : range(tally), `${tally.open_ratings}`];
    }),
    weaknesses: score.weaknesses.map(({ step }) => step),
  };
}

checkup("score", {}, (at) => {
  test("the native program knows every kind of sheet", () => {
    const scores = Object.keys(documents).map(scoreOf);
    const open = scores.map(({ total }) => total.open_ratings);
    assert.ok(scores.length > 20 && open.includes(0) && open.some((count) => count > 50), open.join());
    assert.ok(scores.some(({ chapters }) => Object.values(chapters).some(({ lowest }) => lowest === null)));
    assert.ok(new Set(scores.map(({ total }) => total.lowest)).size > 10);
  });

  test("page and native program agree", async () => {
    const { app, site } = at;
    await app.fresh({ documents });
    for (const id of Object.keys(documents)) {
      await app.go(`#/a/${id}/result/ecom`);
      const { link, ...seen } = await app.result();
      const score = scoreOf(id);
      if (score.total.lowest === null) assert.equal(seen.range, "", id);
      else assert.deepEqual(seen, expected(score), id);
      assert.ok(link.startsWith(`${site.url}#r2`), id);
      // The heads differ: when it was made, and by which number the assessment goes.
      if (/complete|one-answer|unknown|random-[059]$/.test(id)) assert.deepEqual(nativeContent(link).answers, contentOf(id).answers, id);
    }
  });

  test("a link shows the numbers of the assessment it was made from", async () => {
    const { app } = at;
    await app.fresh();
    for (const id of ["all-unknown", "random-5", "random-9", "random-12"]) {
      await app.go(`#${nativeLink(documents[id])}`);
      const { link: _, ...seen } = await app.result();
      assert.deepEqual(seen, expected(scoreOf(id)), id);
    }
  });

  test("an assessment without answers has no numbers yet", async () => {
    const { app } = at;
    await app.fresh({ documents: { empty: documentOf({}) }, address: "#/a/empty/result" });
    await app.sees("まだ回答がありません", "main");
    assert.equal(await app.count("table"), 0);
  });
});
