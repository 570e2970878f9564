// Starts the program. The names of all files are in the page, so that none of them is named twice.
import init from "../target/site/bindgen/app.js";

const fail = (id) => {
  document.getElementById("loading").hidden = true;
  document.getElementById(id).hidden = false;
};

if (typeof WebAssembly === "object") {
  const { wasm } = JSON.parse(document.getElementById("files").textContent);
  init({ module_or_path: fetch(wasm.url, { integrity: wasm.integrity }) }).catch((error) => {
    console.error(error);
    fail("failed-load");
  });
} else {
  fail("failed-wasm");
}
