/**
 * Somebody else's hosts, which would take whatever a page sends them, and note it. The judge of what leaves a page.
 */
import { createSocket } from "node:dgram";
import { createServer } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { networkInterfaces } from "node:os";

/** One pixel. */
const GIF = Buffer.from("R0lGODlhAQABAAAAACH5BAEAAAAALAAAAAABAAEAAAICTAEAOw==", "base64");
const BODIES = {
  css: ["text/css", "p { color: red }"],
  html: ["text/html", "<!doctype html><title>elsewhere</title>"],
  js: ["text/javascript", "export {}"],
  events: ["text/event-stream", "data: hello\n\n"],
};

/**
 * @typedef {object} Witness
 * @property {string} url of a host that answers everything and allows everything, ending in "/"
 * @property {string} silent of a host to which one can only connect
 * @property {string} stun of a host that hears UDP, as host:port
 * @property {boolean} outward whether that is on a network other than the machine's own
 * @property {() => string[]} heard names of all that arrived: the path of a request without its ending, "connection", "datagram"
 * @property {() => void} forget
 * @property {() => Promise<void>} stop
 */

/** @returns {Promise<Witness>} */
export async function witness() {
  const heard = new Set();
  const note = (path) => heard.add(/^\/([\w-]*)/.exec(path)?.[1]);
  const host = createServer((request, response) => {
    note(request.url);
    const [type, body] = BODIES[/\.(\w+)/.exec(request.url)?.[1]] ?? ["image/gif", GIF];
    const allowed = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*", "Timing-Allow-Origin": "*" };
    response.writeHead(200, { ...allowed, "Content-Type": type, "Cache-Control": "no-store" }).end(body);
  });
  host.on("upgrade", (request, socket) => {
    note(request.url);
    socket.destroy();
  });
  const silent = createTcpServer((socket) => {
    heard.add("connection");
    socket.on("error", () => {}).destroy();
  });
  const udp = createSocket("udp4").on("message", () => heard.add("datagram"));

  const listen = (server) => new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server.address().port)));
  const [port, silentPort] = [await listen(host), await listen(silent)];
  await new Promise((resolve) => udp.bind(0, () => resolve(undefined)));
  // Browsers do not look for ways to talk on the loopback interface.
  const outward = Object.values(networkInterfaces()).flat().find(({ family, internal }) => family === "IPv4" && !internal);
  return {
    url: `http://127.0.0.1:${port}/`,
    silent: `http://127.0.0.1:${silentPort}/`,
    stun: `${outward?.address ?? "127.0.0.1"}:${udp.address().port}`,
    outward: outward !== undefined,
    heard: () => [...heard].filter((name) => name !== "favicon").sort(),
    forget: () => heard.clear(),
    stop: async () => {
      host.closeAllConnections();
      udp.close();
      await Promise.all([host, silent].map((server) => new Promise((resolve) => server.close(() => resolve(undefined)))));
    },
  };
}
