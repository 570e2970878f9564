// The page's own files. `SINGLE` is set by the build: they are inside the page, or beside it.

/** The files beside the page, by name. */
const list = () => JSON.parse(document.getElementById("files").textContent);

/** A file beside the page. Its address and checksum are in the page; one that has been exchanged is refused. */
const fetched = (name) => {
  const { url, integrity } = list()[name];
  // Asked for like this, browsers take what has been preloaded. WebKit needs the mode for it, Chromium the credentials.
  return fetch(url, { integrity, mode: "no-cors", credentials: "include" });
};

/** Where a file is inside the page. */
const block = (name) => document.getElementById(`file-${name}`);

/** A file inside the page (src/site/single.rs): a text as it is, anything else in letters. */
const inside = async (name) => {
  const { dataset, textContent } = block(name);
  const content = "base64" in dataset ? Uint8Array.from(atob(textContent), (letter) => letter.charCodeAt(0)) : textContent;
  return new Response(content, { headers: { "Content-Type": "application/wasm" } });
};

/** A file by the name it has in the page. */
export const file = SINGLE ? inside : fetched;

/** Whether the page has a file of this name: not every edition has all. */
export const has = (name) => (SINGLE ? Boolean(block(name)) : name in list());

/** The content of a file, for the program (src/app/browser/files.rs). */
export const bytes = async (name) => {
  const response = await file(name);
  if (!response.ok) throw response.status;
  return response.arrayBuffer();
};
