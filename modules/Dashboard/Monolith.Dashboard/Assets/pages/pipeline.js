import { h, keep, show, title } from "../house/dom.js";
import { asQuery, call, get, here, may } from "../house/api.js";
import { ask, attempt, field } from "../house/dialog.js";
import { fault, link } from "../house/words.js";
import { diff } from "../parts/diff.js";
import { editor } from "../parts/editor.js";
import { fields, values } from "../parts/form.js";
import { graph } from "../parts/graph.js";
import { lineOf } from "../parts/lines.js";

const BEGIN = `name: my-pipeline
stages:
  - id: greet
    agent: command
    action: run
    parameters:
      shell: sh
      script: echo "Hello!"
`;

const name = decodeURIComponent(location.pathname.split("/").at(-1));
const isNew = name === "new";
const project = new URLSearchParams(location.search).get("project") ?? undefined;
const query = { project };
const path = `/api/v1/pipelines/${encodeURIComponent(name)}`;
const sourceOf = version => get(path, { ...query, version }, { Accept: "application/yaml" }).then(text => typeof text === "string" ? text : JSON.stringify(text, null, 2));

let newest = null, source = BEGIN, checked = null, problem = null, compared = null, write = null;

async function load() {
  if (!isNew) [newest, source] = await Promise.all([get(path, query), sourceOf()]);
  title(isNew ? "New pipeline" : name);
  const [{ agents }, schema] = await Promise.all([get("/api/v1/agents"), get("/api/v1/schemas/pipeline")]);
  write = editor(source, { schema, agents: agents.filter(one => one.actions) }, check);
  draw();
  if (may.operate) await check(source);
}

async function check(text) {
  try {
    [checked, problem] = [await call("POST", "/api/v1/pipelines/validate", { text, type: "application/yaml" }), null];
  } catch (error) {
    problem = error;
  }
  draw();
}

function draw() {
  const text = write.area.value;
  show(
    newest && h("p", { class: "quiet" }, newest.description, ` Version ${newest.version}`, project && ` in ${project}`),
    h("p", { class: "row" },
      may.operate && newest && h("button", { class: "first", onclick: start }, "Run…"),
      may.operate && h("button", { onclick: store, disabled: problem !== null || text === source && !isNew }, isNew ? "Store it" : "Store a new version"),
      newest && link(`/runs${asQuery({ pipeline: name, project })}`, "Its runs"),
      may.operate && newest && h("button", { onclick: remove }, "Delete…")),
    h("div", { class: "columns" },
      h("div", null, keep(write.node), h("p", { class: "quiet" }, "Ctrl+Space tells what may stand at a place.")),
      h("div", null,
        h("div", { role: "status", "data-key": "faults" }, problem ? faults(text) : checked && h("p", null, "It is valid.")),
        checked && [h("h2", null, "Graph"), graph(checked.graph, null)],
        newest?.version > 1 && versions())));
}

const faults = text => h("div", { class: "alarm" }, h("p", null, problem.message),
  problem.errors.length > 0 && h("ul", null, problem.errors.map(one => {
    const line = lineOf(text, one.path);
    return h("li", null, line && h("button", { onclick: () => goTo(line) }, `Line ${line}`), " ", one.path && h("code", null, one.path), " ", one.message);
  })));

function goTo(line) {
  const from = write.area.value.split("\n").slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  write.area.focus();
  write.area.setSelectionRange(from, write.area.value.indexOf("\n", from) < 0 ? write.area.value.length : write.area.value.indexOf("\n", from));
}

function versions() {
  const pick = (id, chosen) => h("select", { id, "data-own": true, "data-key": id }, Array.from({ length: newest.version }, (_, at) => newest.version - at).map(one => h("option", { value: one, selected: one === chosen }, one)));
  const compare = () => attempt(async () => {
    const [before, after] = await Promise.all(["before", "after"].map(id => sourceOf(document.getElementById(id).value)));
    compared = diff(before, after);
    draw();
  });
  return [h("h2", null, "Versions"),
    h("p", { class: "row" }, h("label", { for: "before" }, "What changed from"), pick("before", newest.version - 1), h("label", { for: "after" }, "to"), pick("after", newest.version), h("button", { onclick: compare }, "Compare")),
    compared];
}

const store = () => attempt(async () => {
  const stored = await call("PUT", `/api/v1/pipelines/${encodeURIComponent(checked.name)}`, {
    query, text: write.area.value, type: "application/yaml", headers: isNew ? { "If-None-Match": "*" } : name === checked.name ? { "If-Match": `"${newest.version}"` } : {},
  });
  if (isNew || stored.name !== name) location.assign(here(`/pipelines/${stored.name}${asQuery(query)}`));
  [newest, source] = [stored, write.area.value];
  draw();
  return `Version ${stored.version} is stored.`;
});

function start() {
  const inputs = newest.definition.inputs ?? {};
  const required = Object.keys(inputs).filter(one => inputs[one].required);
  ask(`Run ${name}`, [h("div", { id: "inputs" }, fields(inputs, required)), field("Branch", h("input", { name: "branch" })), field("Labels", h("input", { name: "labels", placeholder: "team=shop area=web" }))], "Start it", async form => {
    const labels = Object.fromEntries(form.get("labels").split(/\s+/).filter(Boolean).map(one => one.split(/=(.*)/s)));
    const run = await call("POST", "/api/v1/runs", { query, json: { pipeline: name, inputs: values(document.getElementById("inputs")), labels, branch: form.get("branch") || undefined } });
    location.assign(here(`/runs/${run.id}`));
  });
}

const remove = () => ask(`Delete ${name}`, [h("p", null, "Its runs stay. A later pipeline of the same name goes on with the next version.")], "Delete it", async () => {
  await call("DELETE", path, { query });
  location.assign(here("/pipelines"));
});

load().catch(error => show(fault(error)));
