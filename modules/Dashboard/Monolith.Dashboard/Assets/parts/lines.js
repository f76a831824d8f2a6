// Where a fault is in a YAML text: the line of a path such as "stages[1].action". A path that is not found has none.

const NAME = /^(\s*)(-\s+)?(?:"([^"]+)"|'([^']+)'|([\w.-]+))\s*:/;

/** @returns the line, from 1, or null */
export function lineOf(text, path) {
  const steps = (path ?? "").match(/[^.[\]]+/g) ?? [];
  const lines = text.split("\n");
  let from = 0, indent = -1, found = null;
  for (const step of steps) {
    const at = /^\d+$/.test(step) ? item(lines, from, indent, Number(step)) : name(lines, from, indent, step);
    if (!at) return found;
    [from, indent] = [at.next, at.indent];
    found = at.line + 1;
  }
  return found;
}

function name(lines, from, indent, wanted) {
  for (let line = from; line < lines.length; line++) {
    const match = NAME.exec(lines[line]);
    if (!match) continue;
    const depth = match[1].length + (match[2]?.length ?? 0);
    if (depth <= indent && line > from) return null;
    if ((match[3] ?? match[4] ?? match[5]) === wanted && depth > indent) return { line, next: line + 1, indent: depth };
  }
  return null;
}

function item(lines, from, indent, index) {
  let count = -1, depth = null;
  for (let line = from; line < lines.length; line++) {
    const match = /^(\s*)-\s/.exec(lines[line]);
    if (!match) continue;
    depth ??= match[1].length;
    if (match[1].length < depth) return null;
    if (match[1].length === depth && ++count === index) return { line, next: line, indent: depth };
  }
  return null;
}
