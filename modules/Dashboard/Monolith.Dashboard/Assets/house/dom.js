// Elements from data, and a page that changes without losing where somebody is in it.

const SVG = "http://www.w3.org/2000/svg";
const DRAWN = new Set(["svg", "g", "rect", "text", "path", "polyline", "title"]);

/** An element. Properties that begin with "on" are listeners, "style" is an object, null and false leave an attribute out. */
export function h(tag, properties, ...children) {
  const node = DRAWN.has(tag) || properties?.drawn ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) set(node, name, value);
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false && child !== ""));
  return node;
}

function set(node, name, value) {
  if (name === "drawn" || value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) listen(node, name, value);
  else if (name === "style") for (const [key, text] of Object.entries(value)) node.style.setProperty(key, text);
  else if (name === "value") node.value = value;
  else node.setAttribute(name, value === true ? "" : value);
}

// As properties, so that morph can hand them on.
function listen(node, name, listener) {
  node[name] = listener;
  (node.listeners ??= new Set()).add(name);
}

/** Makes the children of a node be like those given, keeping nodes that are alike, and with them the focus, selections and scroll places. */
export function fill(node, ...children) {
  morphChildren(node, [...h("div", null, ...children).childNodes]);
}

function morphChildren(node, wanted) {
  const keys = new Set(wanted.map(next => next.dataset?.key));
  for (const child of [...node.childNodes]) if (child.dataset?.key && !keys.has(child.dataset.key)) child.remove();
  let at = node.firstChild;
  for (const next of wanted) {
    const same = find(at, next);
    if (!same) node.insertBefore(settle(next), at);
    else {
      while (at !== same) at = drop(at);
      morph(at, next);
      at = at.nextSibling;
    }
  }
  while (at) at = drop(at);
}

// Where a part is drawn anew, what lives on in it moves there.
function settle(next) {
  for (const stand of next.querySelectorAll?.("[data-own]") ?? []) stand.living && stand.replaceWith(stand.living);
  return next.living ?? next;
}

function drop(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

// A node of the same key, further on too; without a key the very next one, if it is of the same kind.
function find(at, next) {
  const key = next.dataset?.key;
  if (!key) return at && alike(at, next) && !at.dataset?.key ? at : null;
  for (let node = at; node; node = node.nextSibling) if (node.dataset?.key === key && alike(node, next)) return node;
  return null;
}

const alike = (one, other) => one.nodeType === other.nodeType && one.nodeName === other.nodeName;

function morph(node, next) {
  if (node.nodeType === Node.TEXT_NODE) {
    if (node.data !== next.data) node.data = next.data;
    return;
  }
  if (node.dataset && "own" in node.dataset) return; // What is inside is its own affair, such as a log or a form half filled in.
  for (const { name } of [...node.attributes]) if (!next.hasAttribute(name) && !(name === "open" && node.nodeName === "DETAILS")) node.removeAttribute(name);
  for (const { name, value } of next.attributes) if (name !== "style" && node.getAttribute(name) !== value) node.setAttribute(name, value);
  if (next.style && node.style.cssText !== next.style.cssText) node.style.cssText = next.style.cssText; // As an attribute the policy refuses it.
  for (const name of node.listeners ?? []) if (!next.listeners?.has(name)) node[name] = null;
  for (const name of next.listeners ?? []) listen(node, name, next[name]);
  const value = next.value;
  morphChildren(node, [...next.childNodes]);
  if ((node.nodeName === "SELECT" || node.type === "range") && document.activeElement !== node) node.value = value;
}

/** An element that lives on from one drawing to the next; it is marked with data-own and a key. */
export const keep = node => node.isConnected ? Object.assign(node.cloneNode(false), { living: node }) : node;

/** The page's heading and body. */
export const main = document.getElementById("main");
const body = main.appendChild(h("div", { "data-own": true }));

export function title(text) {
  main.querySelector("h1").textContent = text;
  document.title = `${text} - Monolith`;
}

export const show = (...children) => fill(body, ...children);

/** Says something that passes: what was done, or why not. Read out by screen readers. */
export function tell(text, isBad = false) {
  const line = h("div", { class: isBad ? "bad" : null }, text);
  document.getElementById("news").append(line);
  setTimeout(() => line.remove(), isBad ? 12000 : 5000);
}
