// The REST API, as whoever signed in.

const root = document.documentElement.dataset;

export const here = path => root.base + path;

const has = role => root.roles.split(" ").includes("Admin") || root.roles.split(" ").includes(role);

/** What this person may do; the host decides, this only keeps buttons away that would be refused. */
export const may = { operate: has("Operator"), decide: has("Approver"), administer: has("Admin") };

/** Who this is. Where nobody signs in the person says so once, and this browser remembers it. */
export const me = {
  signsIn: root.name !== "",
  get name() { return root.name || localStorage.getItem("monolith-name") || ""; },
  set name(text) { localStorage.setItem("monolith-name", text); },
};

const said = () => !me.signsIn && me.name ? { "x-user-id": me.name } : {};

export class ApiError extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? problem?.title ?? `The host answered ${status}.`);
    this.status = status;
    this.code = problem?.code;
    this.errors = problem?.errors ?? [];
  }
}

/** @returns the answer's JSON, or text where it is none. @throws {ApiError} */
export async function call(method, path, { query, json, text, type, headers } = {}) {
  const response = await fetch(here(path) + asQuery(query), {
    method,
    headers: { Accept: "application/json", ...(json !== undefined && { "Content-Type": "application/json" }), ...(type && { "Content-Type": type }), ...(method !== "GET" && said()), ...headers },
    body: json !== undefined ? JSON.stringify(json) : text,
  });
  if (response.status === 401) location.assign(`${here("/sign-in")}?returnUrl=${encodeURIComponent(location.pathname + location.search + location.hash)}`);
  const isJson = response.headers.get("Content-Type")?.includes("json");
  const answer = response.status === 204 ? null : isJson ? await response.json() : await response.text();
  if (!response.ok) throw new ApiError(response.status, answer);
  return answer;
}

export const get = (path, query, headers) => call("GET", path, { query, headers });

export function asQuery(query) {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    for (const one of [value].flat()) if (one !== undefined && one !== null && one !== "") given.append(name, one);
  return given.size ? `?${given}` : "";
}

/**
 * Follows events of the host from where it was, across broken connections. While nobody looks at the page it lets go: browsers have six connections to a
 * host over HTTP/1.1, for all pages together.
 * @returns {{close: () => void}}
 */
export function follow(path, listeners, opened) {
  const address = new URL(here(path), location);
  let source = null, ended = false;

  function open() {
    source = new EventSource(address);
    if (opened) source.addEventListener("open", opened);
    for (const [name, listener] of Object.entries(listeners)) source.addEventListener(name, event => hear(listener, event));
  }

  function hear(listener, event) {
    if (event.lastEventId) address.searchParams.set("after", event.lastEventId);
    listener(event.data && JSON.parse(event.data));
  }

  function leave() {
    source?.close();
    source = null;
  }

  document.addEventListener("visibilitychange", () => document.hidden ? leave() : !source && !ended && open());
  addEventListener("pagehide", leave);
  open();
  return { close() { ended = true; leave(); } };
}
