/**
 * Functions that run inside the page. WebDriver sends their source, so each has to stand alone.
 */

/** Remembers in `window.errorsSeen` whatever goes wrong, from the first line of the page on. */
export function collectErrors() {
  const seen = (window.errorsSeen = []);
  const note = (...parts) => seen.push(parts.map((part) => [part, part?.stack].filter(Boolean).join("\n")).join(" "));
  // Files that do not load fire an event at their element, which does not bubble: hence the capture.
  addEventListener("error", (e) => note(e.message ?? "not loaded:", e.target?.src ?? e.target?.href ?? ""), true);
  addEventListener("unhandledrejection", (e) => note("unhandled:", e.reason));
  addEventListener("securitypolicyviolation", (e) => note("CSP:", e.violatedDirective, e.blockedURI));
  const print = console.error;
  console.error = (...parts) => (note("console.error:", ...parts), print(...parts));
}

/**
 * Visible elements of a role whose accessible name fits. Covers the ways of naming that we use, not the whole of ARIA.
 * @param {string} role
 * @param {{ text?: string, pattern?: string, flags?: string }} wanted
 * @returns {{ element: Element, name: string }[]}
 */
export function findByRole(role, wanted) {
  const selectors = {
    alert: "[role=alert]",
    banner: "body > header",
    button: "button, summary, input[type=submit], [role=button]",
    checkbox: "input[type=checkbox]",
    combobox: "select",
    dialog: "dialog[open], [role=dialog]",
    group: "fieldset, details, [role=group]",
    heading: "h1, h2, h3, h4, h5, h6",
    img: "img, svg[role=img]",
    link: "a[href]",
    list: "ul, ol",
    listitem: "li",
    main: "main",
    navigation: "nav",
    progressbar: "progress, [role=progressbar]",
    radio: "input[type=radio]",
    region: "section[aria-label], section[aria-labelledby], [role=region]",
    status: "output, [role=status]",
    table: "table",
    textbox: "textarea, input:not([type]), input[type=text], input[type=url], input[type=email], input[type=search]",
  };
  const trimmed = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const textOf = (...nodes) => trimmed(nodes.map((node) => node?.textContent ?? "").join(" "));
  const nameOf = (element) => {
    const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
    return (
      textOf(...ids.map((id) => document.getElementById(id))) ||
      trimmed(element.getAttribute("aria-label")) ||
      textOf(...(element.labels ?? [])) ||
      trimmed(element.getAttribute("alt")) ||
      textOf(element.querySelector(":scope > legend, :scope > caption, :scope > summary, :scope > title") ?? element) ||
      trimmed(element.value || element.title)
    );
  };
  const fits = ({ name }) =>
    (wanted.text === undefined || wanted.text === null || name === wanted.text) &&
    (!wanted.pattern || new RegExp(wanted.pattern, wanted.flags).test(name));
  return [...document.querySelectorAll(selectors[role] ?? `[role="${role}"]`)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => ({ element, name: nameOf(element) }))
    .filter(fits);
}

/** @returns {string} what has the focus: its kind, then its name */
export function describeFocus() {
  const element = document.activeElement ?? document.body;
  if (element === document.body) return "body";
  // Never `labels[0]`: after reading a label by its number WebKitGTK 2.50 crashes some pages later.
  const labels = [...(element.labels ?? [])].map((label) => label.textContent).join(" ");
  const name = element.getAttribute("aria-label") || labels || element.textContent;
  const kind = element.getAttribute("role") ?? (element.matches("input") ? element.type : element.localName);
  return `${kind} ${name.replace(/\s+/g, " ").trim()}`.trim();
}
