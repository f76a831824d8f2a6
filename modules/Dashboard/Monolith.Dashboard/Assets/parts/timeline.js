// When each stage was done, and what it waited for between its attempts.

import { h } from "../house/dom.js";
import { lasted } from "../house/words.js";

export function timeline(run) {
  const begin = Date.parse(run.startedAt ?? run.createdAt);
  const end = Math.max(begin + 1, run.finishedAt ? Date.parse(run.finishedAt) : Date.now());
  const share = time => `${Math.min(100, Math.max(0, 100 * (time - begin) / (end - begin)))}%`;
  const width = (from, to) => `${Math.max(0, 100 * (Math.min(to, end) - from) / (end - begin))}%`;
  return h("div", { class: "timeline" }, run.stages.map(stage => [
    h("a", { href: `#${encodeURIComponent(stage.id)}` }, stage.name),
    h("div", { class: "bars" }, pieces(stage, end).map(piece => h("i", {
      class: piece.waits ? "gap" : null, "data-is": piece.is, title: piece.title, style: { left: share(piece.from), width: width(piece.from, piece.to) },
    }))),
    h("span", { class: "quiet" }, lasted(stage)),
  ]));
}

function pieces(stage, now) {
  const done = [];
  let before = null;
  for (const attempt of stage.attempts) {
    const from = Date.parse(attempt.startedAt);
    if (before !== null && from > before) done.push({ waits: true, is: "waiting", from: before, to: from, title: "waits for the next attempt" });
    before = attempt.finishedAt ? Date.parse(attempt.finishedAt) : now;
    done.push({ is: attempt.error ? "failed" : attempt.finishedAt ? "success" : stage.status, from, to: before, title: `attempt ${attempt.number}` });
  }
  if (stage.status === "blocked" || stage.nextAttemptAt) {
    const from = before ?? Date.parse(stage.startedAt ?? now);
    if (!Number.isNaN(from)) done.push({ waits: true, is: "waiting", from, to: now, title: stage.waitsFor ? `waits for a ${stage.waitsFor.on}` : "waits" });
  }
  return done;
}
