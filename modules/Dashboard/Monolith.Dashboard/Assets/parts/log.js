// A stage's log: as it is written, searched, and to keep.

import { h } from "../house/dom.js";
import { follow, here } from "../house/api.js";
import { coloured, plain } from "./ansi.js";

const MOST = 5000;

/** @returns {{node: Node, close: () => void}} a log that follows its stage until it is closed */
export function log(runId, stage) {
  const address = `/api/v1/runs/${runId}/stages/${encodeURIComponent(stage)}/log`;
  const lines = h("div", { class: "log", tabindex: "0", role: "log", "aria-live": "off", "aria-label": `Log of ${stage}` });
  const said = h("span", { class: "quiet", role: "status" });
  const search = h("input", { type: "search", "aria-label": "Search the log", placeholder: "Search", oninput: () => find() });
  const tail = h("input", { type: "checkbox", id: "log-tail", checked: true });
  let count = 0;

  const source = follow(`${address}/events`, { lines: add, end });

  function end() {
    source.close();
    if (count === 0) said.textContent = "Nothing was written.";
  }

  function add(text) {
    for (const line of text.split("\n")) if (line) lines.append(lineOf(line, ++count));
    while (lines.childElementCount > MOST) lines.firstElementChild.remove();
    if (tail.checked) lines.scrollTop = lines.scrollHeight;
    find();
  }

  function find() {
    const wanted = search.value.toLowerCase();
    let found = 0;
    for (const line of lines.children) {
      const fits = wanted !== "" && line.dataset.text.includes(wanted);
      line.classList.toggle("found", fits);
      line.classList.toggle("unfit", wanted !== "" && !fits);
      found += fits ? 1 : 0;
    }
    said.textContent = wanted ? `${found} lines found` : count > MOST ? `The last ${MOST} of ${count} lines; the download has all.` : `${count} lines`;
  }

  const node = h("div", { "data-own": true, "data-key": `log-${stage}` },
    h("div", { class: "row" }, search, h("span", null, tail, " ", h("label", { for: "log-tail" }, "Follow")),
      h("a", { href: here(address), download: `${stage}.log` }, "Download"), said),
    lines);
  return { node, close: source.close };
}

// "2026-01-31T12:00:00.000Z info  text"
function lineOf(line, number) {
  const [, time, level, text] = /^(\S+Z) (\w+) +(.*)$/.exec(line) ?? [null, "", "info", line];
  return h("div", { class: level === "info" ? null : level, "data-text": plain(text).toLowerCase(), id: `line-${number}` },
    h("span", { class: "when", title: time }, time.slice(11, 23)), coloured(text));
}
