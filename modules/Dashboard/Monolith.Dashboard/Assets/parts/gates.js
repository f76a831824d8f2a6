// What the quality gates of a stage wanted, and what they found.

import { h } from "../house/dom.js";
import { status, table } from "../house/words.js";

export const gates = results => table("Quality gates", ["Gate", "Wanted", "Found", "Result"], results.map(gate => h("tr", { "data-key": gate.name },
  h("td", null, gate.name, !gate.blocking && h("span", { class: "quiet" }, " (warns)")),
  h("td", { class: "mono" }, `${gate.metric} ${gate.operator} ${gate.threshold}`),
  h("td", { class: "number" }, gate.actual === undefined || gate.actual === null ? "not measured" : String(gate.actual)),
  h("td", null, gate.passed ? status("success") : gate.blocking ? status("failed") : status("degraded")))));
