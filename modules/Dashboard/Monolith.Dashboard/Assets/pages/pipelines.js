import { h, show } from "../house/dom.js";
import { get, may } from "../house/api.js";
import { cells, empty, fault, link, table, when } from "../house/words.js";

try {
  const { pipelines } = await get("/api/v1/pipelines");
  show(
    may.operate && h("p", null, link("/pipelines/new", "Write a pipeline")),
    pipelines.length
      ? table("Stored pipelines", ["Name", "Project", "Description", "Stages", "Version", "Changed"], pipelines.map(one => cells(`${one.project}/${one.name}`,
        link(`/pipelines/${one.name}${one.project === "default" ? "" : `?project=${one.project}`}`, one.name), one.project, one.description, one.stages, one.version, when(one.updatedAt))))
      : empty("No pipeline is stored yet. A pipeline is a graph of stages, written as YAML; each stage names an agent and what it is to do.",
        may.operate && h("p", null, "Begin with the ", link("/pipelines/new", "editor"), ": it checks as you type and draws the graph.")));
} catch (error) {
  show(fault(error));
}
