import { h, show } from "../house/dom.js";
import { get, may } from "../house/api.js";
import { bytes, cells, facts, fault, link, span, status, table, when } from "../house/words.js";
import { Series } from "../parts/chart.js";

const EVERY = 2000;

let before = null;

const sum = (metrics, name, fits = () => true, part = "value") => (metrics[name]?.values ?? []).filter(one => fits(one.labels)).reduce((total, one) => total + one[part], 0);

// What has been counted since the last look, a second.
const rate = (name, part) => (now, last) => last ? (sum(now.metrics, name, undefined, part) - sum(last.metrics, name, undefined, part)) / ((Date.parse(now.timestamp) - Date.parse(last.timestamp)) / 1000) : NaN;
const level = (name, fits) => now => sum(now.metrics, name, fits);
const a = text => value => `${Number.isInteger(value) ? value : value.toFixed(value < 10 ? 1 : 0)}${text}`;

const series = [
  new Series("Runs ended", rate("monolith_runs_finished_total"), a(" /s")),
  new Series("Runs under way", level("monolith_runs", labels => labels.status === "running"), a("")),
  new Series("Runs that wait", level("monolith_runs", labels => ["waiting", "paused"].includes(labels.status)), a("")),
  new Series("Queue", level("monolith_queue_depth"), a("")),
  new Series("Oldest in the queue", level("monolith_queue_age_seconds"), value => span(value * 1000)),
  new Series("Requests", rate("http_requests_total"), a(" /s")),
  new Series("Errors of the host", (now, last) => last ? (sum(now.metrics, "http_errors_total", labels => labels.error_type === "server") - sum(last.metrics, "http_errors_total", labels => labels.error_type === "server")) / 2 : NaN, a(" /s")),
  new Series("Database answers in", level("monolith_dependency_latency_seconds", labels => labels.dependency === "database"), value => span(value * 1000)),
  new Series("Processor", rate("process_cpu_seconds_total"), value => `${(value * 100).toFixed(0)} % of one`),
  new Series("Memory", level("process_working_set_bytes"), bytes),
  new Series("Live followers", level("monolith_live_subscribers"), a("")),
];

async function look() {
  try {
    const [health, now, breakers] = await Promise.all([detailed(), get("/metrics/summary"), get("/api/v1/breakers")]);
    for (const one of series) one.add(one.read(now, before));
    before = now;
    draw(health, breakers.breakers);
  } catch (error) {
    show(fault(error));
  }
  setTimeout(look, EVERY);
}

// A host that is unhealthy says so with 503 and the same report.
const detailed = () => get("/health/detailed").catch(error => { if (error.status !== 503) throw error; return { status: "unhealthy", components: {} }; });

function draw(health, breakers) {
  show(
    h("p", null, status(health.status), ` Monolith ${health.version ?? ""}`, health.uptime && `, up for ${span(health.uptime)}`, health.environment && `, ${health.environment}`),
    h("div", { class: "cards" }, Object.entries(health.components).map(([name, one]) => h("section", { class: "card", "data-key": name },
      h("h3", null, name, " ", status(one.status)), facts({ Says: one.message, "Answered in": span(one.responseTime) })))),
    h("h2", null, "The last minutes"), h("div", { class: "cards" }, series.map(one => one.draw())),
    h("h2", null, "Breakers"),
    table("What is called, and whether it may be", ["State", "Of", "Name", "Calls", "Failures", "Since"], breakers.map(one => cells(`${one.kind} ${one.name}`, status(one.state), one.kind, one.name, one.calls, one.failures, when(one.since)))),
    h("p", { class: "row" }, link("/metrics", "Metrics for Prometheus"), link("/metrics/summary", "as JSON"), link("/health/ready", "Readiness"), may.administer && link("/api/v1/configuration", "Configuration")));
}

look();
