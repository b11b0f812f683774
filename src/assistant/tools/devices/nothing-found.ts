import type { Device, HomeView } from "../../../home/index.ts";
import { clockWords, message, messages, roomName, textOf } from "../../../language/index.ts";
import { checkState, isInStateNow } from "../../../understanding/ground/states.ts";
import { minimalTarget } from "../../../understanding/ground/target.ts";
import type { ToolContext } from "../tool.ts";
import type { DeviceCriteria, StateFilter } from "./selection.ts";

interface Asked extends DeviceCriteria {
  readonly devices?: readonly string[] | undefined;
  /** Milliseconds since the epoch; null: the question is not about changes. */
  readonly since: number | null;
}

/**
 * The sentence that no candidate is in the state in question, or has changed; null where the state of some candidate is unknown, or
 * none of them can have it.
 */
export function nothingFoundText(
  home: HomeView,
  candidates: readonly Device[],
  { devices, room, kind, properties, only, since }: Asked,
  { language, now }: ToolContext,
): string | null {
  const { tools } = messages(language);
  if (candidates.length === 0) return null;
  if (since !== null) {
    if (candidates.some(({ online, lostSince }) => online === false || lostSince !== null)) return null;
    const time = clockWords(since, now, home.timezone, language);
    return textOf(message("tools.unchangedSince", { time }), language);
  }
  if (only === undefined || candidates.some((device) => mayBe(device, only, now))) return null;
  // "Nothing is unlocked" would say that there is a lock.
  if (!candidates.some((device) => canBe(device, only))) return null;
  const place = room === undefined ? null : home.layout.findRoom(room);
  const narrowed = devices !== undefined || kind !== undefined || properties !== undefined;
  if (narrowed || (room !== undefined && place === null)) return tools.noneOfThose(only);
  return tools.nothingIs(only, place === null ? "" : roomName(place, language));
}

/** Whether a device can have the state and its current value is unknown. */
function mayBe(device: Device, only: StateFilter, now: number): boolean {
  return canBe(device, only) && isInStateNow(only, minimalTarget(device), now) === null;
}

function canBe(device: Device, only: StateFilter): boolean {
  return checkState(only, minimalTarget(device)).kind !== "absent";
}
