/**
 * A static web server as plain as a shop's hosting: the site in a folder of a host, no headers to lean on.
 * It remembers every request, so that a test can say "and nothing more was asked for".
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html", // no charset: the page has to say it itself
  ".ico": "image/x-icon",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** Outside the site: an empty page of the same origin, to change what is stored, and for the frame of Page.narrow(). */
const EMPTY_PAGE = "/empty";
const EMPTY_HTML = '<!doctype html><html lang="en"><title>empty</title><link rel="icon" href="data:,">';

/**
 * @typedef {object} Site
 * @property {string} url the address of the site's folder, ending in "/"
 * @property {string} empty the address of an empty page of the same origin
 * @property {{ path: string, status: number, at: number }[]} requests all so far, oldest first; `at` as Date.now()
 * @property {() => number} busy how many requests have no answer yet
 * @property {(files: RegExp) => () => void} hold keeps these files of the site back until what it gives is called
 * @property {() => Promise<void>} stop from here on the host is gone: what "offline" is to a page
 * @property {() => Promise<void>} again the host is back
 * @property {(folder: string) => void} publish from here on the site is what is in another folder
 */

/**
 * @param {string} folder
 * @param {{ base?: string, script?: string, caching?: boolean }} [options]
 *   `base`: the folder on the host, beginning and ending in "/";
 *   `script`: runs in every HTML file before all else. It goes in front of the page's CSP, which therefore still holds
 *   as it is for everything of the page;
 *   `caching`: browsers may keep files as docs/hosting.md says; otherwise they may keep nothing.
 * @returns {Promise<Site>}
 */
export async function serve(folder, { base = "/some/shop/", script = "", caching = false } = {}) {
  /** @type {Site["requests"]} */
  const requests = [];
  /** Files by path; compressed once. @type {Map<string, { plain: Buffer, brotli: Buffer }>} */
  const cache = new Map();
  const publish = (next) => {
    folder = next;
    cache.clear();
  };

  const load = async (path) => {
    const known = cache.get(path);
    if (known) return known;
    let plain = await readFile(join(folder, normalize(path)));
    if (script && path.endsWith(".html")) plain = insertScript(plain, script);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };
    const entry = { plain, brotli: brotliCompressSync(plain, { params }) };
    cache.set(path, entry);
    return entry;
  };

  let busy = 0;
  /** Files that are held back, each with the promise that they will be released. @type {Map<RegExp, Promise<unknown>>} */
  const held = new Map();
  const hold = (files) => {
    const { promise, resolve } = promised();
    held.set(files, promise);
    return () => void (held.delete(files), resolve());
  };

  const server = createServer(async (request, response) => {
    busy += 1;
    response.on("close", () => (busy -= 1));
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const record = { path: pathname, status: 200, at: Date.now() };
    const forever = /\.[0-9a-f]{10}\.[a-z]+$/.test(pathname) ? "public, max-age=31536000, immutable" : "no-cache";
    const headers = { "Cache-Control": caching ? forever : "no-store", "X-Content-Type-Options": "nosniff" };
    if (pathname === EMPTY_PAGE) {
      response.writeHead(200, { ...headers, "Content-Type": "text/html" }).end(EMPTY_HTML);
      return;
    }
    requests.push(record);
    try {
      if (!pathname.startsWith(base)) throw new Error("outside the site");
      // `normalize` within `load` cannot climb out: URL has already resolved "..".
      const path = decodeURIComponent(pathname.slice(base.length)).replace(/(^|\/)$/, "$1index.html");
      for (const [files, released] of held) if (files.test(path)) await released;
      const { plain, brotli } = await load(path);
      const packed = /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
      const type = TYPES[extname(path)] ?? "application/octet-stream";
      response.writeHead(200, { ...headers, "Content-Type": type, ...(packed && { "Content-Encoding": "br" }) });
      response.end(packed ? brotli : plain);
    } catch {
      record.status = 404;
      response.writeHead(404, { ...headers, "Content-Type": "text/plain" }).end("not here");
    }
  });
  const listen = (port) => new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", () => resolve(undefined)));
  await listen(0);

  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const origin = `http://127.0.0.1:${port}`;
  const stop = () =>
    new Promise((resolve) => {
      server.close(() => resolve(undefined));
      server.closeAllConnections();
    });
  return { url: origin + base, empty: origin + EMPTY_PAGE, requests, busy: () => busy, hold, stop, again: () => listen(port), publish };
}

/** A promise that somebody else keeps. @returns {{ promise: Promise<void>, resolve: () => void }} */
function promised() {
  let resolve = () => {};
  const promise = /** @type {Promise<void>} */ (new Promise((done) => (resolve = () => done(undefined))));
  return { promise, resolve };
}

/** @param {Buffer} html @param {string} script */
function insertScript(html, script) {
  const [before, after] = html.toString().split(/(?<=<head>)(.*)/s);
  if (after === undefined) throw new Error("the page has no <head> to put the test's script into");
  return Buffer.from(`${before}<script>${script}</script>${after}`);
}
