import type { PropertyState } from "../../../home/index.ts";
import { type Language, messages, saidValue } from "../../../language/index.ts";
import type { Target } from "../../../understanding/ground/situation.ts";
import { stateProperty } from "../../../understanding/ground/states.ts";

/** Descriptions of a status that mean that a work has come to its end. */
const FINISHED = /^(complet|finish|done|end)/i;
/** The work is done, and what was made of it is kept as it is. */
const KEEPS = /keep.?warm/i;

/** What the status of an appliance says, which tells more than that it stands still; null where it has no such status. */
export function statusOf(
  target: Target,
  state: PropertyState,
  language: Language,
): { readonly finished: boolean; readonly keeps: boolean; readonly text: string } | null {
  const property = stateProperty("stopped", target);
  // It is told of what the answer was read from.
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
