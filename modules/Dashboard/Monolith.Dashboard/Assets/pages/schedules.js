import { h, show } from "../house/dom.js";
import { asQuery, call, get, may } from "../house/api.js";
import { attempt } from "../house/dialog.js";
import { at, cells, empty, fault, link, runLink, status, table, when } from "../house/words.js";

const projectOf = one => one.project === "default" ? undefined : one.project;

async function load() {
  try {
    const { schedules } = await get("/api/v1/schedules");
    show(schedules.length ? list(schedules) : empty("No pipeline has a schedule. One is part of a definition:",
      h("pre", null, "triggers:\n  schedule:\n    - name: nightly\n      cron: \"0 3 * * *\"\n      timeZone: Europe/Berlin")));
  } catch (error) {
    show(fault(error));
  }
}

const list = schedules => table("Cron schedules of stored pipelines", ["", "Pipeline", "Schedule", "When", "Next", "Last run", ""], schedules.map(one => cells(`${one.project}/${one.pipeline}/${one.name}`,
  one.paused ? status("paused") : "", link(`/pipelines/${one.pipeline}${asQuery({ project: projectOf(one) })}`, one.pipeline), one.name,
  h("span", null, h("code", null, one.cron), ` ${one.timeZone}`),
  one.nextTimes.length > 0 && h("details", null, h("summary", null, when(one.nextTimes[0])), h("ul", null, one.nextTimes.map(time => h("li", null, at(time))))),
  h("span", null, one.lastRunId && runLink(one.lastRunId), " ", when(one.lastDueAt), one.lastError && h("div", { class: "alarm" }, one.lastError)),
  may.operate && h("button", { onclick: () => turn(one) }, one.paused ? "Resume" : "Pause"))));

const turn = one => attempt(async () => {
  const verb = one.paused ? "resume" : "pause";
  await call("POST", `/api/v1/schedules/${encodeURIComponent(one.pipeline)}/${encodeURIComponent(one.name)}/${verb}`, { query: { project: projectOf(one) } });
  await load();
  return one.paused ? "It starts runs again." : "It starts no runs until it is resumed.";
});

load();
