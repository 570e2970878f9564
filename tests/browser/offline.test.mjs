/**
 * The page without a network, and newer versions of it. Served as it was built: the worker would refuse a page that a test
 * has changed.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { checkup, DIST, elsewhere, until } from "./pages.mjs";
import { copyOfSite, edit, namesOf, newerSite, siteWithout } from "./sites.mjs";

const asIs = true;
const OLD = "売り場の種類";

/** Whether the page can be opened without a network, as it says itself. */
const offline = ({ page }) => page.run(() => document.documentElement.dataset.offline);
/** Names of all caches of the origin and how many files are in each. */
const caches = ({ driver }) =>
  driver.executeAsyncScript((done) =>
    window.caches.keys().then((names) =>
      Promise.all(names.map(async (name) => [name, (await (await window.caches.open(name)).keys()).length])).then(done),
    ),
  );
/** Loads the page again as the reload button does, where the service worker stays in charge. */
const reload = async (app) => {
  await app.page.run(() => {
    window.before = true;
    location.reload();
  });
  await until("the page again", () => app.page.run(() => !window.before && document.documentElement.dataset.ready === "yes").catch(() => false));
  await app.loaded();
};
/** Opens the page while the host may be gone: by an address that differs in more than its hash. */
const open = async (app, address = "") => {
  await app.driver.get("about:blank");
  await app.driver.get(app.page.site.url + address);
  await app.page.ready();
  await app.loaded();
};
/** The page asks the browser to look for a newer version, as browsers do by themselves when it is opened. */
const lookForNewer = ({ driver }) =>
  driver.executeAsyncScript((done) =>
    navigator.serviceWorker.getRegistration().then((it) => it.update()).then(() => done("looked"), (error) => done(String(error))),
  );
const workers = ({ driver }) =>
  driver.executeAsyncScript((done) =>
    navigator.serviceWorker.getRegistration().then((it) => done(["installing", "waiting", "active"].filter((state) => it?.[state]))),
  );
/** The title of the question, without its number. */
const question = async (app) => (await app.heading()).replace(/^[\d.]+\s+/, "");
/** Starts the browser on a fresh host. */
const onHost = (at, folder, act) => elsewhere(at, { folder, asIs }, act);

checkup("offline", { asIs }, (at, engine) => {
  test("the emergency page opens without a network", async () => {
    const { app, site } = at;
    await app.fresh();
    assert.equal(await offline(app), "yes");
    await site.stop();
    await open(app, "#/emergency");
    assert.equal(await app.heading(), "事故が起きたら");
    await reload(app);
    assert.equal(await app.heading(), "事故が起きたら");
    await site.again();
  });

  test("so does an assessment, with all its pages", async () => {
    const { app, page, site } = at;
    await app.fresh();
    const id = await app.start();
    await app.answerByMouse(1);
    const question = await app.hash();
    await site.stop();
    await open(app, question);
    assert.deepEqual((await app.document()).answers, { "shop-kind": "B" });
    await app.answerByMouse(2);
    await open(app, `#/a/${id}/result`);
    assert.match((await app.result()).range, /^\d+–\d+$/);
    await open(app, `?from=mail#/a/${id}/plan`);
    await app.setLanguage("en");
    assert.equal(await page.run(() => document.documentElement.lang), "en");
    await open(app, "index.html#/about");
    assert.equal(await app.heading(), "About this page");
    await site.again();
  });

  test("it keeps exactly the files of the site, in a cache of its own", async () => {
    const { app, page, site } = at;
    await app.fresh();
    await page.run(() => caches.open("somebody else"));
    const [[name, count], ...more] = (await caches(app)).filter(([name]) => name.startsWith("ec-checkup "));
    assert.ok(name.startsWith(`ec-checkup ${site.url} `), name);
    assert.deepEqual(more, []);
    const kept = await app.driver.executeAsyncScript((name, done) =>
      window.caches.open(name).then((cache) => cache.keys()).then((keys) => done(keys.map((key) => key.url))), name);
    const { FILES } = new Function(`${readFileSync(join(DIST, "sw.js"), "utf8").split("\n")[0]}; return { FILES };`)();
    assert.deepEqual(kept.map((url) => url.slice(site.url.length) || "./").sort(), Object.keys(FILES).sort());
    const expected = namesOf(DIST, /^(?!sw\.js$)/).map((name) => name.replace("index.html", "./"));
    assert.deepEqual(Object.keys(FILES).sort(), expected.sort());
    assert.equal(count, expected.length);

    // What is not on its list is none of its business: neither kept nor answered.
    const missing = await app.driver.executeAsyncScript((done) => fetch("not-there.txt").then((response) => done(response.status)));
    assert.equal(missing, 404);
    assert.ok(site.requests.some(({ path }) => path.endsWith("not-there.txt")));
    await app.errors();
    assert.equal((await caches(app)).find(([other]) => other === name)[1], count);
  });

  test("what is damaged in the browser's own copy is fetched again, and the page opens", async () => {
    await onHost(at, DIST, async (app) => {
      await app.open();
      await app.setLanguage("ja");
      assert.equal(await offline(app), "yes");
      /** Changes one byte of what is kept of a file. */
      const damage = (pattern) =>
        app.driver.executeAsyncScript((pattern, done) => {
          const act = async () => {
            const [name] = await window.caches.keys();
            const cache = await window.caches.open(name);
            const request = (await cache.keys()).find(({ url }) => new RegExp(pattern).test(url));
            const response = await cache.match(request);
            const bytes = new Uint8Array(await response.arrayBuffer());
            bytes[bytes.length >> 1] ^= 1;
            await cache.put(request, new Response(bytes, { headers: response.headers }));
          };
          act().then(() => done("damaged"), (error) => done(String(error)));
        }, pattern);
      for (const pattern of ["/ja-start[.]", "/app[.].*wasm$", "/app[.].*js$", "/$"]) {
        assert.equal(await damage(pattern), "damaged");
        await open(app, "#/emergency");
        assert.equal(await app.heading(), "事故が起きたら", pattern);
      }
      // All of it is whole again.
      await app.page.site.stop();
      await open(app, "#/emergency");
      assert.equal(await app.heading(), "事故が起きたら");
      await app.errors();
    });
  });

  test("it asks for each file once, and on the next visit only whether there is a newer version", async () => {
    await elsewhere(at, { asIs, caching: true }, async (app) => {
      const { site } = app.page;
      await app.open();
      assert.equal(await offline(app), "yes");
      const names = (requests) => requests.map(({ path }) => path.slice(new URL(site.url).pathname.length));
      const first = names(site.requests);
      const own = namesOf(DIST, /./).map((name) => name.replace("index.html", ""));
      assert.deepEqual([...new Set(first)].filter((name) => !own.includes(name)), []);
      // The page comes a second time, for the copy; whatever else is checked comes from the browser's cache then.
      const times = (name) => first.filter((other) => other === name).length;
      assert.equal(times(""), 2);
      // Icons and the manifest are the browser's own business: it asks for them when and as often as it likes.
      for (const name of own.filter((name) => name && !/^(icon|manifest)/.test(name))) {
        // WebKit does not share what elements have loaded with the worker: 9 KiB.
        const expected = engine === "webkit" && /^(app\.\w+\.js|style\.\w+\.css)$/.test(name) ? 2 : 1;
        assert.equal(times(name), expected, `${name} in ${first.join()}`);
      }
      const before = site.requests.length;
      await app.open();
      await app.start();
      await app.answerByMouse();
      await until("the browser to look for a newer version", () => site.requests.length > before);
      assert.deepEqual([...new Set(names(site.requests.slice(before)))], ["sw.js"]);
    });
  });
});

checkup("installing", { asIs }, (at, engine) => {
  test("the manifest says what this is in both languages, and its icons are there in their sizes", async () => {
    const { app, page, site } = at;
    await app.open();
    const address = await page.run(() => document.querySelector("link[rel=manifest]").href);
    const manifest = JSON.parse(readFileSync(join(DIST, address.slice(site.url.length)), "utf8"));
    for (const name of ["ECサイト セキュリティ健診", "EC Checkup"]) assert.ok(manifest.name.includes(name), manifest.name);
    assert.equal(new URL(manifest.start_url, address).href, site.url);
    for (const { src, sizes } of manifest.icons) {
      const size = await app.driver.executeAsyncScript((src, done) => {
        const image = Object.assign(new Image(), { onload: () => done(`${image.naturalWidth}x${image.naturalHeight}`), onerror: () => done("none") });
        image.src = src;
      }, src);
      if (sizes === "any") assert.notEqual(size, "none", src);
      else assert.equal(size, sizes, src);
    }
  });

  // Only Chromium tells a test what it thinks.
  if (engine !== "chromium") return;
  test("nothing keeps the browser from installing it", async () => {
    const { app, page } = at;
    await app.open();
    const { errors } = await page.engine.cdp("Page.getAppManifest");
    assert.deepEqual(errors, []);
    const { installabilityErrors } = await page.engine.cdp("Page.getInstallabilityErrors");
    assert.deepEqual(installabilityErrors, []);
  });
});

checkup("newer version", { asIs }, (at) => {
  const NEW = "新しい題";
  let newer;
  before(() => {
    newer = newerSite(NEW);
  });
  after(() => newer?.remove());

  test("it waits, is offered, and switching loses nothing", async () => {
    await onHost(at, DIST, async (app) => {
      const { page } = app;
      const { site } = page;
      await app.open();
      await app.setLanguage("ja");
      assert.equal(await offline(app), "yes");
      await page.run(() => caches.open("somebody else"));
      // From now on the worker is in charge of the page.
      await reload(app);
      await app.start();
      await app.answerByMouse(2);
      assert.equal(await question(app), OLD);

      site.publish(newer.path);
      assert.equal(await lookForNewer(app), "looked");
      await app.sees("このページの新しい版があります", "#newer");
      assert.equal(await question(app), OLD, "nothing changes by itself");
      await app.clickCard("shop-kind-A");
      await app.clickOn("button", "あとで");
      await until("it to go", async () => (await app.count("#newer")) === 0);

      // Loading the page again is no consent either; it is offered again.
      await reload(app);
      assert.equal(await question(app), OLD);
      await app.sees("新しい版があります", "#newer");
      assert.deepEqual(await workers(app), ["waiting", "active"]);
      await app.setLanguage("en");
      await app.sees("There is a newer version of this page", "#newer");
      await app.setLanguage("ja");

      const [hash, stored] = [await app.hash(), await app.storage()];
      assert.match(JSON.stringify(stored), /"shop-kind\\":\\"A/);
      await page.run(() => (window.before = true));
      await app.clickOn("button", "いま切り替える");
      await until("the new version", () => page.run(() => !window.before && document.documentElement.dataset.ready === "yes").catch(() => false));
      await app.loaded();
      assert.equal(await question(app), NEW);
      assert.equal(await app.hash(), hash);
      assert.deepEqual(await app.storage(), stored);
      assert.equal(await app.count("#newer"), 0);
      assert.deepEqual(await workers(app), ["active"]);
      // The old files are gone, what others keep is not.
      const names = (await caches(app)).map(([name]) => name);
      assert.equal(names.filter((name) => name.startsWith("ec-checkup ")).length, 1, names.join());
      assert.ok(names.includes("somebody else"));
      await site.stop();
      await open(app, hash);
      assert.equal(await question(app), NEW);
    });
  });

  test("who closes the page gets it on the next visit", async () => {
    await onHost(at, DIST, async (app) => {
      await app.open();
      await app.setLanguage("ja");
      await reload(app);
      await app.start();
      app.page.site.publish(newer.path);
      await lookForNewer(app);
      await app.sees("新しい版があります", "#newer");
      const hash = await app.hash();
      await until("the new version", async () => {
        await open(app, hash);
        return (await question(app)) === NEW;
      });
      assert.equal(await app.count("#newer"), 0);
    });
  });

  test("a page that is not saved is not offered what would lose its answers", async () => {
    await onHost(at, DIST, async (app) => {
      const { page } = app;
      await app.open();
      await app.setLanguage("ja");
      await reload(app);
      await app.start();
      await page.run(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("no room", "QuotaExceededError");
        };
      });
      await app.answerByMouse();
      await app.sees("保存できていません", ".saved");
      page.site.publish(newer.path);
      await lookForNewer(app);
      await until("it to wait", async () => (await workers(app)).includes("waiting"));
      await page.frame();
      assert.equal(await app.count("#newer"), 0);
    });
  });

  for (const [what, spoil] of [
    ["a file is missing", (path) => siteWithout(/^ja-start\./, path)],
    ["a file is another", (path) => {
      const folder = copyOfSite(path);
      edit(join(folder.path, namesOf(folder.path, /^ja-start\./)[0]), NEW, OLD);
      return folder;
    }],
    ["the page is still the old one", (path) => {
      const folder = copyOfSite(path);
      folder.put("index.html", DIST);
      return folder;
    }],
    ["the worker is still the old one", (path) => {
      const folder = copyOfSite(path);
      folder.put("sw.js", DIST);
      return folder;
    }],
  ]) {
    test(`while ${what} on the host, visitors keep the old version whole, and get the new one after`, async () => {
      await onHost(at, DIST, async (app) => {
        const { site } = app.page;
        await app.open();
        await app.setLanguage("ja");
        await reload(app);
        await app.start();
        const hash = await app.hash();
        const half = spoil(newer.path);
        site.publish(half.path);
        await lookForNewer(app);
        await until("the browser to give up", async () => (await workers(app)).join() === "active");
        await open(app, hash);
        assert.equal(await question(app), OLD);
        assert.equal(await app.count("#newer"), 0);
        await site.stop();
        await open(app, hash);
        assert.equal(await question(app), OLD);
        await app.go("#/emergency");
        assert.equal(await app.heading(), "事故が起きたら");

        await site.again();
        site.publish(newer.path);
        await lookForNewer(app);
        await app.sees("新しい版があります", "#newer");
        half.remove();
        // Complaints of the browser about what was missing, and rightly so.
        await app.errors();
      });
    });
  }
});

checkup("no service worker", {}, (at) => {
  for (const [what, script] of [
    ["has none", "delete Navigator.prototype.serviceWorker;"],
    ["refuses it", "navigator.serviceWorker.register = () => Promise.reject(new DOMException('no', 'SecurityError'));"],
    ["does not let the page look", "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { throw new DOMException('no', 'SecurityError'); } });"],
  ]) {
    test(`where the browser ${what}, the page works and says nothing`, () =>
      elsewhere(at, { script }, async (app) => {
        await app.open();
        await app.setLanguage("ja");
        assert.equal(await offline(app), "no");
        await app.start();
        await app.answerByMouse();
        await app.next();
        assert.equal(await app.visible(".findings"), "");
      }));
  }

  test("a host that changes the page gets no worker, and the page works", async () => {
    const folder = copyOfSite();
    edit(join(folder.path, "index.html"), "</body>", "<!-- added by the host --></body>");
    await onHost(at, folder.path, async (app) => {
      await app.open();
      assert.equal(await offline(app), "no");
      await app.start();
      await app.answerByMouse();
      assert.deepEqual(await caches(app), []);
      await app.errors();
    });
    folder.remove();
  });
});
