import { h, show, tell } from "../house/dom.js";
import { asQuery, call, follow, get, here, may } from "../house/api.js";
import { cells, empty, fault, lasted, link, runLink, status, table, when } from "../house/words.js";

const STATES = ["queued", "running", "waiting", "paused", "success", "failed", "cancelled"];
const SINCE = { "": "ever", 3600: "the last hour", 86400: "the last day", 604800: "the last week" };
const MOST = 50;

const address = new URLSearchParams(location.search);
const filter = Object.fromEntries(["status", "pipeline", "label", "since", "project", "cursor"].map(name => [name, address.get(name) ?? ""]));
let runs = [], next = null, problem = null, unseen = 0, loaded = false;

const asked = () => ({
  status: filter.status, pipeline: filter.pipeline, label: filter.label, project: filter.project,
  since: filter.since && new Date(Date.now() - filter.since * 1000).toISOString(),
});

async function load() {
  try {
    const answer = await get("/api/v1/runs", { ...asked(), cursor: filter.cursor, limit: MOST });
    [runs, next, problem, unseen, loaded] = [answer.runs, answer.nextCursor, null, 0, true];
  } catch (error) {
    problem = error;
  }
  draw();
}

function change(name, value) {
  filter[name] = value;
  filter.cursor = name === "cursor" ? value : "";
  history.pushState(null, "", location.pathname + asQuery(filter));
  load();
}

addEventListener("popstate", () => location.reload());

function draw() {
  show(
    h("form", { class: "row end", onsubmit: event => event.preventDefault(), "aria-label": "Which runs" },
      pick("Status", "status", [["", "all"], ["queued,running,waiting,paused", "not over"], ...STATES.map(one => [one, one])]),
      enter("Pipeline", "pipeline"), enter("Label", "label", "name=value"), pick("Since", "since", Object.entries(SINCE)),
      may.operate && ["cancel", "pause", "resume", "retry"].map(bulk)),
    problem && fault(problem),
    unseen > 0 && h("p", null, h("button", { onclick: load }, `${unseen} more runs have changed: show`)),
    loaded && (runs.length ? list() : nothing()),
    h("p", { class: "row" }, filter.cursor && h("button", { onclick: () => change("cursor", "") }, "Newest"), next && h("button", { onclick: () => change("cursor", next) }, "Older")));
}

const pick = (label, name, options) => h("div", { class: "field" }, h("label", { for: name }, label),
  h("select", { id: name, onchange: event => change(name, event.target.value) }, options.map(([value, text]) => h("option", { value, selected: value === filter[name] }, text))));

const enter = (label, name, placeholder) => h("div", { class: "field" }, h("label", { for: name }, label),
  h("input", { id: name, type: "search", placeholder, value: filter[name], onchange: event => change(name, event.target.value.trim()) }));

const list = () => table("Newest first", ["Status", "Pipeline", "Run", "Trigger", "Started", "Took", "Error"], runs.map(run => cells(run.id,
  status(run.status),
  h("span", null, link(`/pipelines/${run.pipeline}${run.project === "default" ? "" : `?project=${run.project}`}`, run.pipeline), run.project !== "default" && h("span", { class: "quiet" }, ` in ${run.project}`)),
  runLink(run.id),
  h("span", null, run.trigger, run.branch && h("span", { class: "quiet" }, ` ${run.branch}`), run.commitSha && h("span", { class: "quiet mono" }, ` ${run.commitSha.slice(0, 8)}`)),
  when(run.startedAt ?? run.createdAt), lasted(run), run.errorCode && link(`/errors#${run.errorCode}`, h("code", null, run.errorCode)))));

const isFiltered = () => Object.values(filter).some(value => value !== "");

const nothing = () => isFiltered()
  ? empty("No run fits these conditions.")
  : empty("There are no runs yet. A run is one execution of a pipeline. Start one of a file:",
    h("pre", null, `curl -X POST ${location.origin}${here("/api/v1/runs")} \\\n  -H 'Content-Type: application/yaml' --data-binary @host/samples/hello.yaml`),
    h("p", null, "or write a ", link("/pipelines/new", "pipeline"), " and start it by a click."));

const VERBS = { cancel: "Cancel", pause: "Pause", resume: "Resume", retry: "Retry" };

function bulk(verb) {
  const isSaid = ["status", "pipeline", "label", "since"].some(name => filter[name] !== "");
  return h("button", { type: "button", disabled: !isSaid, title: isSaid ? null : "Choose first which runs, by the fields to the left.", onclick: () => askBulk(verb) }, `${VERBS[verb]}…`);
}

async function askBulk(verb) {
  const path = `/api/v1/runs:${verb}`, query = asked();
  try {
    // Loaded when it is needed: this page is the one that most come in by.
    const [{ matched }, { ask }] = await Promise.all([call("POST", path, { query: { ...query, dryRun: true } }), import("../house/dialog.js")]);
    ask(`${VERBS[verb]} ${matched} runs`, [h("p", null, "All that fit: ", h("code", null, asQuery(query).slice(1)), ". Runs whose state does not allow it are left out.")], `${VERBS[verb]} them`, async () => {
      const done = await call("POST", path, { query });
      load();
      return `${done.done} of ${done.matched} runs did so.`;
    });
  } catch (error) {
    tell(error.message, true);
  }
}

// What changes comes by itself; of what does not fit the conditions nothing is shown.
function changed(rows) {
  if (filter.cursor) return;
  for (const row of rows) {
    const place = runs.findIndex(run => run.id === row.id);
    if (place >= 0) fits(row) ? runs[place] = row : runs.splice(place, 1);
    else if (fits(row) && (runs.length < MOST || row.createdAt > runs.at(-1).createdAt)) runs.push(row);
  }
  runs.sort((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt));
  if (runs.length > MOST) runs.length = MOST;
  draw();
}

function fits(run) {
  const [name, value] = filter.label.split(/=(.*)/s);
  return (!filter.status || filter.status.split(",").includes(run.status)) && (!filter.pipeline || run.pipeline === filter.pipeline)
    && (!filter.label || run.labels[name] === value) && (!filter.project || run.project === filter.project);
}

load();
follow("/api/v1/runs/changes", { runs: changed, more: ({ count }) => { unseen += count; draw(); } }, () => loaded && load());
setInterval(() => runs.some(run => !run.finishedAt) && draw(), 1000);
