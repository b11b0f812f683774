import { type Budget, TemplateError } from "./budget.ts";
import { entriesOf, equal, type TemplateValue, templateItems, templateText, toNumber } from "./values.ts";

/** Applies a binary operator other than `and` and `or`. */
export function applyOperator(
  operator: string,
  left: TemplateValue,
  right: TemplateValue,
  budget: Budget,
): TemplateValue {
  switch (operator) {
    case "==":
      return equal(left, right, budget);
    case "!=":
      return !equal(left, right, budget);
    case "~": {
      const [first, second] = [templateText(left, budget), templateText(right, budget)];
      budget.make(first.length + second.length);
      return first + second;
    }
    case "in":
      return contains(right, left, budget);
    case "not in":
      return !contains(right, left, budget);
    case "<":
    case ">":
    case "<=":
    case ">=":
      return compare(operator, left, right);
    case "+":
      return add(left, right, budget);
    case "%":
      return typeof left === "string"
        ? percentFormat(left, Array.isArray(right) ? right : [right], budget)
        : arithmetic(operator, left, right);
    case "*":
      return typeof left === "string" && typeof right === "number"
        ? repeat(left, right, budget)
        : arithmetic(operator, left, right);
    default:
      return arithmetic(operator, left, right);
  }
}

function add(left: TemplateValue, right: TemplateValue, budget: Budget): TemplateValue {
  if (typeof left === "string" && typeof right === "string") {
    budget.make(left.length + right.length);
    return left + right;
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    budget.make(left.length + right.length);
    return [...left, ...right];
  }
  return arithmetic("+", left, right);
}

export function repeat(text: string, times: number, budget: Budget): string {
  const count = Math.max(0, Math.floor(times));
  budget.make(text.length * count);
  return text.repeat(count);
}

function arithmetic(operator: string, left: TemplateValue, right: TemplateValue): number {
  const [a, b] = [operandNumber(left), operandNumber(right)];
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "**":
      return a ** b;
    case "/":
    case "//":
    case "%": {
      if (b === 0) throw new TemplateError("wrong-type", "division by zero");
      // Python's remainder has the sign of the divisor.
      return operator === "/" ? a / b : operator === "//" ? Math.floor(a / b) : a - b * Math.floor(a / b);
    }
    default:
      throw new TemplateError("unsupported", `operator ${operator}`);
  }
}

/** Numbers and booleans count; text does not, as in Python. */
export function operandNumber(value: TemplateValue): number {
  if (value === undefined) throw new TemplateError("missing", "a number is not there");
  const number = typeof value === "string" ? undefined : toNumber(value);
  if (number === undefined) throw new TemplateError("wrong-type", "not a number");
  return number;
}

function compare(operator: string, left: TemplateValue, right: TemplateValue): boolean {
  if (left === undefined || right === undefined) throw new TemplateError("missing", "nothing to compare");
  const texts = typeof left === "string" && typeof right === "string";
  const [a, b] = texts ? [left, right] : [operandNumber(left), operandNumber(right)];
  if (operator === "<") return a < b;
  if (operator === ">") return a > b;
  return operator === "<=" ? a <= b : a >= b;
}

export function contains(container: TemplateValue, item: TemplateValue, budget: Budget): boolean {
  if (typeof container === "string") {
    budget.step(1 + container.length / 64);
    return typeof item === "string" && container.includes(item);
  }
  const entries = entriesOf(container);
  if (entries) return entries.some(([key]) => equal(key, item, budget));
  if (container === undefined) throw new TemplateError("missing", "nothing to look in");
  return templateItems(container, budget).some((one) => equal(one, item, budget));
}

/** Widest field of a format. */
const MAX_WIDTH = 200;

/** Python's `%` formatting of texts: %s, %d, %f, %x with width and precision. */
export function percentFormat(template: string, values: readonly TemplateValue[], budget: Budget): string {
  let next = 0;
  const text = template.replace(
    /%(?:%|([-0+ ]{0,4})(\d{1,4})?(?:\.(\d{1,3}))?([sdifxXeg]))/g,
    (
      whole,
      flags = "",
      width = "0",
      precision: string | undefined = undefined,
      kind: string | undefined = undefined,
    ) => {
      budget.step();
      if (whole === "%%" || kind === undefined) return "%";
      const value = values[next];
      next += 1;
      const digits = precision === undefined ? undefined : Math.min(Number(precision), 20);
      const plain = formatted(value, kind, digits, budget);
      const size = Math.min(Number(width), MAX_WIDTH);
      budget.make(plain.length + size);
      const signed = flags.includes("+") && kind !== "s" && !plain.startsWith("-") ? `+${plain}` : plain;
      if (flags.includes("-")) return signed.padEnd(size);
      return signed.padStart(size, flags.includes("0") && kind !== "s" ? "0" : " ");
    },
  );
  budget.make(text.length);
  return text;
}

function formatted(value: TemplateValue, kind: string, digits: number | undefined, budget: Budget): string {
  if (kind === "s") return templateText(value, budget).slice(0, digits);
  const number = operandNumber(value);
  switch (kind) {
    case "d":
    case "i":
      return String(Math.trunc(number));
    case "x":
      return Math.trunc(number).toString(16);
    case "X":
      return Math.trunc(number).toString(16).toUpperCase();
    case "e":
      return number.toExponential(digits ?? 6);
    case "g":
      return String(Number(number.toPrecision(Math.max(1, digits ?? 6))));
    default:
      return number.toFixed(digits ?? 6);
  }
}
