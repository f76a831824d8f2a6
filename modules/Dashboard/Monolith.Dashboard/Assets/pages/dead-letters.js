import { h, show } from "../house/dom.js";
import { call, get, may } from "../house/api.js";
import { attempt } from "../house/dialog.js";
import { cells, empty, fault, link, runLink, status, table, when } from "../house/words.js";

async function load() {
  try {
    const { deadLetters } = await get("/api/v1/dead-letters", { limit: 100 });
    show(deadLetters.length ? list(deadLetters) : empty("There are none. What fails at all its tries, a stage or a message to somebody outside, is kept here, with the reason, until it is done again."));
  } catch (error) {
    show(fault(error));
  }
}

const list = letters => table("Newest first", ["Status", "What", "Run", "Why", "Tries", "When", ""], letters.map(one => cells(one.id,
  status(one.status), one.kind === "stage" ? `${one.pipeline}: ${one.stage} (${one.agent ?? "no agent"} ${one.action ?? ""})` : `${one.event} to ${one.address}`,
  runLink(one.runId), h("span", null, one.message, " ", one.code && link(`/errors#${one.code}`, h("code", null, one.code))), one.attempts, when(one.createdAt),
  one.status === "open" && may.operate && h("button", { onclick: () => replay(one) }, "Do it again"))));

const replay = one => attempt(async () => {
  await call("POST", `/api/v1/dead-letters/${one.id}/replay`);
  await load();
  return "It is done again.";
});

load();
