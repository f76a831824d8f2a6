import { h, show } from "../house/dom.js";
import { follow, get } from "../house/api.js";
import { empty, fault } from "../house/words.js";
import { clarification, decision } from "../parts/decision.js";

async function load() {
  try {
    const [decisions, clarifications] = await Promise.all([
      get("/api/v1/decisions", { status: "pending,escalated", limit: 100 }), get("/api/v1/clarifications", { status: "pending", limit: 100 })]);
    draw(decisions.decisions, clarifications.clarifications);
  } catch (error) {
    show(fault(error));
  }
}

function draw(decisions, clarifications) {
  const count = decisions.length + clarifications.length;
  show(
    h("p", { class: "quiet", role: "status" }, count === 0 ? "Nothing waits for a person." : count === 1 ? "One thing waits for a person." : `${count} things wait for a person.`),
    count === 0 && empty("When the policy wants a person for what a stage is about to do, or an agent has a question, it shows up here.",
      h("p", null, "A stage asks with ", h("code", null, "decision: { category: cost_impacting, title: Deploy }"), " in its definition.")),
    clarifications.map(one => clarification(one, load)), decisions.map(one => decision(one, load)),
    h("details", { "data-key": "settled", ontoggle: event => event.target.open && loadSettled() }, h("summary", null, "Settled lately"), h("div", { "data-own": true, "data-key": "list" })));
}

async function loadSettled() {
  const answer = await get("/api/v1/decisions", { status: "approved,rejected,revised,aborted,voided", limit: 30 });
  document.querySelector("[data-key=settled] [data-key=list]").replaceChildren(...answer.decisions.map(one => decision(one, load)));
}

load();
follow("/api/v1/runs/changes", { runs: load, more: load }, load);
