import { h, show } from "../house/dom.js";
import { asQuery, get, here } from "../house/api.js";
import { at, cells, empty, fault, table } from "../house/words.js";

const address = new URLSearchParams(location.search);
const filter = Object.fromEntries(["who", "action", "subject", "cursor"].map(name => [name, address.get(name) ?? ""]));

const enter = (label, name, placeholder) => h("div", { class: "field" }, h("label", { for: name }, label), h("input", { id: name, name, type: "search", placeholder, value: filter[name] }));

try {
  const answer = await get("/api/v1/audit", { ...filter, limit: 100 });
  show(
    h("form", { class: "row end", method: "get", "aria-label": "Which entries" }, enter("Who", "who"), enter("Action", "action", "run.start"), enter("Subject", "subject"), h("button", null, "Look"),
      h("a", { href: here("/api/v1/audit/export"), download: "audit.ndjson" }, "Export all")),
    answer.entries.length ? list(answer.entries) : empty("No entry fits."),
    answer.nextCursor && h("p", null, h("a", { class: "button", href: asQuery({ ...filter, cursor: answer.nextCursor }) }, "Older")));
} catch (error) {
  show(fault(error));
}

function list(entries) {
  return table("Newest first; a chain of hashes holds them", ["", "When", "Who", "What", "To what", "From", "Result", "More"], entries.map(one => cells(String(one.number),
    one.number, at(one.at), one.who, one.action, h("span", { class: "mono" }, one.subject), one.from, one.result,
    h("details", null, h("summary", null, "all"), h("pre", null, JSON.stringify(one, null, 2))))));
}
