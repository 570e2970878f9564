// Fetches the second part of the program: the pages that are not shown first (src/app/pages/later.rs).
import { initSync } from "../target/site/bindgen/app.js";
import { file } from "./files.js";

/** Called by the first part, which wants to be told by `callback` whether the second has arrived. */
export const __wasm_split_load_later = async (callback, data) => {
  // The first part runs: this starts nothing, it only gives what is shared (memory, stack, table of functions).
  const first = initSync();
  let arrived = false;
  try {
    const response = await file("later");
    await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: first });
    arrived = true;
  } catch (error) {
    console.error(error);
  }
  first.__indirect_function_table.get(callback)(data, arrived);
};
