import { h, show, tell, title } from "../house/dom.js";
import { call, follow, get, here, may } from "../house/api.js";
import { ask, attempt, field } from "../house/dialog.js";
import { at, cells, facts, fault, lasted, link, runLink, status, table } from "../house/words.js";
import { artifacts } from "../parts/artifacts.js";
import { pendingOf } from "../parts/decision.js";
import { events } from "../parts/events.js";
import { graph } from "../parts/graph.js";
import { happenings } from "../parts/happenings.js";
import { timeline } from "../parts/timeline.js";
import { stageView } from "../parts/stage.js";

const id = location.pathname.split("/").at(-1);
let run = null, newest = 0, shown = null, asked = [], cost = null, counted = -1, loading = false, again = false, source = null;

const selected = () => {
  const wanted = decodeURIComponent(location.hash.slice(1));
  const stages = run.stages;
  return stages.find(stage => stage.id === wanted) ?? stages.find(stage => stage.status === "failed")
    ?? stages.find(stage => stage.status === "running" || stage.status === "blocked") ?? stages[0];
};

// One question at a time; what happens meanwhile is asked for once more after it.
async function load() {
  if (loading) return void (again = true);
  loading = true;
  try {
    do {
      again = false;
      run = await get(`/api/v1/runs/${id}`, shown && { atVersion: shown });
      newest = Math.max(newest, run.version);
      draw();
      await loadMore();
    } while (again);
    if (!run.finishedAt && !shown) source ??= listen();
  } catch (error) {
    show(fault(error));
  } finally {
    loading = false;
  }
}

// What seldom changes: questions while a stage waits, the cost when a stage has ended.
async function loadMore() {
  const ended = run.stages.filter(stage => stage.finishedAt).length;
  const waits = !shown && run.stages.some(stage => stage.status === "blocked");
  if (!waits && asked.length === 0 && ended === counted) return;
  [asked, cost, counted] = [waits ? await pendingOf(id) : [], ended === counted ? cost : await get(`/api/v1/runs/${id}/models`), ended];
  draw();
}

function travel(version) {
  shown = version;
  load();
}

function draw() {
  const stage = selected();
  title(run.pipeline);
  show(
    h("p", { class: "row" }, status(run.status), h("span", { class: "mono" }, run.id), h("span", { class: "quiet" }, lasted(run)), !shown && controls(stage)),
    shown && h("div", { class: "notice", role: "status" }, `As it was after event ${shown} of ${newest}. `, h("button", { onclick: () => travel(null) }, "Back to now")),
    run.error && h("div", { class: "alarm" }, h("p", null, run.error.stage && [h("strong", null, run.error.stage), ": "], run.error.message, " ", link(`/errors#${run.error.code}`, h("code", null, run.error.code))), run.error.hint && h("p", null, run.error.hint)),
    asked.map(one => one(load)),
    h("h2", null, "Stages"),
    graph(run.stages, stage.id, stageId => `#${encodeURIComponent(stageId)}`),
    h("div", { class: "columns" },
      h("div", null, h("h2", null, "Timeline"), timeline(run), about(), models(), kept(), events(run, newest, shown ?? newest, travel)),
      h("div", null, stageView(run, stage))));
}

const about = () => [h("h2", null, "About"), facts({
  Pipeline: h("span", null, link(`/pipelines/${run.pipeline}${run.project === "default" ? "" : `?project=${run.project}`}`, run.pipeline), run.pipelineVersion && ` version ${run.pipelineVersion}`),
  Project: run.project, Trigger: run.trigger, "Started by": run.startedBy, Branch: run.branch, Commit: run.commitSha, Host: run.host,
  Created: at(run.createdAt), Started: at(run.startedAt), Finished: at(run.finishedAt),
  Labels: Object.entries(run.labels).map(([name, value]) => `${name}=${value}`).join(", "),
  Inputs: Object.keys(run.inputs).length > 0 && h("pre", null, JSON.stringify(run.inputs, null, 2)),
  "Waits for it": run.parent && runLink(run.parent.runId), "Goes on from": run.forkOf && runLink(run.forkOf),
  Evidence: link(`/api/v1/runs/${run.id}/evidence`, "signed bundle"),
})];

const models = () => cost?.calls.length > 0 && [h("h2", null, "Models"),
  facts({ Cost: `$${cost.spentUsd.toFixed(4)}`, Tokens: `${cost.inputTokens} in, ${cost.outputTokens} out` }),
  table("Calls", ["Stage", "Model", "Status", "Cost"], cost.calls.map(one => cells(one.id, one.stage, one.model, one.status, one.costUsd === undefined ? "" : `$${one.costUsd.toFixed(4)}`)))];

function kept() {
  const all = run.stages.flatMap(stage => stage.artifacts ?? []);
  return all.length > 0 && [h("h2", null, "Artifacts"), artifacts(all)];
}

function controls(stage) {
  if (!may.operate) return null;
  const act = (verb, said, body) => attempt(async () => { await call("POST", `/api/v1/runs/${id}/${verb}`, body); load(); return said; });
  const isOver = run.finishedAt !== undefined;
  return [
    !isOver && run.status !== "paused" && h("button", { onclick: () => act("pause", "Paused: no further stage begins.") }, "Pause"),
    run.status === "paused" && h("button", { class: "first", onclick: () => act("resume", "It goes on.") }, "Resume"),
    !isOver && h("button", { onclick: () => ask("Cancel this run", [h("p", null, "Stages under way are stopped.")], "Cancel the run", async () => { await call("POST", `/api/v1/runs/${id}/cancel`); load(); return "Cancelled."; }) }, "Cancel"),
    (run.status === "failed" || run.status === "cancelled") && h("button", { class: "first", onclick: () => act("retry", "It goes on from what failed.") }, "Retry"),
    isOver && run.status !== "success" && h("button", { onclick: () => act("retry", `It goes on from ${stage.id}.`, { query: { fromStage: stage.id } }) }, `Retry from ${stage.name}`),
    isOver && h("button", { onclick: fork }, "Fork"),
    !isOver && stage.waitsFor?.on === "signal" && h("button", { class: "first", onclick: () => signal(stage.waitsFor.name) }, `Give the signal ${stage.waitsFor.name}`),
  ];
}

const fork = () => ask("Fork this run", [
  h("p", null, "A new run begins; it takes over what the stages before this one brought."),
  field("From stage", h("select", { name: "fromStage" }, run.stages.map(stage => h("option", { value: stage.id, selected: stage.id === selected().id }, stage.name)))),
], "Start it", async form => {
  const forked = await call("POST", `/api/v1/runs/${id}/fork`, { query: { fromStage: form.get("fromStage") } });
  location.assign(here(`/runs/${forked.id}`));
});

const signal = name => ask(`Signal ${name}`, [field("What comes with it", h("textarea", { name: "data", rows: "3", placeholder: "{}" }), "JSON; the stage's outputs. Not needed.")], "Give it", async form => {
  await call("POST", `/api/v1/runs/${id}/signals/${encodeURIComponent(name)}`, form.get("data") ? { text: form.get("data"), type: "application/json" } : {});
  load();
  return "Given.";
});

addEventListener("hashchange", () => run && draw());
setInterval(() => run && !run.finishedAt && !shown && draw(), 1000);

load();

// Every event says only that it is worth asking: what is shown is always the whole run of one moment. A run that is over may be retried, and is followed anew.
function listen() {
  const ask = () => shown || load();
  return follow(`/api/v1/runs/${id}/events?after=${run.version}`, {
    ...Object.fromEntries(happenings.map(name => [name, ask])),
    end: async () => {
      await load();
      if (!run.finishedAt) return;
      source?.close();
      source = null;
    },
    closing: () => tell("This host stops; the next one goes on."),
  }, ask);
}
