// A thread that counts links: public/counting.js starts it, src/counter.rs is its program.
import { Counter, initSync } from "../target/site/counter/counter.js";

/** So many links between two words about how far it is. */
const STEP = 100;

addEventListener("message", ({ data: { program, structure, guide, links } }) => {
  initSync({ module: program });
  // Of another version: the error tells the page to count by itself.
  const counter = Counter.begin(structure, guide);
  for (let at = 0; at < links.length; at += STEP) {
    const part = links.slice(at, at + STEP);
    counter.add(part.join("\n"));
    postMessage(part.length);
  }
  postMessage(counter.counts());
});
