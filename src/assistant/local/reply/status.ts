import type { PropertyState } from "../../../home/index.ts";
import { type Language, messages, saidValue } from "../../../language/index.ts";
import { stateProperty } from "../../../understanding/ground/states.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";

/** Descriptions of a status of finished work. */
const FINISHED = /^(complet|finish|done|end)/i;
/** Descriptions of a status after the work: what was made is kept warm. */
const KEEPS = /keep.?warm/i;

/** The status of an appliance in words, which says more than "stopped"; null where its spec has no such status. */
export function applianceStatus(
  target: DeviceTarget,
  state: PropertyState,
  language: Language,
): { readonly finished: boolean; readonly keeps: boolean; readonly text: string } | null {
  const property = stateProperty("stopped", target);
  // The status must be the state that the answer was read from.
  if (!property || !/status$/.test(property.type) || target.indexed.device.state.get(property.address) !== state)
    return null;
  const listed = property.values
    .find((each) => each.value === state.value)
    ?.description.trim()
    .toLowerCase();
  if (listed === undefined) return null;
  const text = messages(language).answers.statusText(
    listed,
    saidValue(property, state.value, language),
    target.indexed.device.spec.kind,
  );
  return { finished: FINISHED.test(listed), keeps: KEEPS.test(listed), text };
}
