// The addresses of scripts that are no element of the page. Its policy lets no other through: `trusted-types` in index.html allows
// this one rule.

/** Of the service worker; or of a script that came as a file of the page, its checksum right. */
const find = (script) => (script ? URL.createObjectURL(new Blob([script], { type: "text/javascript" })) : "sw.js");

let rule;

/** @param {string} [script] the text of a script; without one the service worker is meant */
export const address = (script = "") => {
  rule ??= globalThis.trustedTypes?.createPolicy("ec-checkup", { createScriptURL: find }) ?? { createScriptURL: find };
  return rule.createScriptURL(script);
};
