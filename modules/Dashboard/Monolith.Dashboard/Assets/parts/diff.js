// Two texts line by line: the longest common subsequence, after what is alike at both ends.

import { h } from "../house/dom.js";

const MOST = 3000;

/** @returns [["=" | "-" | "+", line], ...] */
export function compare(before, after) {
  let [one, other] = [before.split("\n"), after.split("\n")];
  let head = 0;
  while (head < one.length && head < other.length && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < one.length - head && tail < other.length - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  const alike = lines => lines.map(line => ["=", line]);
  return [
    ...alike(one.slice(0, head)),
    ...middle(one.slice(head, one.length - tail), other.slice(head, other.length - tail)),
    ...alike(one.slice(one.length - tail)),
  ];
}

function middle(one, other) {
  if (one.length * other.length > MOST * MOST) return [...one.map(line => ["-", line]), ...other.map(line => ["+", line])];
  const common = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      common[i][j] = one[i] === other[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  const result = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length)
    if (i < one.length && j < other.length && one[i] === other[j]) result.push(["=", other[j++]]), i++;
    else if (j >= other.length || (i < one.length && common[i + 1][j] >= common[i][j + 1])) result.push(["-", one[i++]]);
    else result.push(["+", other[j++]]);
  return result;
}

const TAGS = { "=": "span", "-": "del", "+": "ins" };
const SIGNS = { "=": "  ", "-": "- ", "+": "+ " };

export const diff = (before, after) => h("pre", { class: "diff" }, compare(before, after).map(([kind, line]) => h(TAGS[kind], null, SIGNS[kind] + line)));
