// A question before something is done.

import { h, tell } from "./dom.js";
import { fault } from "./words.js";

/**
 * Opens a dialog; the answer is sent when its first button is pressed, and it stays open while it is refused.
 * @param {string} title what is to be done @param {(Node|string)[]} content fields @param {string} verb the button's
 * @param {(fields: FormData) => Promise<string|void>} act what the button does; its text is told when it is done
 */
export function ask(title, content, verb, act) {
  const problem = h("div");
  const send = h("button", { class: "first", type: "submit" }, verb);
  const form = h("form", { method: "dialog", onsubmit: event => { event.preventDefault(); submit(); } },
    h("h2", null, title), content, problem,
    h("p", { class: "row" }, send, h("button", { type: "button", onclick: () => dialog.close() }, "Leave it")));
  const dialog = h("dialog", { "aria-label": title, onclose: () => dialog.remove() }, form);
  document.body.append(dialog);
  dialog.showModal();

  async function submit() {
    send.disabled = true;
    try {
      const said = await act(new FormData(form));
      dialog.close();
      if (said) tell(said);
    } catch (error) {
      problem.replaceChildren(fault(error));
    } finally {
      send.disabled = false;
    }
  }
}

let fields = 0;

/** A field with its label. */
export function field(label, control, hint) {
  control.id ||= `field-${++fields}`;
  const help = hint && h("span", { class: "quiet", id: `${control.id}-hint` }, hint);
  if (help) control.setAttribute("aria-describedby", help.id);
  return h("div", { class: "field wide" }, h("label", { for: control.id }, label), control, help);
}

/** Does something at once and tells what came of it. */
export async function attempt(act) {
  try {
    const said = await act();
    if (said) tell(said);
  } catch (error) {
    tell(error.message, true);
  }
}
