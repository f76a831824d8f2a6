// Text of terminals: colours become classes, everything else of the kind is left out.

import { h } from "../house/dom.js";

const ESCAPE = /\x1b\[([0-9;]*)([A-Za-z])|\x1b\][^\x07]*(?:\x07|$)|[\x00-\x08\x0b-\x1f]/g;

/** @returns nodes and strings for one line */
export function coloured(line) {
  if (!line.includes("\x1b")) return [line];
  const parts = [];
  let classes = new Set();
  let from = 0;
  const add = text => text && parts.push(classes.size ? h("span", { class: [...classes].join(" ") }, text) : text);
  for (const found of line.matchAll(ESCAPE)) {
    add(line.slice(from, found.index));
    from = found.index + found[0].length;
    if (found[2] === "m") classes = change(classes, found[1]);
  }
  add(line.slice(from));
  return parts;
}

export const plain = line => line.replace(ESCAPE, "");

function change(before, codes) {
  const classes = new Set(before);
  for (const code of (codes || "0").split(";").map(Number)) {
    if (code === 0) classes.clear();
    else if (code === 1) classes.add("ansi-b");
    else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97) || code === 39) {
      for (const one of classes) if (/\d/.test(one)) classes.delete(one);
      if (code !== 39) classes.add(`ansi-${code}`);
    }
  }
  return classes;
}
