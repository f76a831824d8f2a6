// A text to write a definition in: completion by Ctrl+Space or while typing, checked as it is typed. Tab leaves it, as everywhere.

import { h } from "../house/dom.js";
import { complete } from "./completion.js";

/** @param known {schema, agents} @param changed called with the text when nothing was typed for a moment */
export function editor(text, known, changed) {
  const list = h("ul", { role: "listbox", id: "completions", hidden: true, "aria-label": "What may stand here" });
  const area = h("textarea", {
    id: "definition", spellcheck: "false", autocapitalize: "off", "aria-label": "Definition, YAML", value: text,
    "aria-autocomplete": "list", "aria-controls": "completions",
    oninput: () => { suggest(false); clearTimeout(pause); pause = setTimeout(() => changed(area.value), 300); },
    onkeydown: event => key(event), onblur: () => close(),
  });
  let pause, from = 0, options = [], chosen = 0;

  function suggest(isAsked) {
    const found = complete(area.value, area.selectionStart, known);
    [from, options, chosen] = [found.from, found.options, 0];
    if (options.length === 0 || (!isAsked && area.selectionStart === from)) return close();
    list.replaceChildren(...options.map((option, index) => h("li", { role: "option", id: `completion-${index}`, onmousedown: event => { event.preventDefault(); take(index); } },
      h("code", null, option.text.trim()), option.hint && h("span", { class: "quiet" }, ` ${option.hint.slice(0, 90)}`))));
    list.hidden = false;
    place();
    mark(0);
  }

  function place() {
    const lines = area.value.slice(0, area.selectionStart).split("\n");
    const height = parseFloat(getComputedStyle(area).lineHeight);
    list.style.setProperty("top", `${Math.min(area.clientHeight, lines.length * height - area.scrollTop) + 10}px`);
    list.style.setProperty("left", `${Math.min(area.clientWidth - 240, lines.at(-1).length * 7.6)}px`);
  }

  function mark(index) {
    chosen = (index + options.length) % options.length;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
    area.setAttribute("aria-activedescendant", `completion-${chosen}`);
    list.children[chosen].scrollIntoView({ block: "nearest" });
  }

  function take(index) {
    area.setRangeText(options[index].text, from, area.selectionStart, "end");
    close();
    area.dispatchEvent(new Event("input"));
  }

  function close() {
    list.hidden = true;
    area.removeAttribute("aria-activedescendant");
  }

  function key(event) {
    if (event.key === " " && event.ctrlKey) { event.preventDefault(); suggest(true); return; }
    if (event.key === "Enter" && list.hidden) return indent(event);
    if (list.hidden) return;
    const acts = { ArrowDown: () => mark(chosen + 1), ArrowUp: () => mark(chosen - 1), Enter: () => take(chosen), Escape: close };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  }

  function indent(event) {
    const line = area.value.slice(area.value.lastIndexOf("\n", area.selectionStart - 1) + 1, area.selectionStart);
    const depth = /^\s*(- )?/.exec(line)[0].length + (/:\s*$/.test(line) ? 2 : 0);
    event.preventDefault();
    area.setRangeText(`\n${" ".repeat(depth)}`, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input"));
  }

  return { node: h("div", { class: "editor", "data-own": true, "data-key": "editor" }, area, list), area };
}
