/**
 * Other copies of the site: damaged ones, and newer versions.
 */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "./support/processes.mjs";
import { DIST } from "./support/suite.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const PROGRAM = ["run", "--locked", "--quiet", "--bin", "ec-checkup", "--"];
const OPTIONS = { cwd: ROOT, encoding: /** @type {const} */ ("utf8"), maxBuffer: 1 << 26 };

/** The command line, as the build left it. @param {...string} args @returns {string} what it printed */
export const ecCheckup = (...args) => execFileSync("cargo", [...PROGRAM, ...args], OPTIONS);

/**
 * The same where something is to be complained about.
 * @param {...string} args @returns {{ code: number | null, printed: string, complaints: string[] }} `complaints`: lines of standard error
 */
export function ecCheckupComplaining(...args) {
  const { error, status, stdout, stderr } = spawnSync("cargo", [...PROGRAM, ...args], OPTIONS);
  if (error) throw error;
  return { code: status, printed: stdout, complaints: stderr.split("\n").filter(Boolean) };
}

/** A copy of a site that may be changed. @param {string} [from] */
export function copyOfSite(from = DIST) {
  const folder = temporaryFolder();
  cpSync(from, folder.path, { recursive: true });
  /** Takes a file over from yet another site. @param {string} name @param {string} other */
  const put = (name, other) => copyFileSync(join(other, name), join(folder.path, name));
  return { ...folder, put };
}

/** The names of the files of a site that match. @param {string} folder @param {RegExp} pattern */
export function namesOf(folder, pattern) {
  const names = readdirSync(folder).filter((name) => pattern.test(name));
  assert.ok(names.length > 0, `${pattern} is in the site`);
  return names;
}

/** A copy of the site without some of its files. @param {RegExp} missing @param {string} [from] */
export function siteWithout(missing, from = DIST) {
  const folder = copyOfSite(from);
  const names = namesOf(folder.path, missing);
  for (const name of names) rmSync(join(folder.path, name));
  const restore = () => names.forEach((name) => folder.put(name, from));
  return { ...folder, restore };
}

/** Changes a text of a copy, which must be there exactly once. @param {string} file @param {string} from @param {string} to */
export function edit(file, from, to) {
  const text = readFileSync(file, "utf8");
  assert.equal(text.split(from).length, 2, `${from} is in ${file} once`);
  writeFileSync(file, text.replace(from, to));
}

/**
 * The site with another title of its first question: what a newer version looks like to a browser.
 * @param {string} title
 */
export function newerSite(title) {
  const questionnaire = copyOfSite(join(ROOT, "questionnaire"));
  edit(join(questionnaire.path, "profile/01-shop.toml"), 'title.ja = "売り場の種類"', `title.ja = "${title}"`);
  const folder = temporaryFolder();
  const paths = ["--parts", "target/site", "--public", "public", "--page", "index.html", "--out", folder.path];
  ecCheckup("site", "--questionnaire", questionnaire.path, ...paths);
  questionnaire.remove();
  return folder;
}
