import { h, show } from "../house/dom.js";
import { here } from "../house/api.js";
import { link } from "../house/words.js";

show(
  h("p", { class: "quiet" }, "Hangfire's own pages: wake-ups, schedules and retention. ", link("/hangfire", "Alone")),
  h("iframe", { class: "page", title: "Hangfire dashboard", src: here("/hangfire") }));
