// The versions of a plugin in the registry: which one all hosts are to serve, what each does, and how a new one compares with recorded runs.

import { h } from "../house/dom.js";
import { call, get, may } from "../house/api.js";
import { ask, attempt, field } from "../house/dialog.js";
import { bytes, cells, facts, fault, table, when } from "../house/words.js";

const PACKAGES = "/api/v1/agents/packages";

const at = (plugin, ...more) => [PACKAGES, encodeURIComponent(plugin), ...more].join("/");

const short = hash => hash && h("span", { class: "mono", title: hash }, hash.slice(0, 12));

/** @returns an element that fills itself; it stays empty for a plugin that the registry does not know. */
export function versions(plugin) {
  const place = h("section", { "aria-label": "Versions" });
  load();
  return place;

  async function load() {
    try {
      // Of all: asked for one that it does not have, the registry would answer with an error.
      const state = (await get(PACKAGES)).plugins.find(one => one.plugin === plugin);
      if (state) place.replaceChildren(...shown(state, await compared()));
    } catch (error) {
      place.replaceChildren(fault(error));
    }
  }

  /** People of a single project do not see comparisons: they are of all projects' runs. */
  async function compared() {
    try {
      return (await get(at(plugin, "shadows"))).shadows;
    } catch {
      return [];
    }
  }

  function change(said, ...path) {
    return attempt(async () => {
      await call("POST", at(plugin, ...path));
      await load();
      return said;
    });
  }

  function shown(state, shadows) {
    return [
      h("h2", null, "Versions"),
      facts({ Serving: state.serving ? [short(state.serving), state.pinned && " (pinned)"] : state.enabled ? "what lies in a folder of that name" : "nothing: it is disabled", Changed: state.changedAt && [when(state.changedAt), " by ", state.changedBy] }),
      may.administer && h("p", { class: "row" },
        state.enabled
          ? h("button", { onclick: () => change(`${plugin} serves no new run.`, "disable") }, "Disable")
          : h("button", { onclick: () => change(`${plugin} serves again.`, "enable") }, "Enable"),
        state.previous && !state.pinned && h("button", { onclick: () => change("The version before serves.", "rollback") }, "Roll back"),
        state.pinned && h("button", { onclick: () => change("The next upload serves.", "unpin") }, "Unpin")),
      table("Newest first", ["Version", "Content", "Publisher", "Size", "Uploaded", "Compared", ""], state.versions.map(one => row(state, one, shadows))),
      state.hosts.length > 0 && table("Hosts", ["Host", "Serves", "Why not"], state.hosts.map(one => cells(one.host, one.host, short(one.contentHash) ?? "nothing", one.reason ?? ""))),
    ].filter(Boolean);
  }

  function row(state, one, shadows) {
    const serves = one.contentHash === state.serving;
    return cells(one.contentHash,
      one.version, short(one.contentHash), one.publisher ?? "nobody", bytes(one.size), h("span", null, when(one.uploadedAt), " by ", one.uploadedBy),
      comparison(shadows.find(shadow => shadow.contentHash === one.contentHash)),
      may.administer && h("span", { class: "row" },
        !serves && !state.pinned && h("button", { onclick: () => change(`${one.version} serves new runs.`, "serve", one.contentHash) }, "Serve"),
        !serves && h("button", { title: "Does the agent's attempts of the last 24 h again, without touching anything outside", onclick: () => change("The comparison has begun.", "shadow", one.contentHash) }, "Compare"),
        !(state.pinned && serves) && h("button", { title: "Serve it, whatever is uploaded", onclick: () => change(`${one.version} is pinned.`, "pin", one.contentHash) }, "Pin")));
  }
}

const comparison = shadow => shadow && h("span", null, shadow.status === "finished"
  ? `${shadow.report.same} the same, ${shadow.report.different} different, ${shadow.report.notCompared} not compared` : shadow.status);

/** A button that uploads a package and says what came of it. */
export function upload(done) {
  if (!may.administer) return null;
  const file = h("input", { type: "file", accept: ".zip,.nupkg", required: true });
  const name = h("input", { name: "plugin" });
  return h("p", { class: "row" }, h("button", {
    onclick: () => ask("Upload a plugin", [field("Package", file, "A .nupkg, or a .zip of the plugin's output"), field("Plugin", name, "Its name, where the package does not say it")], "Upload", async () => {
      const answer = await call("POST", PACKAGES, { query: { plugin: name.value }, text: file.files[0], type: "application/zip" });
      done();
      return answer.serving ? `${answer.package.plugin} ${answer.package.version} serves new runs.` : answer.reason;
    }),
  }, "Upload a plugin"));
}
