import { FUNCTIONS, type Property } from "../../home/index.ts";
import { specText } from "./spec-text.ts";
import { ABSENT, checkBoolean, checkListed, type StateCheck } from "./state-check.ts";
import { type MinimalTarget, propertiesOf } from "./target.ts";

/** Checks by its status whether the device works; absent when its status never says so. */
export function checkWorking(target: MinimalTarget): StateCheck {
  const tells = propertiesOf(target).some(
    ({ type, values }) =>
      STATUSES.includes(type) && values.some(({ description }) => specText().working.test(description)),
  );
  return tells ? checkListed(target, STATUSES, specText().working) : ABSENT;
}

const STATUSES = ["status", "run-status"];

/** Whether the property is a status of work. */
export function isStatus({ type }: Property): boolean {
  return STATUSES.includes(type);
}

/**
 * Checks of the functions of a device, such as heating or blowing, those that run first. Any of them means that it is on.
 */
export function checkFunctions(target: MinimalTarget): readonly StateCheck[] {
  const each = FUNCTIONS.map((type) => checkBoolean(target, type));
  return each.toSorted((a, b) => Number(b.kind === "is" && b.holds) - Number(a.kind === "is" && a.holds));
}
