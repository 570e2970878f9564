// To take the page down for good: put this in the place of its sw.js, and leave it there for some months.
// Whoever kept the page for use without a network would otherwise be shown it for ever. This worker empties what the old one kept
// and removes itself; open pages go on, the next visit asks the host. Answers stay in the browser's storage.
addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  const leave = async () => {
    const ours = (await caches.keys()).filter((name) => name.startsWith(`ec-checkup ${registration.scope} `));
    await Promise.all(ours.map((name) => caches.delete(name)));
    await registration.unregister();
  };
  event.waitUntil(leave());
});
