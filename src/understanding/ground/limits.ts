import type { Property, Value } from "../../home/index.ts";
import type { Frame } from "../parse/frame.ts";
import type { SentenceStep } from "../plan.ts";
import { focusTargets } from "./candidates.ts";
import type { DialogueContext } from "./context.ts";
import { extremeOf } from "./extremes.ts";
import { withoutRedundantGroups } from "./groups.ts";
import type { RangeEnd } from "./query.ts";
import { selectTargets } from "./select.ts";
import { type DeviceTarget, propertiesOf } from "./target.ts";

/** The main settings of devices, the most important first. */
export const MAIN_SETTINGS = [
  "target-temperature",
  "target-humidity",
  "brightness",
  "target-position",
  "volume",
  "fan-level",
  "speed-level",
  "level",
  "color-temperature",
];

/** Kinds of devices that play sound. */
export const PLAYERS = /speaker|television|tv|media|projector|radio|amplifier/;

/**
 * Answers which values a setting can have: "how high can the AC go", 最低能调到多少. Null when that is not asked, or not clear of
 * what.
 */
export function limitStep(frame: Frame, context: DialogueContext): SentenceStep | null {
  const level = limitAsked(frame);
  if (level === null) return null;
  const of = (target: DeviceTarget): boolean => settingOf(target, frame, context) !== null;
  const targets = targetsOf(frame, context, of).filter(of);
  if (targets.length === 0) return null;
  const properties = targets.map((target) => settingOf(target, frame, context));
  return {
    kind: "answer",
    frame,
    query: { asking: "value", targets, properties, inferred: null, limit: level === "max" ? "most" : "least" },
  };
}

/** Whether the frame asks for the end of a range, not for the place with the most of something. */
export function limitAsked({
  asking,
  act,
  states,
  values,
  props,
  propValue,
  heads,
  items,
}: Frame): "min" | "max" | null {
  // 最高能调到多少 asks for an amount, not for how many there are.
  if ((asking !== "value" && !(asking === "howMany" && act === "set")) || states.length > 0) return null;
  const level = values.find((value) => value.level === "max" || value.level === "min")?.level ?? propValue?.level;
  if (level !== "max" && level !== "min") return null;
  const named = heads.some(({ type }) => type === "devices" || type === "kind");
  const meant = act === "set" || named || (props.length === 0 && values.length === 1);
  return meant && extremeOf(items) === level ? level : null;
}

function targetsOf(
  frame: Frame,
  context: DialogueContext,
  need: (target: DeviceTarget) => boolean,
): readonly DeviceTarget[] {
  const { heads } = frame;
  if (heads.length === 0 || heads.every(({ type }) => type === "it" || type === "them")) return focusTargets(context);
  return heads.flatMap((head) => {
    const found = selectTargets(head, context, need);
    return found.targets ?? withoutRedundantGroups(found.options ?? [], context);
  });
}

/** The property that is asked about: the named one, the one in focus, or the main setting of the device. */
function settingOf(target: DeviceTarget, { props }: Frame, { focus }: DialogueContext): Property | null {
  const able = propertiesOf(target).filter(
    (property) => property.access.write && rangeLimit(property, "most") !== null,
  );
  const said = able.find(({ type }) => props.includes(type));
  if (said || props.some((type) => MAIN_SETTINGS.includes(type))) return said ?? null;
  const { device } = target.indexed;
  const last = focus.devices.includes(device.id) ? able.find(({ address }) => address === focus.address) : undefined;
  // The volume of a robot's voice is not its main setting.
  const isMain = ({ type }: Property): boolean => type !== "volume" || PLAYERS.test(device.spec.kind);
  const main = MAIN_SETTINGS.flatMap((type) => able.find((property) => property.type === type) ?? []).find(isMain);
  return last ?? main ?? null;
}

/** The value at one end of a range, or of numbered levels without "auto"; null when there is no such end. */
export function rangeLimit({ range, values, type }: Property, limit: RangeEnd): Value | null {
  if (range) return limit === "most" ? range.max : range.min;
  if (!LEVELS.has(type)) return null;
  const levels = values.filter(({ description }) => !/auto/iu.test(description)).map(({ value }) => value);
  if (levels.length < 2) return null;
  return limit === "most" ? Math.max(...levels) : Math.min(...levels);
}

/** Property types whose listed values are levels. */
const LEVELS: ReadonlySet<string> = new Set(["fan-level", "speed-level", "level", "heat-level"]);
