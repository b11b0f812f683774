import { FUNCTIONS, type Property } from "../../home/index.ts";
import { signs } from "./signs.ts";
import { type BareTarget, propertiesOf } from "./situation.ts";
import { ABSENT, bool, listed, type Standing } from "./standing.ts";

export function working(target: BareTarget): Standing {
  const tells = propertiesOf(target).some(
    ({ type, values }) =>
      STATUSES.includes(type) && values.some(({ description }) => signs().working.test(description)),
  );
  return tells ? listed(target, STATUSES, signs().working) : ABSENT;
}

const STATUSES = ["status", "run-status"];

export function isStatus({ type }: Property): boolean {
  return STATUSES.includes(type);
}

/** What a device does of its own: to heat, to blow. Any of them says that it is on. */
export function functions(target: BareTarget): readonly Standing[] {
  const each = FUNCTIONS.map((type) => bool(target, type));
  return each.toSorted((a, b) => Number(b.kind === "is" && b.holds) - Number(a.kind === "is" && a.holds));
}
