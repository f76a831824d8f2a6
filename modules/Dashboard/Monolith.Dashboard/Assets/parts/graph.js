// A run's or definition's stages as a graph, from left to right; each column waits for those before it.

import { h } from "../house/dom.js";

const WIDTH = 176, HEIGHT = 46, ACROSS = 48, DOWN = 16;
const MOST = 400;

/** @param stages {id, name, needs, status?, agent?}; more than are drawn well are not drawn. */
export function graph(stages, selected, href) {
  if (stages.length > MOST) return h("p", { class: "quiet" }, `${stages.length} stages are too many to draw. The timeline has them all.`);
  const places = layout(stages);
  const width = Math.max(...[...places.values()].map(place => place.x)) + WIDTH + 4;
  const height = Math.max(...[...places.values()].map(place => place.y)) + HEIGHT + 4;
  return h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Graph of the stages" },
    h("svg", { class: "graph", width, height, viewBox: `-2 -2 ${width} ${height}` },
      stages.flatMap(stage => stage.needs.filter(need => places.has(need)).map(need => edge(places.get(need), places.get(stage.id)))),
      stages.map(stage => node(stage, places.get(stage.id), stage.id === selected, href))));
}

function layout(stages) {
  const byId = new Map(stages.map(stage => [stage.id, stage]));
  const depths = new Map();
  const depth = id => {
    if (!depths.has(id)) {
      depths.set(id, 0); // A circle, which only a definition being written can have.
      depths.set(id, Math.max(-1, ...byId.get(id).needs.filter(need => byId.has(need)).map(depth)) + 1);
    }
    return depths.get(id);
  };
  const columns = [];
  for (const stage of stages) (columns[depth(stage.id)] ??= []).push(stage);
  const places = new Map();
  columns.forEach((column, across) => {
    if (across > 0) column.sort((one, other) => middle(one, places) - middle(other, places));
    column.forEach((stage, down) => places.set(stage.id, { x: across * (WIDTH + ACROSS), y: down * (HEIGHT + DOWN) }));
  });
  return places;
}

// Near what it waits for, so that lines seldom cross.
function middle(stage, places) {
  const before = stage.needs.map(need => places.get(need)?.y).filter(y => y !== undefined);
  return before.length ? before.reduce((sum, y) => sum + y, 0) / before.length : 0;
}

function edge(from, to) {
  const [x1, y1, x2, y2] = [from.x + WIDTH, from.y + HEIGHT / 2, to.x, to.y + HEIGHT / 2];
  return h("path", { d: `M${x1} ${y1} C${x1 + ACROSS / 2} ${y1} ${x2 - ACROSS / 2} ${y2} ${x2} ${y2}` });
}

function node(stage, { x, y }, isSelected, href) {
  return h("a", { drawn: true, href: href?.(stage.id), "data-key": stage.id, "aria-current": isSelected && "true" },
    h("rect", { x, y, width: WIDTH, height: HEIGHT, rx: 4 }),
    stage.status && h("rect", { class: "bar", "data-is": stage.status, x, y, width: 6, height: HEIGHT }),
    h("text", { x: x + 14, y: y + 19 }, short(stage.name, 22)),
    h("text", { class: "small", x: x + 14, y: y + 36 }, short([stage.status, stage.agent ?? stage.kind].filter(Boolean).join(" · "), 28)));
}

const short = (text, most) => text.length > most ? `${text.slice(0, most - 1)}…` : text;
