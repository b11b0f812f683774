import { type Budget, TemplateError } from "./budget.ts";
import { applyOperator, contains } from "./operators.ts";
import { Pattern } from "./regex.ts";
import { entriesOf, type TemplateValue, toNumber, truthy } from "./values.ts";

type Test = (value: TemplateValue, expected: TemplateValue, budget: Budget) => boolean;

const compared =
  (operator: string): Test =>
  (value, expected, budget) =>
    truthy(applyOperator(operator, value, expected, budget));

/** `is` tests, keyed by name; also by name in select and selectattr, where they may take a value. */
const TESTS = new Map<string, Test>([
  ["defined", (value) => value !== undefined],
  ["undefined", (value) => value === undefined],
  ["none", (value) => value === null],
  ["boolean", (value) => typeof value === "boolean"],
  ["true", (value) => value === true],
  ["false", (value) => value === false],
  ["number", (value) => typeof value === "number" || typeof value === "boolean"],
  ["is_number", (value) => toNumber(value) !== undefined],
  ["integer", (value) => Number.isInteger(value)],
  ["float", (value) => typeof value === "number" && !Number.isInteger(value)],
  ["string", (value) => typeof value === "string"],
  ["mapping", (value) => entriesOf(value) !== null],
  ["sequence", (value) => Array.isArray(value) || typeof value === "string" || entriesOf(value) !== null],
  ["iterable", (value) => Array.isArray(value) || typeof value === "string" || entriesOf(value) !== null],
  ["list", (value) => Array.isArray(value)],
  ["odd", (value) => typeof value === "number" && Math.abs(value % 2) === 1],
  ["even", (value) => typeof value === "number" && value % 2 === 0],
  ["lower", (value) => typeof value === "string" && value === value.toLowerCase()],
  ["upper", (value) => typeof value === "string" && value === value.toUpperCase()],
  ["eq", compared("==")],
  ["equalto", compared("==")],
  ["==", compared("==")],
  ["ne", compared("!=")],
  ["!=", compared("!=")],
  ["lt", compared("<")],
  ["le", compared("<=")],
  ["gt", compared(">")],
  ["ge", compared(">=")],
  ["in", (value, expected, budget) => contains(expected, value, budget)],
  ["contains", (value, expected, budget) => contains(value, expected, budget)],
  ["match", (value, expected, budget) => matches(value, expected, true, budget)],
  ["search", (value, expected, budget) => matches(value, expected, false, budget)],
]);

function matches(value: TemplateValue, expected: TemplateValue, only: boolean, budget: Budget): boolean {
  if (typeof value !== "string" || typeof expected !== "string") return false;
  return new Pattern(expected).find(value, 0, budget, only) !== null;
}

/** @throws TemplateError `unsupported` for a test that there is not */
export function applyTest(name: string, value: TemplateValue, expected: TemplateValue, budget: Budget): boolean {
  budget.step();
  const found = TESTS.get(name);
  if (!found) throw new TemplateError("unsupported", `test ${name}`);
  return found(value, expected, budget);
}
