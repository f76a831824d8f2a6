// What a run kept: to download, and to look at where a browser may show it.

import { h, keep } from "../house/dom.js";
import { here } from "../house/api.js";
import { bytes, cells, table } from "../house/words.js";

const SHOWN = /\.(md|markdown|html?|txt|log|json|xml|trx|ya?ml|csv|diff|patch|png|jpe?g|gif|webp|svg)$/i;
const MOST = 8 << 20;

const frame = h("div", { "data-own": true, "data-key": "preview" });

export function artifacts(kept) {
  const look = one => frame.replaceChildren(
    h("h3", null, one.name),
    h("iframe", { class: "preview", sandbox: "", title: `Preview of ${one.name}`, src: `${here(one.href)}/preview` }));
  return [
    table("Artifacts", ["Name", "Stage", "Type", "Size", "SHA-256", ""], kept.map(one => cells(one.name,
      h("a", { href: here(one.href), download: one.name }, one.name), one.stage, one.type, bytes(one.size),
      h("span", { class: "mono", title: one.sha256 }, one.sha256.slice(0, 12)),
      SHOWN.test(one.name) && one.size <= MOST && h("button", { onclick: () => look(one) }, "Look at ", h("span", { class: "hidden" }, one.name))))),
    keep(frame),
  ];
}
