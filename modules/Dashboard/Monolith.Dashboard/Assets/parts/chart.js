// A figure and its last minutes as a line.

import { h } from "../house/dom.js";

const KEPT = 150;

export class Series {
  #values = [];

  constructor(name, read, say) { Object.assign(this, { name, read, say }); }

  add(value) {
    this.#values.push(value);
    if (this.#values.length > KEPT) this.#values.shift();
  }

  draw() {
    const known = this.#values.filter(Number.isFinite);
    const most = Math.max(...known, 1e-9);
    const points = this.#values.map((value, x) => `${x},${(30 - 28 * (Number.isFinite(value) ? value : 0) / most).toFixed(2)}`).join(" ");
    const now = this.#values.at(-1);
    return h("section", { class: "card", "data-key": this.name },
      h("h3", null, this.name),
      h("div", { class: "figure" }, Number.isFinite(now) ? this.say(now) : "–"),
      h("svg", { class: "chart", viewBox: `0 0 ${KEPT} 31`, preserveAspectRatio: "none", role: "img", "aria-label": `${this.name}, the last minutes; at most ${known.length ? this.say(most) : "nothing"}` },
        h("polyline", { points })));
  }
}
