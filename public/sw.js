// The page without a network: keeps the files of one version, each checked, and answers for these only.
// What is in front of this, `FILES` (addresses and checksums) and `VERSION`, is written by the build (src/site/worker.rs).

/** The page itself. Some hosts send whoever asks for "index.html" somewhere else, hence the folder. */
const PAGE = "./";
/** Caches belong to the whole origin. Ours say of which page they are; the address of a folder has no spaces. */
const OURS = `ec-checkup ${registration.scope} `;
const CACHE = OURS + VERSION;

const others = async () => (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);

/**
 * A file from a cache, if it is still what the list says: a disk may fail, and other pages of the same origin can get at the
 * cache as well. What is damaged would keep the page from starting, again and again.
 */
const whole = async (url, cacheName) => {
  const kept = await caches.match(url, { cacheName });
  if (!kept) return undefined;
  const bytes = await kept.arrayBuffer();
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (`sha256-${btoa(String.fromCharCode(...sum))}` !== FILES[url]) return undefined;
  return new Response(bytes, { headers: kept.headers });
};

/** A file that an earlier version kept as well. Its name is made from its content, so it is the same. */
const earlier = async (url) => {
  if (url === PAGE) return undefined;
  for (const cacheName of await others()) {
    const response = await whole(url, cacheName);
    if (response) return response;
  }
  return undefined;
};

/** A file from the host, which must be what the list says. */
const fetched = async (url, integrity) => {
  // What has its content in its name may come from the browser's own cache, unless that is damaged; the page may not.
  const ask = async (cache) => {
    const response = await fetch(url, { integrity, cache, mode: "no-cors", credentials: "include" });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response;
  };
  const response = await (url === PAGE ? ask("no-cache") : ask("default").catch(() => ask("reload")));
  // As the host sent it, its policies included; but not what is true of the way here only.
  const headers = new Headers(response.headers);
  for (const name of ["Vary", "Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response(await response.arrayBuffer(), { headers });
};

/** Takes all files in, or none: a host that is just being updated must not leave half a page. */
const install = async () => {
  const cache = await caches.open(CACHE);
  const take = async (url) => cache.put(url, (await earlier(url)) ?? (await fetched(url, FILES[url])));
  try {
    // The page first: on a host that changes it nothing else needs to be fetched in vain.
    await take(PAGE);
    await Promise.all(Object.keys(FILES).filter((url) => url !== PAGE).map(take));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
};

/** What is kept; where that is gone or damaged, what the host has, which is kept then. */
const answer = async (request, key) => {
  const kept = await whole(key, CACHE);
  if (kept) return kept;
  try {
    const response = await fetched(key, FILES[key]);
    await caches.open(CACHE).then((cache) => cache.put(key, response.clone()));
    return response;
  } catch {
    // The host has a newer version, or something of its own to say.
    return fetch(request);
  }
};

/** The key under which a request is kept, if it is. */
const keyOf = ({ method, mode, url }) => {
  const { origin, pathname, search } = new URL(url);
  const base = new URL(PAGE, location).pathname;
  if (method !== "GET" || origin !== location.origin || !pathname.startsWith(base)) return undefined;
  const name = pathname.slice(base.length);
  // People append things to addresses of pages ("?from=mail").
  if (mode === "navigate") return name === "" || name === "index.html" ? PAGE : undefined;
  return search === "" && Object.hasOwn(FILES, name) ? name : undefined;
};

addEventListener("install", (event) => event.waitUntil(install()));

addEventListener("activate", (event) => {
  event.waitUntil(others().then((names) => Promise.all(names.map((name) => caches.delete(name)))));
});

addEventListener("fetch", (event) => {
  const key = keyOf(event.request);
  if (key) event.respondWith(answer(event.request, key));
});

// A new version waits until no page of the old one is open, or until somebody says so (public/offline.js).
addEventListener("message", (event) => {
  if (event.data === "switch") skipWaiting();
});
