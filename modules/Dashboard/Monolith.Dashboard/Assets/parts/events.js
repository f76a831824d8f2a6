// All that happened to a run, and the run as it was after any of it.

import { h, keep } from "../house/dom.js";
import { get } from "../house/api.js";
import { at, cells, table } from "../house/words.js";

const list = h("div", { "data-own": true, "data-key": "events" });

/** @param shown the version that the page shows @param travel called with a version, or null for now */
export function events(run, newest, shown, travel) {
  const slide = h("input", {
    type: "range", min: "1", max: String(newest), value: String(shown), id: "time-travel",
    onchange: event => travel(Number(event.target.value) === newest ? null : Number(event.target.value)),
  });
  const details = h("details", { "data-key": "history", ontoggle: event => event.target.open && read(run, newest, travel) },
    h("summary", null, `History: ${newest} events`),
    h("p", { class: "row" }, h("label", { for: "time-travel" }, "As it was after event"), slide, h("output", null, `${shown} of ${newest}`)),
    keep(list));
  if (list.closest("details")?.open) read(run, newest, travel);
  return details;
}

async function read(run, newest, travel) {
  if (list.dataset.newest === String(newest)) return;
  list.dataset.newest = newest;
  const answer = await get(`/api/v1/runs/${run.id}/events`);
  list.replaceChildren(table("Oldest first", ["", "When", "What", "Stage", "More"], answer.events.map(one => cells(String(one.version),
    h("button", { onclick: () => travel(one.version), "aria-label": `${one.version}: the run as it was after this event` }, one.version),
    at(one.at), one.type.replaceAll("_", " "), one.data.stage ?? "", h("details", null, h("summary", null, "data"), h("pre", null, JSON.stringify(one.data, null, 2)))))));
}
