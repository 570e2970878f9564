// The page without a network: keeps the files of one version, each checked, and answers for these only.
// What is in front of this, `FILES` (addresses and checksums) and `VERSION`, is written by the build (src/site/worker.rs).

/** The page itself. Some hosts send whoever asks for "index.html" somewhere else, hence the folder. */
const PAGE = "./";
/** Caches belong to the whole origin. Ours say of which page they are; the address of a folder has no spaces. */
const OURS = `ec-checkup ${registration.scope} `;
const CACHE = OURS + VERSION;

const others = async () => (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);

/** A file that an earlier version kept as well. Its name is made from its content, so it is the same. */
const earlier = async (url) => {
  if (url === PAGE) return undefined;
  for (const cacheName of await others()) {
    const response = await caches.match(url, { cacheName });
    if (response) return response;
  }
  return undefined;
};

/** A file from the host, which must be what the list says. */
const fetched = async (url, integrity) => {
  // What has its content in its name may come from the browser's own cache, unless that is damaged; the page may not.
  const ask = async (cache) => {
    const response = await fetch(url, { integrity, cache, mode: "no-cors" });
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
  if (!key) return;
  const kept = caches.match(key, { cacheName: CACHE });
  event.respondWith(kept.then((response) => response ?? fetch(event.request)));
});

// A new version waits until no page of the old one is open, or until somebody says so (public/offline.js).
addEventListener("message", (event) => {
  if (event.data === "switch") skipWaiting();
});
