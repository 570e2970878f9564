/**
 * Assessments to test with: the questionnaire's own fields, read from its TOML files, and answers by chance.
 * Reads only what the tests need; the project's real parser is the program under test.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDER = `${ROOT}questionnaire/ecom/`;

/**
 * @typedef {object} Field
 * @property {string} id
 * @property {string} kind
 * @property {string[]} codes letters of steps or options, or of the rows
 * @property {string[]} levels digits, of a matrix
 * @property {boolean} na
 * @property {boolean} dk
 * @property {string} [none] the option that excludes the others
 * @property {string} [other] the option or row with free text
 */

const chapterFiles = readdirSync(FOLDER).filter((file) => /^\d\d-/.test(file)).sort();

/** Permanent names of the chapters, in their order. */
export const CHAPTERS = chapterFiles.map((file) => /^id\s*=\s*"(.+?)"/m.exec(readFileSync(FOLDER + file, "utf8"))[1]);

/** Permanent names of the viewpoints, in their order. */
export const VIEWS = [...readFileSync(`${ROOT}questionnaire/meta.toml`, "utf8").matchAll(/^\[\[view\]\]\s+id\s*=\s*"(.+?)"/gm)].map(
  ([, id]) => id,
);

/** @type {Field[]} */
export const FIELDS = chapterFiles.flatMap((file) => readFields(readFileSync(FOLDER + file, "utf8")));

/** @param {string} id @returns {Field} */
export const fieldNamed = (id) => FIELDS.find((field) => field.id === id);

/** @param {string} toml @returns {Field[]} */
function readFields(toml) {
  const sets = /** @type {Record<string, string[]>} */ ({});
  const fields = [];
  for (const block of toml.split(/^(?=\[)/m)) {
    const [head] = block.split("\n", 1);
    const set = /^\[set\.(.+)\]/.exec(head)?.[1];
    if (set) sets[set] = codesOf(block, /^([A-Z])\.ja/gm);
    if (!head.startsWith("[[section.question.field]]")) continue;
    const value = (key) => new RegExp(`^${key}\\s*=\\s*"(.+?)"`, "m").exec(block)?.[1];
    const offered = (key) => new RegExp(`^${key}(\\.ja)?\\s*=`, "m").test(block);
    const own = codesOf(block, /^(?:step|option|row)\.([A-Z])\.ja/gm);
    fields.push({
      id: value("id"),
      kind: value("kind"),
      codes: own.length ? own : (sets[value("options")] ?? []),
      levels: codesOf(block, /^level\.(\d)\.ja/gm),
      na: offered("na"),
      dk: offered("dk"),
      none: value("none"),
      other: value("other"),
    });
  }
  return fields;
}

function codesOf(text, pattern) {
  return [...text.matchAll(pattern)].map(([, code]) => code);
}

/** A document as the page stores it. @param {Record<string, unknown>} answers @param {object} [parts] */
export const documentOf = (answers, parts = {}) => ({
  format: 1,
  pack: "ecom",
  name: "Shop A",
  created: "2026-01-02T03:04:05.000Z",
  changed: "2026-01-03T03:04:05.000Z",
  answers,
  ...parts,
});

/** The first check of a shop on a SaaS cart, with serious dangers. */
export const SAAS = {
  "shop-kind": "B", "card-flow": "B", "sales-band": "D", "team-size": "B", "system-people": "B", "server-count": "A",
  outsourced: ["A"], "goods-kind": ["B"], "held-data": ["A"], "mall-role": "A",
  "quick-card-data": "B", "quick-3ds": "C", "quick-payment-page": "D", "quick-card-testing": "DK", "quick-admin-screen": "D", "quick-mfa": "D",
  "quick-passwords": "C", "account-lifecycle": "C", "quick-customer-login": "B", "quick-updates": "B", "ops-tamper-detection": "D",
  "quick-tls": "A", "quick-domain": "B", "quick-mail-auth": "C", "user-data-rights": "C", "incident-backup-done": "C", "quick-logs": "D",
  "quick-privacy-notice": "B", "quick-phishing": "C", "quick-devices": "B", "mgmt-contract": "D", "quick-breach-duty": "D", "quick-fake-shop": "C", "quick-ai": "D",
};

/** The first check of a shop with EC-CUBE on a VPS. */
export const EC_CUBE = { ...SAAS, "shop-kind": "C", "site-platform": "A", "site-hosting": "B", "card-flow": "C", "server-count": "B", "quick-updates": "D", "hole-scan": "D" };

/** Chance that is the same in every run (mulberry32). @param {number} seed @returns {() => number} from 0 up to 1 */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Answers by chance to about `part` of all fields.
 * @param {number} seed @param {number} part
 * @param {boolean} [sure] nothing unknown, nothing half filled in
 */
export function randomAnswers(seed, part, sure = false) {
  const random = chance(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const answers = /** @type {Record<string, unknown>} */ ({});
  for (const field of FIELDS) {
    if (random() >= part) continue;
    const special = random();
    if (field.na && special < 0.05) answers[field.id] = "NA";
    else if (field.dk && special > 0.9 && !sure) answers[field.id] = "DK";
    else answers[field.id] = answerTo(field, pick, random, sure);
  }
  return answers;
}

function answerTo(field, pick, random, sure) {
  switch (field.kind) {
    case "multi": {
      const ticked = field.codes.filter((code) => code !== field.none && random() < 0.4);
      return ticked.length ? ticked : [pick(field.codes)];
    }
    case "matrix": {
      // One in four is not filled in to the end.
      const begun = !sure && random() < 0.25 ? field.codes.slice(0, 1) : field.codes;
      return Object.fromEntries(begun.map((row) => [row, pick(field.levels)]));
    }
    case "text":
      return `text ${Math.floor(random() * 1000)}`;
    default:
      return pick(field.codes);
  }
}

/** The same answer to every field that takes it. @param {"A" | "D" | "NA" | "DK"} answer */
export function sameAnswers(answer) {
  const takes = (field) =>
    answer === "NA" ? field.na : answer === "DK" ? field.dk : field.kind === "rating" && field.codes.includes(answer);
  return Object.fromEntries(FIELDS.filter(takes).map((field) => [field.id, answer]));
}

/** The native program: the newest that is built. */
const PROGRAM = ["debug", "release"]
  .map((kind) => `${ROOT}target/${kind}/ec-checkup`)
  .filter((path) => existsSync(path))
  .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0];

const run = (input, ...options) => {
  if (!PROGRAM) throw new Error("there is no ec-checkup in target/debug or target/release: cargo build");
  return execFileSync(PROGRAM, options, { input, encoding: "utf8", stdio: "pipe" });
};
const native = (command, document, options = []) => run(JSON.stringify(document), command, ...options, "-");

/** What `ec-checkup score` says. @param {object} document */
export const nativeScore = (document) => JSON.parse(native("score", document));

/** What `ec-checkup link` says, without the `#`. @param {object} document */
export const nativeLink = (document) => native("link", document).trim().replace(/^#/, "");

/** A link that tells the answers, as the page makes them. @param {object} document */
export const nativeAnswers = (document) => native("link", document, ["--tell", "answers"]).trim();

/** What `ec-checkup open` finds in a link. @param {string} link */
export const nativeContent = (link) => JSON.parse(run(link, "open", "-"));

/** CRC-32 as in zip and PNG; Node's own came later than the version we ask for. @param {number[]} bytes */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A link whose outside is right, whatever is inside (docs/link-format.md). @param {{ pack: number, revision: number, body?: number[] }} parts */
export function envelope({ pack, revision, body = [] }) {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32([...Buffer.from("r1"), pack, revision, ...body]));
  return `r1${Buffer.from([pack, revision, ...checksum, ...body]).toString("base64url")}`;
}
