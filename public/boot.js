// Starts the program. The names of all files are in the page, so that none of them is named twice.
import init from "../target/site/bindgen/app.js";

const fail = (id) => {
  document.getElementById("loading").hidden = true;
  document.getElementById(id).hidden = false;
};

/** Fetches a file by the name it has in the page. One that has been exchanged is refused. */
export const file = (name) => {
  const { url, integrity } = JSON.parse(document.getElementById("files").textContent)[name];
  return fetch(url, { integrity });
};

if (typeof WebAssembly === "object") {
  init({ module_or_path: file("wasm") }).catch((error) => {
    console.error(error);
    fail("failed-load");
  });
} else {
  fail("failed-wasm");
}
