// Starts the program.
import init from "../target/site/bindgen/app.js";
import { file } from "./files.js";

const fail = (id) => {
  document.getElementById("loading").hidden = true;
  document.getElementById(id).hidden = false;
};

/**
 * A program that has broken off stays half dead. Answers are stored with every click and what is being typed as well, so a
 * fresh start loses nothing; but where nothing can be stored it would. Not again within a minute: that would go on forever.
 */
const revive = ({ reason, error }) => {
  if (!((reason ?? error) instanceof WebAssembly.RuntimeError)) return;
  const now = Date.now();
  if (now - (history.state?.revived ?? 0) < 60_000) return;
  try {
    localStorage.getItem("");
    history.replaceState({ revived: now }, "");
    // What still runs must not begin to keep a copy: WebKit never ends an installation whose page has gone.
    document.documentElement.dataset.broken = "yes";
    location.reload();
  } catch {
    // It stays as it is.
  }
};

if (typeof WebAssembly === "object") {
  addEventListener("error", revive);
  addEventListener("unhandledrejection", revive);
  init({ module_or_path: file("wasm") }).catch((error) => {
    console.error(error);
    fail("failed-load");
  });
} else {
  fail("failed-wasm");
}
