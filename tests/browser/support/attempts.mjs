/**
 * Ways in which something could get out of a page. Each function runs inside a page and stands alone; `to` is the address it
 * tries to reach, named like the attempt.
 */

/** @typedef {{ url: string, silent: string, stun: string }} To */

/** Attempts that leave the page where it is. @type {Record<string, (to: string, hosts: To) => unknown>} */
export const ATTEMPTS = {
  fetch: (to) => fetch(to, { mode: "no-cors" }),
  "fetch-keepalive": (to) => fetch(to, { mode: "no-cors", method: "POST", body: "secret", keepalive: true }),
  xhr: (to) => {
    const request = new XMLHttpRequest();
    request.open("GET", to);
    request.send();
  },
  websocket: (to) => new WebSocket(to.replace("http", "ws")),
  eventsource: (to) => new EventSource(`${to}.events`),
  beacon: (to) => navigator.sendBeacon(to, "secret"),
  image: (to) => (new Image().src = to),
  "image-srcset": (to) => (new Image().srcset = `${to} 1x`),
  "svg-image": (to) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const image = document.createElementNS("http://www.w3.org/2000/svg", "image");
    image.setAttribute("href", to);
    document.body.append(svg);
    svg.append(image);
  },
  video: (to) => Object.assign(document.createElement("video"), { src: to }).load(),
  poster: (to) => document.body.append(Object.assign(document.createElement("video"), { poster: to })),
  audio: (to) => new Audio(to).load(),
  "image-button": (to) => document.body.append(Object.assign(document.createElement("input"), { type: "image", src: to })),
  font: (to) => new FontFace("elsewhere", `url(${to})`).load().catch(() => {}),
  stylesheet: (to) => document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${to}.css` })),
  "style-element": (to) => document.head.append(Object.assign(document.createElement("style"), { textContent: `@import "${to}.css";` })),
  "style-attribute": (to) => {
    const element = document.createElement("p");
    element.setAttribute("style", `background: url(${to})`);
    document.body.append(element);
  },
  "style-property": (to) => {
    const element = document.body.appendChild(document.createElement("p"));
    element.style.background = `url(${to})`;
  },
  "adopted-style": (to) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`body { background: url(${to}) }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  },
  script: (to) => {
    const script = document.createElement("script");
    script.src = `${to}.js`;
    document.head.append(script);
  },
  "module-script": (to) => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = `${to}.js`;
    document.head.append(script);
  },
  import: (to) => import(`${to}.js`),
  modulepreload: (to) => document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: `${to}.js` })),
  worker: (to) => new Worker(URL.createObjectURL(new Blob([`fetch("${to}", { mode: "no-cors" })`]))),
  "shared-worker": (to) => new SharedWorker(URL.createObjectURL(new Blob([`fetch("${to}", { mode: "no-cors" })`]))),
  worklet: (to) => new AudioContext().audioWorklet.addModule(`${to}.js`),
  iframe: (to) => document.body.append(Object.assign(document.createElement("iframe"), { src: `${to}.html` })),
  "blob-frame": (to) => {
    const page = new Blob([`<script>fetch("${to}", { mode: "no-cors" })<\/script>`], { type: "text/html" });
    document.body.append(Object.assign(document.createElement("iframe"), { src: URL.createObjectURL(page) }));
  },
  object: (to) => document.body.append(Object.assign(document.createElement("object"), { data: `${to}.html` })),
  embed: (to) => document.body.append(Object.assign(document.createElement("embed"), { src: `${to}.html` })),
  prefetch: (to) => document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: to })),
  "preload-image": (to) => document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "image", href: to })),
  "preload-fetch": (to) => document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", href: to })),
  manifest: (to) => {
    document.querySelector("link[rel=manifest]")?.remove();
    document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: to }));
  },
  ping: (to) => {
    const link = document.body.appendChild(Object.assign(document.createElement("a"), { href: "#", ping: to }));
    link.click();
  },
  "speculation-rules": (to) => {
    const script = document.createElement("script");
    script.type = "speculationrules";
    script.textContent = JSON.stringify({ prefetch: [{ source: "list", urls: [to], eagerness: "immediate" }] });
    document.head.append(script);
  },
  "form-in-frame": (to) => {
    document.body.append(Object.assign(document.createElement("iframe"), { name: "target" }));
    const form = document.body.appendChild(document.createElement("form"));
    Object.assign(form, { action: `${to}.html`, target: "target", method: "post" });
    form.submit();
  },
};

/** Attempts of the same kind, heard by other ears than those of a web server. */
export const WHISPERS = {
  connection: (_, hosts) => document.head.append(Object.assign(document.createElement("link"), { rel: "preconnect", href: hosts.silent })),
  datagram: async (_, hosts) => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:${hosts.stun}` }] });
    connection.createDataChannel("secret");
    await connection.setLocalDescription(await connection.createOffer());
  },
};

/** Attempts that lead away from the page, each for a page of its own. */
export const LEAVING = {
  form: (to) => {
    const form = document.body.appendChild(document.createElement("form"));
    form.action = `${to}.html`;
    form.submit();
  },
};

/** What no policy of a page can stop: it is how the web works. */
export const OPEN = {
  location: (to) => void (location.href = `${to}.html`),
  link: (to) => document.body.appendChild(Object.assign(document.createElement("a"), { href: `${to}.html` })).click(),
};

/** Ways of bringing foreign code or markup to life: each would set `window.injected`. */
export const INJECTIONS = {
  html: () => (document.body.appendChild(document.createElement("div")).innerHTML = "<img src=x onerror='window.injected = true'>"),
  "html-after": () => document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.injected = true'>"),
  "inline-script": () => document.head.append(Object.assign(document.createElement("script"), { textContent: "window.injected = true" })),
  "inline-handler": () => {
    const button = document.createElement("button");
    button.setAttribute("onclick", "window.injected = true");
    button.click();
  },
  "javascript-link": () => document.body.appendChild(Object.assign(document.createElement("a"), { href: "javascript:void (window.injected = true)" })).click(),
  eval: () => (0, eval)("window.injected = true"),
  function: () => new Function("window.injected = true")(),
  timer: () => setTimeout("window.injected = true"),
  "own-rule": () => {
    const rule = trustedTypes.createPolicy("mine", { createHTML: (text) => text });
    document.body.appendChild(document.createElement("div")).innerHTML = rule.createHTML("<img src=x onerror='window.injected = true'>");
  },
  "same-rule": () => {
    const rule = trustedTypes.createPolicy("ec-checkup", { createHTML: (text) => text });
    document.body.appendChild(document.createElement("div")).innerHTML = rule.createHTML("<img src=x onerror='window.injected = true'>");
  },
  "blob-script": () => {
    const script = document.createElement("script");
    script.src = URL.createObjectURL(new Blob(["window.injected = true"], { type: "text/javascript" }));
    document.head.append(script);
  },
};

const source = (functions) => `{${Object.entries(functions).map(([name, act]) => `${JSON.stringify(name)}: ${act}`).join(",\n")}}`;

/**
 * Source of a script for `serve`, which puts all of these into a page as functions of its own, so that its policy applies to
 * them. They start in a later turn: what WebDriver calls directly may be exempt from the policy.
 */
export const attemptsScript = () => `{
  const attempts = ${source({ ...ATTEMPTS, ...WHISPERS, ...LEAVING, ...OPEN, ...INJECTIONS })};
  window.attempt = (name, ...args) => setTimeout(() => Promise.resolve(attempts[name](...args)).catch(() => {}));
}`;
