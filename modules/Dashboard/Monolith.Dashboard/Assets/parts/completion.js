// What may stand at a place of a definition: words of the schema, the agents that are loaded, their actions and parameters, the ids of stages.

/** @returns {{from: number, options: {text, hint}[]}} what would take the place of text[from..at] */
export function complete(text, at, { schema, agents }) {
  const before = text.slice(0, at);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const value = /^\s*(?:-\s+)?([\w.-]+):\s+\[?(?:[^\],]*,\s*)*([\w.-]*)$/.exec(line);
  const key = /^(\s*(?:-\s+)?)([\w.-]*)$/.exec(line);
  const path = pathOf(before);
  if (value) return choose(value[2], valuesOf(path, value[1], text, { schema, agents }), at);
  if (key) return choose(key[2], keysOf(path, text, before, { schema, agents }).map(one => ({ ...one, text: `${one.text}: ` })), at);
  return { from: at, options: [] };
}

const choose = (begun, options, at) => ({ from: at - begun.length, options: options.filter(one => one.text.startsWith(begun) && one.text.trim() !== begun).slice(0, 40) });

// The names above the line, outermost first: ["stages", "parameters"].
function pathOf(before) {
  const lines = before.split("\n");
  const last = lines.pop();
  let depth = /^\s*(-\s+)?/.exec(last)[0].length;
  const path = [];
  for (const line of lines.reverse()) {
    const match = /^(\s*)(-\s+)?([\w.-]+):/.exec(line);
    if (!match) continue;
    const own = match[1].length + (match[2]?.length ?? 0);
    if (own < depth) {
      path.unshift(match[3]);
      depth = match[1].length;
    }
  }
  return path;
}

// The lines of the stage that the place is in.
function stageAt(before, text) {
  const begin = Math.max(before.lastIndexOf("\n  - "), before.lastIndexOf("\n- "));
  if (begin < 0) return {};
  const rest = text.slice(begin + 1);
  const end = rest.slice(2).search(/\n {0,2}- /);
  const stage = end < 0 ? rest : rest.slice(0, end + 2);
  return { agent: /^\s*(?:- )?\s*agent:\s*(\S+)/m.exec(stage)?.[1], action: /^\s*(?:- )?\s*action:\s*(\S+)/m.exec(stage)?.[1] };
}

function keysOf(path, text, before, { schema, agents }) {
  if (path.at(-1) === "parameters") return properties(actionOf(stageAt(before, text), agents)?.parametersSchema);
  return properties(path.reduce((place, name) => inner(schema, place, name), schema));
}

function valuesOf(path, name, text, { schema, agents }) {
  if (name === "agent") return agents.map(one => ({ text: one.name, hint: one.description }));
  if (name === "action") return (agents.find(one => one.name === stageAt(text, text).agent) ?? agents.find(one => text.includes(`agent: ${one.name}`)))?.actions.map(one => ({ text: one.name, hint: one.description })) ?? [];
  if (name === "needs" || name === "stage") return [...text.matchAll(/^\s*- id:\s*(\S+)/gm)].map(match => ({ text: match[1], hint: "stage" }));
  const place = inner(schema, path.reduce((outer, one) => inner(schema, outer, one), schema), name);
  return (resolve(schema, place)?.enum ?? (resolve(schema, place)?.type === "boolean" ? ["true", "false"] : [])).map(one => ({ text: String(one), hint: "" }));
}

const actionOf = ({ agent, action }, agents) => agents.find(one => one.name === agent)?.actions.find(one => one.name === action);

const properties = place => Object.entries(place?.properties ?? {}).map(([text, { description }]) => ({ text, hint: description ?? "" }));

function inner(schema, place, name) {
  const found = resolve(schema, resolve(schema, place)?.properties?.[name] ?? resolve(schema, place)?.additionalProperties);
  return found?.items ? resolve(schema, found.items) : found;
}

function resolve(schema, place) {
  const named = place?.$ref ? schema.$defs?.[place.$ref.split("/").at(-1)] : place;
  return named?.anyOf?.find(one => one.properties || one.$ref) ? resolve(schema, named.anyOf.find(one => one.properties || one.$ref)) : named;
}
