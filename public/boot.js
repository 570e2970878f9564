// Starts the program.
import init from "../target/site/bindgen/app.js";
import { file } from "./files.js";

const fail = (id) => {
  document.getElementById("loading").hidden = true;
  document.getElementById(id).hidden = false;
};

if (typeof WebAssembly === "object") {
  init({ module_or_path: file("wasm") }).catch((error) => {
    console.error(error);
    fail("failed-load");
  });
} else {
  fail("failed-wasm");
}
