// One stage of a run, with its log.

import { h, keep } from "../house/dom.js";
import { at, cells, facts, lasted, link, runLink, span, status, table } from "../house/words.js";
import { gates } from "./gates.js";
import { log } from "./log.js";

let opened = null;

export function stageView(run, stage) {
  return h("section", { "data-key": stage.id, "aria-label": `Stage ${stage.name}` },
    h("h2", null, stage.name, " ", status(stage.status)),
    stage.error && h("div", { class: "alarm" }, h("p", null, stage.error.message, " ", link(`/errors#${stage.error.code}`, h("code", null, stage.error.code))), stage.error.hint && h("p", null, stage.error.hint)),
    facts({
      Does: stage.agent && h("span", null, link(`/agents/${stage.agent}`, stage.agent), ` ${stage.action}`),
      "Waits for": stage.waitsFor && `${stage.waitsFor.on} ${stage.waitsFor.name ?? ""}`, "Next attempt": at(stage.nextAttemptAt),
      Skipped: stage.reason, Run: stage.childRun && runLink(stage.childRun), Took: lasted(stage),
      "Taken over": stage.reused && "from the run that this one was forked from", Matrix: stage.matrix && JSON.stringify(stage.matrix),
    }),
    stage.gates?.length > 0 && gates(stage.gates),
    stage.attempts.length > 1 && table("Attempts", ["", "Started", "Took", "Result"], stage.attempts.map(one => cells(String(one.number), one.number, at(one.startedAt),
      one.finishedAt ? span(Date.parse(one.finishedAt) - Date.parse(one.startedAt)) : "", one.error ? one.error.message : one.finishedAt ? "success" : "running"))),
    stage.metrics && Object.keys(stage.metrics).length > 0 && h("details", { "data-key": "metrics" }, h("summary", null, "Metrics"), facts(Object.fromEntries(Object.entries(stage.metrics).map(([name, value]) => [name, String(value)])))),
    stage.outputs && h("details", { "data-key": "outputs" }, h("summary", null, "Outputs"), h("pre", null, JSON.stringify(stage.outputs, null, 2))),
    stage.attempts.length > 0 && [h("h3", null, "Log"), logOf(run, stage)]);
}

// The same one for as long as its stage is looked at, and begun anew when another attempt is made after it had ended.
function logOf(run, stage) {
  const key = `${stage.id} ${stage.attempts.length}`;
  if (opened?.key !== key) {
    opened?.close();
    const { node, close } = log(run.id, stage.id);
    opened = { key, node, close };
  }
  return keep(opened.node);
}
