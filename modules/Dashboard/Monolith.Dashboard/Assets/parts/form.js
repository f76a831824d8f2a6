// A form from a JSON Schema or from a pipeline's inputs: plain values have fields, everything else is JSON in a text.

import { h } from "../house/dom.js";
import { field } from "../house/dialog.js";

/** @param properties {name: schema} @param required names */
export function fields(properties, required = []) {
  return Object.entries(properties).map(([name, schema]) => field(
    required.includes(name) ? `${name} (needed)` : name, control(name, schema, required.includes(name)), schema.description));
}

function control(name, schema, isRequired) {
  const start = schema.default;
  if (schema.enum) return h("select", { name, "data-type": "enum" }, !isRequired && h("option", { value: "" }), schema.enum.map(one => h("option", { selected: one === start }, one)));
  if (schema.type === "boolean") return h("select", { name, "data-type": "boolean" }, ["", "true", "false"].map(one => h("option", { value: one, selected: String(start ?? "") === one }, one || "not set")));
  if (schema.type === "number" || schema.type === "integer")
    return h("input", { name, type: "number", step: schema.type === "integer" ? "1" : "any", min: schema.minimum, max: schema.maximum, required: isRequired, "data-type": "number", value: start ?? "" });
  if (schema.type === "string" || schema.type === undefined && !schema.anyOf && !schema.oneOf)
    return h("input", { name, required: isRequired, "data-type": "string", value: start ?? "" });
  return h("textarea", { name, rows: "3", required: isRequired, "data-type": "json", placeholder: schema.type === "array" ? "[]" : "{}", value: start === undefined ? "" : JSON.stringify(start) });
}

/** @returns the object that the fields of a form make; empty ones are left out. @throws {Error} naming a field whose JSON is wrong */
export function values(form) {
  const result = {};
  for (const one of form.querySelectorAll("[data-type]")) {
    if (one.value === "") continue;
    result[one.name] = read(one);
  }
  return result;
}

function read(one) {
  switch (one.dataset.type) {
    case "boolean": return one.value === "true";
    case "number": return Number(one.value);
    case "json":
      try {
        return JSON.parse(one.value);
      } catch (error) {
        throw new Error(`${one.name} is no JSON: ${error.message}`);
      }
    default: return one.value;
  }
}
