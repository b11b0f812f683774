import { TemplateError } from "./budget.ts";
import { type CallArguments, type TemplateValue, toNumber, truthy } from "./values.ts";

type NumberFilter = (value: TemplateValue, args: CallArguments) => TemplateValue;

/** int and float: a default for what is no number; without one Home Assistant's are 0. */
export const numeric =
  (shape: (value: number) => number): NumberFilter =>
  (value, args) => {
    const number = toNumber(value);
    if (number !== undefined) return shape(number);
    if (typeof value === "string" && shape === Math.trunc && args.has(1, "base")) {
      const parsed = Number.parseInt(value, args.number(1, "base", 10));
      if (!Number.isNaN(parsed)) return parsed;
    }
    if (args.has(0, "default")) return args.get(0, "default");
    if (value === undefined) throw new TemplateError("missing", "no number");
    return 0;
  };

/** Python rounds a half to the even neighbour; `method` is common, ceil, floor or half. */
export function roundFilter(value: TemplateValue, args: CallArguments): TemplateValue {
  const number = toNumber(value);
  if (number === undefined) {
    if (args.has(2, "default")) return args.get(2, "default");
    throw new TemplateError(value === undefined ? "missing" : "wrong-type", "round: no number");
  }
  const precision = Math.max(-15, Math.min(15, Math.trunc(args.number(0, "precision", 0))));
  const scale = 10 ** precision;
  // Scaled up, floats lie beside what was meant (1.005 × 100): put right before they are cut.
  const scaled = Number((number * scale).toPrecision(15));
  switch (args.text(1, "method", "common")) {
    case "ceil":
      return Math.ceil(scaled) / scale;
    case "floor":
      return Math.floor(scaled) / scale;
    case "half":
      return Math.round(scaled * 2) / 2 / scale;
    default: {
      const low = Math.floor(scaled);
      const even = scaled - low === 0.5 ? low + (low % 2 === 0 ? 0 : 1) : Math.round(scaled);
      return even / scale;
    }
  }
}

/** iif(if_true=True, if_false=False, if_none): Home Assistant's choice. */
export function iif(value: TemplateValue, args: CallArguments, from: number): TemplateValue {
  if (value === null && args.has(from + 2, "if_none")) return args.get(from + 2, "if_none");
  if (truthy(value)) return args.has(from, "if_true") ? args.get(from, "if_true") : true;
  return args.has(from + 1, "if_false") ? args.get(from + 1, "if_false") : false;
}

/** Home Assistant's words for true and false. */
export function booleanOf(value: TemplateValue, args: CallArguments): TemplateValue {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  const word = typeof value === "string" ? value.trim().toLowerCase() : "";
  if (["1", "true", "yes", "on", "enable"].includes(word)) return true;
  if (["0", "false", "no", "off", "disable"].includes(word)) return false;
  if (args.has(0, "default")) return args.get(0, "default");
  throw new TemplateError(value === undefined ? "missing" : "wrong-type", "no boolean");
}
