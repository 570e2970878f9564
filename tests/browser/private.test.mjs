/**
 * Nothing leaves the browser: no request once the page's own files are in, none to anybody else ever. That none could be
 * made even if some code wanted to is tested in policy.test.mjs.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkup, DIST, elsewhere, until } from "./pages.mjs";

checkup("private", {}, (at, engine) => {
  test("every file comes from the same place and is checked", async () => {
    const { app, page, site } = at;
    await app.open();
    const files = await page.resources();
    assert.ok(files.length >= 10, files.join());
    for (const file of files) assert.ok(file.startsWith(site.url), file);
    assert.deepEqual(site.requests.filter(({ status }) => status !== 200), []);

    const named = await page.run(() => ({
      scripts: [...document.querySelectorAll("script:not([type='application/json'])")].filter((s) => s.src).map((s) => [s.src, s.integrity]),
      links: [...document.querySelectorAll("link:is([rel=stylesheet], [rel=preload], [rel=modulepreload])")].map((l) => [l.href, l.integrity]),
      listed: Object.values(JSON.parse(document.getElementById("files").textContent)).map(({ url, integrity }) => [new URL(url, location.href).href, integrity]),
    }));
    assert.ok(named.scripts.length === 1 && named.links.length >= 3 && named.listed.length >= 8, JSON.stringify(named));
    const checked = new Map([...named.scripts, ...named.links, ...named.listed]);
    for (const [url, integrity] of checked) assert.match(integrity, /^sha(256|384|512)-/, url);
    // What was fetched is on the list, but for three kinds for which browsers know no checksums.
    for (const file of files.filter((file) => !/\/(icon\..*\.svg|manifest\..*|sw\.js)$/.test(file))) assert.ok(checked.has(file), `${file} is not checked`);
  });

  /** Uses every kind of page there is. @param {import("./pages.mjs").Checkup} app */
  async function useEverything(app) {
    const { page } = app;
    const id = await app.start();
    await app.answerByMouse(2);
    await app.next();
    await app.go(`#/a/${id}/q/access-log`);
    await app.clickCard("access-log-kinds-I");
    await page.type("#access-log-kinds-other", "secret");
    await app.unfold("#help summary");
    await app.setLanguage("en");
    await app.sees("Points to consider", "#help");
    await app.go(`#/a/${id}`);
    await app.go(`#/a/${id}/plan`);
    await app.go(`#/a/${id}/aside`);
    await app.go("#/emergency");
    await app.go(`#/a/${id}/p/ecom`);
    await app.go(`#/a/${id}/review`);
    await app.go(`#/a/${id}/result`);
    const { link } = await app.result();
    await app.click("#copy-link");
    await app.sees(/Copied|could not be copied/, ".share .outcome");
    if (engine !== "webkit") await page.print("private");
    await app.go(link.slice(page.site.url.length));
    await app.sees("You are looking at a result", "#received");
    await app.arrive(() => app.click("#take-over"));
    await app.go("#/about");
    await app.go("#/survey");
    await page.type("#collect-text", link);
    await app.click("#collect-read");
    await app.sees("New results: 1", "#outcome");
    await app.go("#/data");
    await app.click("#save-all");
    await app.go("#/open");
    await app.go("#/");
    await app.setLanguage("ja");
  }

  // As it was built, so that the service worker is there, too.
  test("no request after the page's own files are in, whatever one does", () =>
    elsewhere(at, { asIs: true }, async (app) => {
      const { page } = app;
      const { site } = page;
      await app.open();
      assert.equal(await page.run(() => document.documentElement.dataset.offline), "yes");
      await app.setLanguage("ja");
      let before = site.requests.length;
      assert.ok(before > 20);
      await useEverything(app);
      await page.rest();
      assert.deepEqual(site.requests.slice(before), []);

      // Whenever a page is opened again, browsers themselves look whether its service worker has changed; that is all.
      before = site.requests.length;
      await app.open();
      await useEverything(app);
      await until("that look", () => site.requests.length > before);
      await page.rest();
      assert.deepEqual(site.requests.slice(before).map(({ path }) => path), [new URL("sw.js", site.url).pathname]);
      assert.ok((await page.resources()).every((url) => url.startsWith(site.url)));
    }));

  test("free text is not in the link", async () => {
    const { app, site } = at;
    await app.fresh();
    const id = await app.start();
    await app.go(`#/a/${id}/q/access-log`);
    await app.clickCard("access-log-kinds-I");
    await app.go(`#/a/${id}/result`);
    const { link: without } = await app.result();
    await app.go(`#/a/${id}/q/access-log`);
    await at.page.type("#access-log-kinds-other", "hidden words");
    await app.go(`#/a/${id}/result`);
    assert.equal((await app.result()).link, without);
    assert.ok(without.startsWith(site.url));
  });

  test("the policy stands before everything else in the file", () => {
    const html = readFileSync(`${DIST}/index.html`, "utf8");
    const policy = html.indexOf("Content-Security-Policy");
    for (const tag of ["<script", "<link", "<style", "<img"]) {
      const place = html.indexOf(tag);
      assert.ok(place === -1 || place > policy, tag);
    }
    assert.doesNotMatch(html, /https?:\/\/(?!127)/, "no address of anybody else");
  });
});
