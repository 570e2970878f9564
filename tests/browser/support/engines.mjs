/**
 * The three browser engines, each behind its own W3C WebDriver. A missing one is a failure, never a skip.
 */
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Capabilities, WebDriver } from "selenium-webdriver";
import { HttpClient, Executor } from "selenium-webdriver/http/index.js";
import { Command } from "selenium-webdriver/lib/command.js";
import { freePort, start, temporaryFolder } from "./processes.mjs";
import { until } from "./waiting.mjs";

/**
 * @typedef {object} Options
 * @property {string} [lang] what the browser tells pages: "ja" (the default) or "en"; WebKit always says "en-US"
 * @property {boolean} [dark] whether the reader prefers dark colours
 * @property {boolean} [javascript] whether pages may run scripts; Firefox only, Chromium can change its mind by CDP
 *
 * @typedef {object} Engine
 * @property {string} name
 * @property {WebDriver} driver
 * @property {(method: string, params?: object) => Promise<unknown>} cdp Chromium only
 * @property {() => Promise<void>} stop
 */

/** Where scripts/tools.sh puts geckodriver. */
const TOOLS = fileURLToPath(new URL("../../../.tools/bin", import.meta.url));

/** How each engine is started; everything else about them is the same. */
const KINDS = {
  chromium: {
    command: "chromedriver",
    args: (port) => [`--port=${port}`],
    environment: {},
    capabilities: ({ lang }) => ({
      browserName: "chrome",
      "goog:loggingPrefs": { browser: "ALL" },
      "goog:chromeOptions": {
        args: [
          "--headless=new",
          "--no-sandbox", // as root there is no other way
          "--disable-dev-shm-usage", // /dev/shm is tiny in containers
          "--disable-background-networking",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
          "--no-first-run",
          "--force-color-profile=srgb",
          `--accept-lang=${lang}`,
          "--window-size=1280,900",
        ],
      },
    }),
  },
  firefox: {
    command: "geckodriver",
    args: (port) => ["--port", `${port}`, "--log", "error"],
    environment: {},
    capabilities: ({ lang, dark, javascript }) => ({
      browserName: "firefox",
      "moz:firefoxOptions": {
        args: ["-headless"],
        prefs: {
          "intl.accept_languages": lang,
          "javascript.enabled": javascript,
          "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
          // Nothing but our own server can be reached.
          "network.proxy.type": 1,
          "network.proxy.http": "127.0.0.1",
          "network.proxy.http_port": 9,
          "network.proxy.ssl": "127.0.0.1",
          "network.proxy.ssl_port": 9,
        },
      },
    }),
  },
  webkit: {
    command: "WebKitWebDriver",
    args: (port) => [`--port=${port}`],
    // With C.UTF-8, `Intl` throws. This locale need not be installed.
    environment: { LANG: "en_US.UTF-8", LC_ALL: "", GDK_BACKEND: "x11", NO_AT_BRIDGE: "1" },
    capabilities: ({ dark }) => ({
      "webkitgtk:browserOptions": {
        args: ["--automation", ...(dark ? ["--dark-mode"] : [])],
      },
    }),
  },
};

/** The engines to test in: all three, or those named in the environment variable ENGINES. */
export const ENGINES = (process.env.ENGINES ?? Object.keys(KINDS).join(" ")).split(/[\s,]+/).filter(Boolean);
for (const name of ENGINES) {
  if (!(name in KINDS)) throw new Error(`ENGINES: there is no "${name}", only ${Object.keys(KINDS).join(", ")}`);
}

/**
 * Starts a driver and one browser window.
 * @param {string} name
 * @param {Options} [options]
 * @returns {Promise<Engine>}
 */
export async function launch(name, { lang = "ja", dark = false, javascript = true } = {}) {
  const kind = KINDS[name];
  const folder = temporaryFolder();
  const screen = name === "webkit" ? await startScreen() : undefined;
  const port = await freePort();
  const service = start(kind.command, kind.args(port), {
    env: {
      PATH: `${TOOLS}:${process.env.PATH}`,
      // Profiles, caches and settings land in a folder that goes away with the browser.
      ...{ HOME: folder.path, TMPDIR: folder.path, XDG_RUNTIME_DIR: folder.path },
      ...kind.environment,
      ...screen?.env,
    },
  });
  /** @type {WebDriver | undefined} */
  let driver;
  const stop = async () => {
    // A browser that hangs is not worth waiting for: it is killed next.
    await Promise.race([driver?.quit().catch(() => {}), sleep(5_000, undefined, { ref: false })]);
    service.stop();
    screen?.stop();
    folder.remove();
  };
  try {
    driver = await connect(kind, service, port, { lang, dark, javascript });
    const cdp = (cmd, params = {}) => driver.execute(new Command("cdp").setParameters({ cmd, params }));
    if (name === "chromium") {
      const value = dark ? "dark" : "light";
      await cdp("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value }] });
    } else {
      await driver.manage().window().setRect({ width: 1280, height: 900, x: 0, y: 0 });
    }
    return { name, driver, cdp, stop };
  } catch (error) {
    await stop();
    throw new Error(`${name} does not start: ${error}\n${service.lines.join("\n")}`);
  }
}

/** Waits for the driver to listen and opens a session. */
async function connect(kind, service, port, options) {
  const url = `http://127.0.0.1:${port}`;
  await until(`${kind.command} to listen`, () => {
    if (service.ended()) throw new Error(`${kind.command} has ended; scripts/tools.sh test installs what is missing`);
    return fetch(`${url}/status`).then((response) => response.ok, () => false);
  });
  const executor = new Executor(new HttpClient(url));
  executor.defineCommand("cdp", "POST", "/session/:sessionId/goog/cdp/execute");
  const timeouts = { pageLoad: 20_000, script: 30_000, implicit: 0 };
  const driver = WebDriver.createSession(executor, new Capabilities({ ...kind.capabilities(options), timeouts }));
  await driver.getSession();
  return driver;
}

/** WebKit has no headless mode: a screen in memory, on whichever display number is free. */
async function startScreen() {
  const screen = start("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], { pipes: 1 });
  const deadline = AbortSignal.timeout(10_000);
  try {
    const [display] = await once(screen.child.stdio[3], "data", { signal: deadline });
    return { ...screen, env: { DISPLAY: `:${String(display).trim()}` } };
  } catch (error) {
    screen.stop();
    throw new Error(`Xvfb does not start: ${error}\n${screen.lines.join("\n")}`);
  }
}
