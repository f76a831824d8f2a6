import { h, show, title } from "../house/dom.js";
import { call, get, here, may } from "../house/api.js";
import { facts, fault, status } from "../house/words.js";
import { fields, values } from "../parts/form.js";
import { versions } from "../parts/versions.js";

const name = decodeURIComponent(location.pathname.split("/").at(-1));

try {
  const agent = await get(`/api/v1/agents/${encodeURIComponent(name)}`);
  title(agent.name);
  show(
    h("p", null, status(agent.status), " ", agent.description),
    facts({ Version: agent.version, Plugin: agent.plugin, Content: h("span", { class: "mono" }, agent.contentHash), Published: agent.publisher, "May reach": agent.capabilities && h("pre", null, JSON.stringify(agent.capabilities, null, 2)) }),
    h("h2", null, "Actions"), agent.actions.map(action),
    versions(agent.plugin));
} catch (error) {
  show(fault(error));
}

function action(one) {
  const schema = one.parametersSchema ?? {};
  return h("details", { class: "card" }, h("summary", null, h("strong", null, one.name), " ", one.description),
    may.operate && h("form", { onsubmit: event => { event.preventDefault(); start(one, event.target); } },
      fields(schema.properties ?? {}, schema.required), h("div", { class: "problem" }),
      h("p", { class: "row" }, h("button", { class: "first" }, `Run ${one.name}`), h("span", { class: "quiet" }, "Starts a run of this one stage."))),
    h("details", null, h("summary", null, "Schema of its parameters"), h("pre", null, JSON.stringify(schema, null, 2))));
}

async function start(one, form) {
  try {
    const stage = { id: one.name.replaceAll(/[^a-z0-9_-]/g, "-"), agent: name, action: one.name, parameters: values(form) };
    const run = await call("POST", "/api/v1/runs", { json: { pipeline: { name: `${name}-${stage.id}`, stages: [stage] } } });
    location.assign(here(`/runs/${run.id}`));
  } catch (error) {
    form.querySelector(".problem").replaceChildren(fault(error));
  }
}
