// Something that a person decides or answers.

import { h } from "../house/dom.js";
import { call, get, may, me } from "../house/api.js";
import { ask, attempt, field } from "../house/dialog.js";
import { at, facts, runLink, status, when } from "../house/words.js";

export function decision(one, changed) {
  const isOpen = one.status === "pending" || one.status === "escalated";
  return h("section", { class: "card", "data-key": one.id, "aria-label": one.proposal.title },
    h("h3", null, status(one.status), " ", one.proposal.title),
    one.proposal.description && h("p", null, one.proposal.description),
    facts({
      Run: h("span", null, one.pipeline, " ", runLink(one.runId)),
      Stage: one.stage,
      Category: one.proposal.category,
      Confidence: one.proposal.confidence === undefined ? "not said" : `${Math.round(one.proposal.confidence * 100)} %`,
      "Cost per month": one.proposal.costPerMonth !== undefined && `$${one.proposal.costPerMonth}`,
      Environment: one.proposal.environment,
      "Why a person": one.ruling,
      "Who decides": one.approvers.length ? one.approvers.join(", ") : isOpen && "anybody but whoever started the run",
      Approved: one.quorum > 1 && `${one.votes.length} of ${one.quorum}${one.votes.length ? `: ${one.votes.map(vote => vote.by).join(", ")}` : ""}`,
      Expires: isOpen && when(one.expiresAt),
      Settled: one.settledAt && h("span", null, at(one.settledAt), one.by && ` by ${one.by}`, one.reason && `: ${one.reason}`),
    }),
    h("details", null, h("summary", null, "What is being approved"),
      h("p", null, "The approval is bound to ", h("code", null, one.subject.sha256.slice(0, 12)), "; if any of this changes it is void."),
      one.subject.artifacts.length > 0 && h("ul", null, one.subject.artifacts.map(file => h("li", null, file.name, " ", h("code", null, file.sha256.slice(0, 12))))),
      one.proposal.evidence !== undefined && h("pre", null, JSON.stringify(one.proposal.evidence, null, 2)),
      one.capabilities && h("pre", null, JSON.stringify(one.capabilities, null, 2))),
    isOpen && may.decide && buttons(one, changed));
}

function buttons(one, changed) {
  const reason = () => field("Why", h("textarea", { name: "reason", rows: "3", maxlength: "2000" }), "Kept with the decision; not needed.");
  const options = one.proposal.options.length > 0 &&
    field("Option", h("select", { name: "option" }, one.proposal.options.map(option => h("option", null, option))));
  const remark = () => field("What is to be different", h("textarea", { name: "remark", rows: "4", required: true }), "The agent sees it.");
  const who = () => !me.signsIn && field("Who you are", h("input", { name: "who", required: true, value: me.name, autocomplete: "username" }), "Nobody signs in on this host; the decision is kept under this name.");
  const send = (verb, said, body) => async form => {
    if (form.get("who")) me.name = form.get("who");
    await call("POST", `/api/v1/decisions/${one.id}/${verb}`, { json: { reason: form.get("reason") || undefined, ...body(form) } });
    changed();
    return said;
  };
  const button = (label, verb, said, fields, body = () => ({}), first = false) => h("button", {
    class: first ? "first" : null, onclick: () => ask(`${label}: ${one.proposal.title}`, [who(), fields], label, send(verb, said, body)),
  }, label);
  return h("p", { class: "row" },
    button("Approve", "approve", "Approved.", [options, reason()], form => ({ subject: one.subject.sha256, option: form.get("option") ?? undefined }), true),
    button("Ask for changes", "revise", "Sent back to the agent.", [remark(), reason()], form => ({ remark: { text: form.get("remark") } })),
    button("Escalate", "escalate", "Escalated.", [reason()]),
    button("Abort", "abort", "Aborted.", [reason()]));
}

export function clarification(one, changed) {
  const form = h("form", { "data-own": true, onsubmit: event => { event.preventDefault(); attempt(() => answer(one, new FormData(form), changed)); } },
    one.questions.map(question => field(question.text, control(question))),
    h("p", null, h("button", { class: "first" }, "Answer")));
  return h("section", { class: "card", "data-key": one.id, "aria-label": `Questions of ${one.stage}` },
    h("h3", null, status(one.status), " ", `${one.stage} asks`, one.round > 1 && ` (round ${one.round})`),
    facts({ Run: h("span", null, one.pipeline, " ", runLink(one.runId)), Expires: one.status === "pending" && when(one.expiresAt), Answered: one.answeredAt && h("span", null, at(one.answeredAt), one.by && ` by ${one.by}`) }),
    one.status === "pending" && may.operate ? form : h("ul", null, one.questions.map(question => h("li", null, question.text, one.answers && [" ", h("strong", null, String(one.answers[question.id]))]))));
}

const kind = question => question.type.toLowerCase().replaceAll("_", "");

function control(question) {
  switch (kind(question)) {
    case "multiplechoice": return h("select", { name: question.id }, question.choices.map(choice => h("option", null, choice)));
    case "yesno": return h("select", { name: question.id }, h("option", { value: "true" }, "yes"), h("option", { value: "false" }, "no"));
    case "numeric": return h("input", { name: question.id, type: "number", step: "any", min: question.least, max: question.most, required: true });
    default: return h("textarea", { name: question.id, rows: "2", required: true });
  }
}

async function answer(one, given, changed) {
  const answers = {};
  for (const question of one.questions) {
    const text = given.get(question.id);
    answers[question.id] = kind(question) === "yesno" ? text === "true" : kind(question) === "numeric" ? Number(text) : text;
  }
  await call("POST", `/api/v1/clarifications/${one.id}/answers`, { json: { answers } });
  changed();
  return "Answered.";
}

export const pendingOf = async runId => {
  const [decisions, clarifications] = await Promise.all([
    get("/api/v1/decisions", { runId, status: "pending,escalated" }), get("/api/v1/clarifications", { runId, status: "pending" })]);
  return [...decisions.decisions.map(one => changed => decision(one, changed)), ...clarifications.clarifications.map(one => changed => clarification(one, changed))];
};
