// Fetches the second part of the program: the pages that are not shown first (src/app/pages/later.rs).
import { initSync } from "../target/site/bindgen/app.js";
import { prepare } from "./counting.js";
import { bytes, file } from "./files.js";

/** The styles of these pages. A sheet made here is no element, so the page's policy need not allow any. */
const style = async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(new TextDecoder().decode(await bytes("later-style")));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};

/** Called by the first part, which wants to be told by `callback` whether the second has arrived. */
export const __wasm_split_load_later = async (callback, data) => {
  // The first part runs: this starts nothing, it only gives what is shared (memory, stack, table of functions).
  const first = initSync();
  let arrived = false;
  try {
    const [response] = await Promise.all([file("later"), style()]);
    await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: first });
    arrived = true;
    prepare();
  } catch (error) {
    console.error(error);
  }
  first.__indirect_function_table.get(callback)(data, arrived);
};
