// The page's own files. Their names and checksums are in the page, so that none of them is named twice.

/** Fetches a file by the name it has in the page. One that has been exchanged is refused. */
export const file = (name) => {
  const { url, integrity } = JSON.parse(document.getElementById("files").textContent)[name];
  // In this mode WebKit, too, takes what has been preloaded; in the usual one it would fetch it a second time.
  return fetch(url, { integrity, mode: "no-cors" });
};

/** The content of a file, for the program (src/app/browser/files.rs). */
export const bytes = async (name) => {
  const response = await file(name);
  if (!response.ok) throw response.status;
  return response.arrayBuffer();
};
