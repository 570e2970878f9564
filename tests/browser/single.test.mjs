/**
 * The page as a single file, opened from the disk as by a double click: all of it works, and it connects to nothing.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Checkup, until } from "./pages.mjs";
import { copyOfSite, ecCheckup, edit } from "./sites.mjs";
import { ENGINES, launch } from "./support/engines.mjs";
import { ATTEMPTS, attemptsScript, INJECTIONS, WHISPERS } from "./support/attempts.mjs";
import { Page, scriptFor } from "./support/page.mjs";
import { temporaryFolder } from "./support/processes.mjs";
import { witness } from "./support/witness.mjs";

const FILE = process.env.SINGLE ?? fileURLToPath(new URL("../../single/ec-checkup.html", import.meta.url));

/** Where a page is that lies in a folder, as the tests want to know it. A script in front of it remembers its errors. */
function place(html, folder, engine, script) {
  const [page, empty] = ["診断 ページ.html", "empty.html"].map((name) => join(folder, name));
  writeFileSync(page, html.replace("<!doctype html>", `<!doctype html><script>${scriptFor(engine)};${script}</script>`));
  writeFileSync(empty, "<!doctype html><title>empty</title>");
  return { url: pathToFileURL(page).href, empty: pathToFileURL(empty).href, requests: [], busy: () => 0 };
}

for (const name of ENGINES) {
  describe(`single file (${name})`, () => {
    const html = readFileSync(FILE, "utf8");
    let folder, engine, app;
    const open = async (html, address = "", script = "") => {
      const page = new Page(engine, place(html, folder.path, name, script));
      app = new Checkup(page);
      await app.open(address);
    };
    before(async () => {
      folder = temporaryFolder();
      engine = await launch(name, {});
    });
    after(async () => {
      await engine?.stop();
      folder?.remove();
    });

    test("it opens, and asks nobody for anything", async () => {
      await open(html);
      await app.setLanguage("ja");
      assert.equal(await app.heading(), "お店のセキュリティを、自分で健診しましょう");
      const fetched = await app.page.run(() => performance.getEntriesByType("resource").map((entry) => entry.name));
      assert.deepEqual(fetched, []);
      assert.equal(await app.page.run(() => document.documentElement.dataset.offline), "yes");
      assert.deepEqual(await app.errors(), []);
    });

    test("answers are kept, and there when it is opened again", async () => {
      await open(html);
      await app.setLanguage("ja");
      await app.start();
      await app.answerByMouse(2);
      const hash = await app.hash();
      const stored = await app.storage();
      await app.open(hash);
      assert.deepEqual(await app.storage(), stored);
      assert.equal(await app.page.run(() => document.querySelectorAll("input:checked").length), 1);
      await app.go("#/emergency");
      assert.equal(await app.heading(), "事故が起きたら");
      await app.setLanguage("en");
      await app.go("#/about");
      assert.deepEqual(await app.errors(), []);
      await app.setLanguage("ja");
    });

    test("its links have no address, and say what to do with them; there they open", async () => {
      const own = await shared(html);
      assert.match(own, /^#r2/);
      await app.sees("リンクにアドレスがありません", "#loose");
      assert.equal(await app.count("details.qr"), 0);
      await app.go("#/open");
      await app.page.type("#link", own);
      await app.click("form .button-main");
      await app.sees("受け取った", "h1");
      assert.deepEqual(await app.errors(), []);
    });

    test("told where the page is on the web, its links lead there", async () => {
      const path = join(folder.path, "home.html");
      ecCheckup("pack", FILE, path, "--home", "https://example.jp/checkup/");
      const own = await shared(readFileSync(path, "utf8"));
      assert.match(own, /^https:\/\/example\.jp\/checkup\/#r2/);
      assert.equal(await app.count("#loose"), 0);
    });

    test("its policy lets nothing out and no code in", async () => {
      const hosts = await witness();
      await open(html, "", attemptsScript());
      const policy = await app.page.run(() => document.querySelector("meta[http-equiv]").content);
      assert.match(policy, /^default-src 'none';.* connect-src 'none';/);
      const names = [...Object.keys(ATTEMPTS), ...Object.keys(WHISPERS)];
      await app.page.run((names, hosts) => names.forEach((name) => window.attempt(name, hosts.url + name, hosts)), names, hosts);
      for (const [name, act] of Object.entries(INJECTIONS)) {
        await app.page.run((name) => window.attempt(name), name);
        await sleep(300);
        assert.notEqual(await app.page.run(() => window.injected), true, `${name}: ${act}`);
      }
      await sleep(1_000);
      // What no policy stops: policy.test.mjs.
      assert.deepEqual(hosts.heard().filter((name) => !["connection", "datagram"].includes(name)), []);
      await app.errors();
      await hosts.stop();
    });

    test("a reference can be put in, and is used", async () => {
      const [rows, reference, path] = ["rows.ndjson", "reference.json", "compared.html"].map((name) => join(folder.path, name));
      writeFileSync(rows, ecCheckup("sample", "-n", "30"));
      ecCheckup("survey", rows, "--reference", reference, "--title", "協会の調べ");
      ecCheckup("pack", FILE, path, "--reference", reference);
      await shared(readFileSync(path, "utf8"));
      await app.sees("協会の調べ", ".standing-facts");
      await app.sees("架空のお店", "#standing-made-up");
      assert.deepEqual(await app.errors(), []);
    });

    test("another questionnaire can be put in", async () => {
      const other = copyOfSite(fileURLToPath(new URL("../../questionnaire", import.meta.url)));
      edit(join(other.path, "profile/01-shop.toml"), 'title.ja = "売り場の種類"', 'title.ja = "協会の質問"');
      const path = join(folder.path, "other.html");
      const sum = ecCheckup("pack", "--questionnaire", other.path, FILE, path);
      assert.equal(sum, execFileSync("sha256sum", [path], { encoding: "utf8" }));
      await open(readFileSync(path, "utf8"));
      await app.setLanguage("ja");
      await app.start();
      await app.sees("協会の質問", "h1");
      assert.deepEqual(await app.errors(), []);
      other.remove();
    });

    /** What is in the box for a link, after an answer or two. */
    async function shared(html) {
      await open(html);
      await app.setLanguage("ja");
      const id = await app.start();
      await app.answerByMouse(2);
      await app.go(`#/a/${id}/result/quick`);
      return until("the link", () => app.page.value("#share-link"));
    }
  });
}
