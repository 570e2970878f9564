// Seeds for fuzzing, from the links that the tests keep: node scripts/fuzz-seeds.mjs TARGET FOLDER
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const [, , target, folder] = process.argv;
const links = ["golden", "golden2", "sealed"].flatMap((name) =>
  readFileSync(`tests/links/${name}.tsv`, "utf8").trim().split("\n").map((line) => line.split("\t")[1]),
);

/** What is in a link of the second version, kind and body, as when it is decrypted; of the first, revision and body. */
function within(link) {
  const bytes = Buffer.from(link.slice(2), "base64url");
  if (link.startsWith("r1")) return bytes.subarray(1, 2).toString("latin1") + bytes.subarray(6).toString("latin1");
  const size = 2 + bytes.subarray(1).findIndex((byte) => byte < 0x80);
  return bytes.subarray(0, 1).toString("latin1") + bytes.subarray(size + 4).toString("latin1");
}

const documents = [
  { format: 1, pack: "ecom", name: "a", created: "2026-11-28T00:00:00Z", changed: "2026-11-28T00:00:00Z", place: "mgmt-policy",
    answers: { "mgmt-policy": "A", "mgmt-support": ["A", "C"], "mgmt-impact": { A: "1" }, "overall-worries": "b",
      "mgmt-head": { is: "D", other: "c", note: "d", back: true }, "mgmt-owner-part": "NA", later: { x: 1 } },
    plan: { "two-step-login": { owner: "e", due: "2026-12-01", state: "doing", note: "f", at: 1795900000000 } },
    times: { "mgmt-policy": 1795900000000 }, named: 1795900000000, later: [1.5e3, null, true] },
  { "ec-checkup": "reply", format: 1, pack: "ecom", request: "c0ffee00", name: "a", date: "2026-12-01", answers: { "mgmt-policy": "A" } },
];
documents.push({ "ec-checkup": "backup", format: 1, written: "2026-11-28T00:00:00Z",
  assessments: [{ id: "k3x9", document: documents[0] }], contacts: { bank: "03" } });

const seeds = {
  link: links.flatMap((link) => [Buffer.from(link), Buffer.from(within(link), "latin1")]),
  find: links.flatMap((link) => [
    `> see https://example.com/?a=1#${link}&utm=1`,
    `u=${encodeURIComponent(`https://example.com/#${link}`)}&d=5`,
    `#${link.replace(/(.{20})/g, "$1=\r\n")}`,
    `https://urldefense.com/v2/url?u=https-3A__example.com_-23${link.replace(/-/g, "-2D").replace(/_/g, "-5F")}&d=x`,
    `u=${Buffer.from(`https://example.com/#${link}`).toString("base64")}`,
  ]).map((text) => Buffer.from(text)),
  import: documents.map((document) => Buffer.from(JSON.stringify(document))),
};
for (const seed of seeds[target]) {
  writeFileSync(`${folder}/${createHash("sha1").update(seed).digest("hex")}`, seed);
}
