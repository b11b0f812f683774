import type { Device, Home } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { Bound, Target, ValueOf } from "../definition/basics.ts";
import { resolveTarget } from "../references/targets.ts";
import { isMeasured, isValueOf } from "../references/value-of.ts";
import type { ProblemList } from "./problems.ts";

/** The checks of devices that `FollowChecks` uses. */
interface TargetChecks {
  target(target: Target, field: string): Device[];
  unknownAddress(device: Device | undefined, address: string, field: string, what: "property"): void;
}

/** Checks values that are taken from another property: it exists, can be read, and measures the same quantity. */
export class FollowChecks {
  readonly #home: Home;
  readonly #devices: TargetChecks;
  readonly #problems: ProblemList;

  constructor(home: Home, devices: TargetChecks, problems: ProblemList) {
    this.#home = home;
    this.#devices = devices;
    this.#problems = problems;
  }

  /** Checks a value that an action sets. */
  value(from: ValueOf, target: Target, address: string, field: string): void {
    this.#check(from, target, address, field, from.plus !== undefined || from.times !== undefined);
  }

  /** Checks bounds of a number. */
  bounds(
    {
      target,
      property,
      above,
      below,
    }: {
      readonly target: Target;
      readonly property: string;
      readonly above?: Bound | undefined;
      readonly below?: Bound | undefined;
    },
    field: string,
  ): void {
    if (isValueOf(above)) this.#check(above, target, property, `${field}.above`, true);
    if (isValueOf(below)) this.#check(below, target, property, `${field}.below`, true);
  }

  #check(from: ValueOf, target: Target, address: string, field: string, measured: boolean): void {
    const source =
      from.of === undefined ? resolveTarget(target, this.#home) : this.#devices.target(from.of, `${field}.of`);
    const property = from.property ?? address;
    const [first] = source;
    if (!first) return;
    const read = source.flatMap(({ spec }) => {
      const known = spec.properties.get(property);
      return known && (known.access.read || known.access.notify) ? [known] : [];
    });
    const [given] = read;
    if (!given) {
      this.#devices.unknownAddress(first, property, `${field}.property`, "property");
      return;
    }
    if (measured && !isMeasured(given)) {
      const problem = message("problems.notNumber", { address: property, device: first.handle });
      this.#problems.add(`${field}.property`, property, problem, message("problems.nameNumber"));
    }
    const taken = resolveTarget(target, this.#home).flatMap(({ spec }) => spec.properties.get(address) ?? []);
    const other = taken.find(({ unit }) => unit !== null && given.unit !== null && unit !== given.unit);
    if (!other) return;
    const problem = message("problems.unitsDiffer", { one: given.unit ?? "", other: other.unit ?? "" });
    this.#problems.add(field, property, problem, message("problems.nameNumber"));
  }
}
