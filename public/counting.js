// Counts the links of a survey on other threads (public/counter.js). Where there are none, the page counts by itself.
import { bytes } from "./files.js";
import { address } from "./scripts.js";

/** Program and script of a thread, once they are asked for; nothing when they could not be had. */
let files;
let threads = [];
let counts = [];
/** How many links are done; FAILED when there are no threads here, or one broke off. */
let done = 0;
const FAILED = -1;

/** Called with the other files of the page, so that nothing is asked of the host later. A single file does without. */
export const prepare = () => {
  if (!SINGLE) files = Promise.all(["counter", "thread"].map(bytes)).catch(() => []);
};

/** Counts what is begun and ended: what has been waited for may be wanted no more. */
let round = 0;

const end = () => {
  round += 1;
  threads.forEach((thread) => thread.terminate());
  threads = [];
};

/** @param {Uint8Array} structure @param {Uint8Array} guide @param {string} links one a line */
export const begin = async (structure, guide, links) => {
  end();
  const mine = round;
  const fail = () => {
    if (mine !== round) return;
    end();
    done = FAILED;
  };
  counts = [];
  done = 0;
  try {
    const [wasm, text] = await files;
    const program = await WebAssembly.compile(wasm);
    if (mine !== round) return;
    const script = address(new TextDecoder().decode(text));
    const all = links.split("\n");
    const each = Math.ceil(all.length / Math.min(navigator.hardwareConcurrency || 2, 8));
    for (let at = 0; at < all.length; at += each) {
      const thread = new Worker(script);
      threads.push(thread);
      thread.onerror = fail;
      thread.onmessage = ({ data }) => {
        if (!data.length) done += data;
        else if (counts.push(data) === threads.length) end();
      };
      thread.postMessage({ program, structure, guide, links: all.slice(at, at + each) });
    }
  } catch {
    fail();
  }
};

/** How many links are done. @param {boolean} goesOn otherwise it ends */
export const progress = (goesOn) => {
  if (!goesOn) end();
  return done;
};

/** The counts of one thread after the other, once all are done. */
export const next = () => (threads.length ? undefined : counts.pop());
