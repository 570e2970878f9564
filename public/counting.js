// Counts the links of a survey on other threads (public/counter.js). Where there are none, the page counts by itself.
import { bytes } from "./files.js";
import { address } from "./scripts.js";

/** Program and script of a thread. */
let files;
let threads = [];
let counts = [];
/** How many links are done; FAILED when there are no threads here, or one broke off. */
let done = 0;
const FAILED = -1;

/** Called with the other files of the page, so that nothing is asked of the host later. A single file does without. */
export const prepare = async () => {
  if (SINGLE) return;
  // Nobody misses what does not arrive.
  files = await Promise.all(["counter", "counter-thread"].map(bytes)).catch(() => {});
};

export const end = () => {
  threads.forEach((thread) => thread.terminate());
  threads = [];
};

/** @param {Uint8Array} structure @param {Uint8Array} guide @param {string} links one a line */
export const begin = async (structure, guide, links) => {
  const fail = () => {
    end();
    done = FAILED;
  };
  end();
  counts = [];
  done = 0;
  try {
    const program = await WebAssembly.compile(files[0]);
    const script = address(new TextDecoder().decode(files[1]));
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

export const progress = () => done;

/** The counts of one thread after the other, once all are done. */
export const next = () => (threads.length ? undefined : counts.pop());
