/**
 * axe-core in the page: what a machine can know about accessibility.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Serious and critical violations of WCAG 2.2 AA, one readable text each.
 * @param {import("./page.mjs").Page} page
 * @param {{ include?: string, disable?: string[] }} [options] a selector to look into; ids of rules to leave out
 * @returns {Promise<string[]>}
 */
export async function violations(page, { include = ":root", disable = [] } = {}) {
  if (!(await page.run(() => "axe" in window))) await page.driver.executeScript(SOURCE);
  const options = {
    runOnly: { type: "tag", values: TAGS },
    rules: Object.fromEntries(disable.map((id) => [id, { enabled: false }])),
    resultTypes: ["violations"],
  };
  // The last argument is WebDriver's "done"; a failure of axe itself comes back as text.
  const found = await page.driver.executeAsyncScript(
    (include, options, done) =>
      window.axe.run(include, options).then((result) => done(result.violations), (error) => done(String(error))),
    include,
    options,
  );
  assert.ok(Array.isArray(found), `axe did not run: ${found}`);
  return found.filter(({ impact }) => impact === "serious" || impact === "critical").map(describe);
}

/** Fails with the list when there is any. @param {Parameters<typeof violations>} args */
export async function assertAccessible(...args) {
  const found = await violations(...args);
  assert.equal(found.length, 0, `\n${found.join("\n")}`);
}

function describe({ id, impact, help, nodes }) {
  const places = nodes.map(({ target, html }) => `    ${target.join(" ")}  ${html.slice(0, 160)}`);
  return [`${impact} ${id}: ${help}`, ...places].join("\n");
}
