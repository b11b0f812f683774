import { grammar } from "./grammar.ts";
import { lasting } from "./times.ts";

/** When an automation starts, as the first part of a sentence: "on weekdays at 07:00", "when the TV is turned off". */
export const triggers = {
  cron: 'on the schedule "{expression}"',
  dailyAt: ({ days, time }: { days: string; time: string }) => `${days} at ${time}`,
  inZone: "{when} ({zone} time)",
  onDays: "{days} {when}",
  once: "once, {moment}",
  onceIn: "once, in {duration}",
  every: ({ duration }: { duration: string }) => `every ${duration.replace(/^1 (\w+)$/, "$1")}`,
  /** `from`: the values that it must have had before; any when there are none. */
  changes: ({ what, from }: { what: string; from: readonly string[] }) => `when ${what} changes${fromWords(from)}`,
  becomes: ({ state, from }: { state: string; from: readonly string[] }) => `when ${state}${fromWords(from)}`,
  passes: ({ what, bounds, lasts }: { what: string; bounds: string; lasts: string }) =>
    `when ${what} ${bounds}${lasting(lasts)}`,
  /** `details`: only with these arguments. */
  event: ({ who, event, details }: { who: string; event: string; details: readonly string[] }) =>
    `when ${who} ${event}${details.length === 0 ? "" : ` (${details.join(", ")})`}`,
  online: ({ who, lasts }: { who: string; lasts: string }) => `when ${who} comes online${lasting(lasts)}`,
  offline: ({ who, lasts }: { who: string; lasts: string }) => `when ${who} goes offline${lasting(lasts)}`,
  scene: 'when the scene "{scene}" is activated',
  webhook: "when its webhook is called",
  anyMessage: "when a message comes on the MQTT topic {topic}",
  message: 'when the message "{payload}" comes on the MQTT topic {topic}',
  startup: "when Jia starts",
};

function fromWords(from: readonly string[]): string {
  return from.length === 0 ? "" : ` from ${grammar.list(from, "or")}`;
}
