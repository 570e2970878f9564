/**
 * One long mail with the links of many shops, as mail programs leave them: wrapped, quoted, encoded, the same twice, damaged.
 */
import { chance } from "./documents.mjs";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const ADDRESS = "https://example.jp/shop/checkup/";
/** Stands before the first letter of a link while the mail is made: by it one knows the line. */
const HERE = "\u0001";

const SENTENCES = [
  "お世話になっております。結果をお送りします。",
  "遅くなりました。うちの店の分です。よろしくお願いします。",
  "Hello, here is the result of our shop. Regards, Sato (tel 03-0000-0000)",
  "先日の件、店長に確認して答えました。わからないところは空けてあります。",
  "On 2026/11/20 10:12, 佐藤 <sato@example.jp> wrote:",
  "------- 転送メッセージ -------\n件名: Re: セキュリティ健診（1件）\n差出人: info@example.jp",
  "-- \n雑貨の青空商店　担当：田中\n〒100-0000 東京都千代田区0-0-0",
];

/** Letters in lines of at most so many. */
function lines(text, width, before = "") {
  const rows = [""];
  for (const letter of text) {
    if (rows.at(-1).replace(HERE, "").length < width) rows[rows.length - 1] += letter;
    else rows.push(letter);
  }
  return rows.map((row) => before + row).join("\n");
}

/** Quoted-printable (RFC 2045) of UTF-8. */
function quotedPrintable(text) {
  const signs = [...text].flatMap((sign) => {
    if (sign === HERE || sign === "\n" || (/^[ -~]$/.test(sign) && sign !== "=")) return [sign];
    return [...Buffer.from(sign)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`);
  });
  let [written, width] = ["", 0];
  for (const sign of signs) {
    const length = sign === HERE || sign === "\n" ? 0 : sign.length;
    if (width + length > 75) [written, width] = [`${written}=\n`, 0];
    written += sign;
    width = sign === "\n" ? 0 : width + length;
  }
  return written;
}

/** Ways in which an address arrives. */
const STYLES = [
  (link) => `${ADDRESS}#${link}`,
  (link) => `結果はこちらです：${ADDRESS}#${link}。ご確認ください。`,
  (link, random) => lines(`${ADDRESS}#${link}`, 40 + Math.floor(random() * 40), "> "),
  (link, random) => lines(`${ADDRESS}#${link}`, 60 + Math.floor(random() * 20), "> > "),
  (link, random) => lines(`${ADDRESS}#${link}`, 60 + Math.floor(random() * 20)),
  (link) => quotedPrintable(`うちの分です。\n${ADDRESS}?from=mail#${link}\n以上`),
  (link) => `結果 <${ADDRESS}#${link}> です`,
  (link, random) => lines(`<${ADDRESS}#${link}>`, 50 + Math.floor(random() * 20)),
  (link) => `${ADDRESS}%23${link}`,
];

/** Ways in which a link comes to harm that nothing can undo: its checksum fits no more, or it has an end too early. */
const DAMAGES = {
  exchanged(link, random) {
    const at = within(link, random);
    const others = [...ALPHABET].filter((letter) => letter !== link[at]);
    return link.slice(0, at) + others[Math.floor(random() * others.length)] + link.slice(at + 1);
  },
  cut: (link, random) => link.slice(0, 20 + Math.floor(random() * (link.length - 30))),
  lost(link, random) {
    const at = within(link, random);
    return link.slice(0, at) + link.slice(at + 1);
  },
};

/** Behind what tells the length, and not the last letter. */
const within = (link, random) => 12 + Math.floor(random() * (link.length - 14));

/**
 * @typedef {object} Damaged
 * @property {string} kind how
 * @property {number} line of the mail, from 1, in which the link begins
 * @property {string} begins what stands there in the mail
 *
 * @typedef {object} Mail
 * @property {string} text
 * @property {string[]} whole the links that are in it whole, in the order in which they come first
 * @property {number} repeats how many come once more
 * @property {Damaged[]} damaged those that cannot be read, in their order
 */

/**
 * @param {string[]} links of as many shops
 * @param {{ lost: number, damaged: number, repeats: number, seed: number }} wanted `lost`: of so many shops the only copy is
 *   damaged; `damaged`: of so many there is a damaged copy and a whole one; `repeats`: so many come twice
 * @returns {Mail}
 */
export function mailOf(links, { lost, damaged, repeats, seed }) {
  const random = chance(seed);
  const shuffled = (list) => list.map((item) => ({ item, by: random() })).sort((one, other) => one.by - other.by).map(({ item }) => item);
  const shops = shuffled(links);
  const [gone, arriving] = [shops.slice(0, lost), shops.slice(lost)];
  const kinds = Object.keys(DAMAGES);
  const harm = (link, nth) => ({ link, kind: kinds[nth % kinds.length] });
  const sent = shuffled([
    ...arriving.map((link) => ({ link, kind: "" })),
    ...shuffled(arriving).slice(0, repeats).map((link) => ({ link, kind: "" })),
    ...[...gone, ...shuffled(arriving).slice(0, damaged)].map(harm),
  ]);
  const marked = sent.flatMap(({ link, kind }, nth) => {
    const written = STYLES[nth % STYLES.length](HERE + (kind ? DAMAGES[kind](link, random) : link), random);
    const said = Array.from({ length: Math.floor(random() * 3) }, () => SENTENCES[Math.floor(random() * SENTENCES.length)]);
    return [...said, written];
  });
  // Most have an empty line between them, and some have not.
  const parts = marked.join("\u0002").replaceAll("\u0002", () => (random() < 0.8 ? "\n\n" : "\n")).split(HERE);
  const text = `${parts.join("")}\n`;
  let at = 0;
  const places = parts.slice(0, -1).map((part) => (at += part.length));
  const place = ({ kind }, nth) => ({ kind, line: text.slice(0, places[nth]).split("\n").length, begins: text.slice(places[nth], places[nth] + 60) });
  return {
    text,
    whole: [...new Set(sent.filter(({ kind }) => !kind).map(({ link }) => link))],
    repeats,
    damaged: sent.map(place).filter(({ kind }) => kind),
  };
}
