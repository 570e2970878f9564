// Keeps the page usable without a network, by way of the service worker public/sw.js, and notices when a newer version waits.
// Where there is no service worker (plain http, private windows, a page opened from disk) all of this does nothing.
import { address } from "./scripts.js";

/** Whether the page can be opened without a network: `<html data-offline="yes">`, or "no". */
const say = (can) => {
  document.documentElement.dataset.offline = can ? "yes" : "no";
};

/**
 * Called once all files of the page are in.
 * @param {() => void} offer told as soon as a newer version is complete and waits for the page to let it take over
 */
export const keep = async (offer) => {
  // A single file needs no network, and there is no newer version to be had.
  if (SINGLE) return say(true);
  if (document.documentElement.dataset.broken) return;
  try {
    const registration = await navigator.serviceWorker.register(address());
    const watch = (worker) =>
      new Promise((done) => {
        const look = () => {
          if (worker.state === "installed" && registration.active) offer();
          if (worker.state !== "installing") done();
        };
        worker.addEventListener("statechange", look);
        look();
      });
    registration.addEventListener("updatefound", () => watch(registration.installing));
    if (registration.waiting && registration.active) offer();
    if (registration.installing) await watch(registration.installing);
    say(registration.active || registration.waiting);
  } catch {
    say(false);
  }
};

/** Lets the newer version take over, and shows it. */
export const switchOver = async () => {
  const waiting = (await navigator.serviceWorker.getRegistration())?.waiting;
  // Another tab has switched already.
  if (!waiting) return location.reload();
  waiting.addEventListener("statechange", () => waiting.state === "activated" && location.reload());
  waiting.postMessage("switch");
};
