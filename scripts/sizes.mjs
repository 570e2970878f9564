/**
 * What a folder weighs, file by file: `node scripts/sizes.mjs dist`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

/** @typedef {{ name: string, raw: number, brotli: number }} Size in bytes */

/** @param {string} folder @returns {Size[]} every file in it, the heaviest first */
export function sizesIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((entry) => join(entry.parentPath, entry.name).slice(join(folder, "/").length));
  return names.map((name) => sizeOf(folder, name)).sort((a, b) => b.brotli - a.brotli);
}

/** @param {string} folder @param {string} name @returns {Size} */
export function sizeOf(folder, name) {
  const content = readFileSync(join(folder, name));
  // What a good host sends: the best brotli there is. A file that gains nothing goes as it is.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  const packed = brotliCompressSync(content, { params }).length;
  return { name, raw: content.length, brotli: Math.min(packed, content.length) };
}

/** @param {string} title @param {Size[]} sizes @returns {number} bytes of brotli in all */
export function printTable(title, sizes) {
  const kib = (bytes) => (bytes / 1024).toFixed(1).padStart(10);
  const sum = (key) => sizes.reduce((total, size) => total + size[key], 0);
  const total = { name: "in all", raw: sum("raw"), brotli: sum("brotli") };
  console.log(`${title.padEnd(44)}   raw KiB    brotli`);
  for (const { name, raw, brotli } of [...sizes, total]) console.log(`  ${name.padEnd(42)}${kib(raw)}${kib(brotli)}`);
  return total.brotli;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? "dist";
  printTable(folder, sizesIn(folder));
}
