// How things are said everywhere alike.

import { h } from "./dom.js";
import { here } from "./api.js";

export const status = is => h("span", { class: "status", "data-is": is }, is);

const AGO = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const STEPS = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

export function ago(time) {
  const seconds = (Date.parse(time) - Date.now()) / 1000;
  const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? STEPS[3];
  return AGO.format(Math.round(seconds / size), unit);
}

export const when = time => time ? h("time", { datetime: time, title: new Date(time).toLocaleString() }, ago(time)) : "";

export const at = time => time ? h("time", { datetime: time }, new Date(time).toLocaleString()) : "";

/** Milliseconds as people say them: 320 ms, 4.1 s, 3 m 12 s, 2 h 5 m. */
export function span(ms) {
  if (ms === null || ms === undefined || Number.isNaN(ms)) return "";
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 3600000) return `${Math.floor(ms / 60000)} m ${Math.round(ms % 60000 / 1000)} s`;
  return `${Math.floor(ms / 3600000)} h ${Math.round(ms % 3600000 / 60000)} m`;
}

export const lasted = one => one.startedAt ? span((one.finishedAt ? Date.parse(one.finishedAt) : Date.now()) - Date.parse(one.startedAt)) : "";

export function bytes(size) {
  const step = Math.min(3, Math.floor(Math.log(Math.max(size, 1)) / Math.log(1024)));
  return step === 0 ? `${size} B` : `${(size / 1024 ** step).toFixed(1)} ${["B", "KiB", "MiB", "GiB"][step]}`;
}

export const link = (path, ...text) => h("a", { href: here(path) }, ...text);

export const runLink = id => link(`/runs/${id}`, h("span", { class: "mono" }, id.slice(-8)));

/** Name and value pairs; those without a value are left out. */
export const facts = pairs => h("dl", null, Object.entries(pairs)
  .filter(([, value]) => value !== undefined && value !== null && value !== "" && value !== false)
  .map(([name, value]) => [h("dt", null, name), h("dd", null, value)]));

export const table = (caption, heads, rows) => h("div", { class: "scroll" }, h("table", null,
  h("caption", null, caption),
  h("thead", null, h("tr", null, heads.map(head => h("th", { scope: "col" }, head)))),
  h("tbody", null, rows)));

export const cells = (key, ...values) => h("tr", { "data-key": key }, values.map(value => h("td", null, value)));

/** What an error of the API says, each fault with its place. */
export const fault = error => h("div", { class: "alarm", role: "alert" },
  h("p", null, error.message, error.code && [" ", link(`/errors#${error.code}`, h("code", null, error.code))]),
  error.errors?.length > 0 && h("ul", null, error.errors.map(one => h("li", null, one.path && [h("code", null, one.path), ": "], one.message))));

/** An empty list teaches how to get something into it. */
export const empty = (...lines) => h("div", { class: "empty" }, lines.map(line => typeof line === "string" ? h("p", null, line) : line));
