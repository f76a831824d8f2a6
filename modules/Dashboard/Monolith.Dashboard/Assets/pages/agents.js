import { h, show } from "../house/dom.js";
import { get } from "../house/api.js";
import { cells, empty, fault, link, status, table } from "../house/words.js";
import { upload } from "../parts/versions.js";

async function load() {
  try {
    const { agents } = await get("/api/v1/agents");
    show(upload(load), agents.length
      ? table("Agents of this host", ["Status", "Name", "Version", "Does", "Plugin", "Content"], agents.map(row))
      : empty("No agent is loaded. An agent is a DLL in a folder of its own; drop it into the plugins folder that the host names when it starts."));
  } catch (error) {
    show(fault(error));
  }
}

const row = one => cells(`${one.name} ${one.plugin} ${one.contentHash}`,
  status(one.status), one.status === "loaded" ? link(`/agents/${one.name}`, one.name) : one.name, one.version,
  h("span", null, one.description, one.reason && h("div", { class: one.status === "retired" ? "quiet" : "alarm" }, one.reason)), one.plugin,
  h("span", { class: "mono", title: one.contentHash }, one.contentHash?.slice(0, 12)));

load();
