/** What starts an automation. Several triggers are joined by any. A new kind of trigger is a file of this folder and a line here. */
import { z } from "zod";
import type { Phrase } from "../../home/index.ts";
import { schemasOf } from "../definition/schemas-of.ts";
import type { Wording } from "../describe/wording.ts";
import { availability } from "./availability.ts";
import { cron } from "./cron.ts";
import { event } from "./event.ts";
import { interval } from "./interval.ts";
import type { DeviceWatch, Happens, ScheduleWatch, TriggerKind } from "./kind.ts";
import { modeBegins } from "./mode.ts";
import { mqtt } from "./mqtt.ts";
import { numeric } from "./numeric.ts";
import { once } from "./once.ts";
import { presence } from "./presence.ts";
import { property } from "./property.ts";
import { sceneActivated } from "./scene.ts";
import { startup } from "./startup.ts";
import { sun } from "./sun.ts";
import { time } from "./time.ts";
import { webhook } from "./webhook.ts";

/** Kinds whose due times are known beforehand. */
const schedules = [cron, time, sun, once, interval] as const;
/** Kinds that listen to devices; a run can wait for the same. */
const ofDevices = [property, numeric, event, availability] as const;
/** Every kind, in the order in which people are told of them. */
export const TRIGGER_KINDS = [
  ...schedules,
  ...ofDevices,
  sceneActivated,
  webhook,
  mqtt,
  startup,
  modeBegins,
  presence,
] as const;

export const Trigger = z.discriminatedUnion("type", schemasOf(TRIGGER_KINDS));
export type Trigger = z.infer<typeof Trigger>;
export type TriggerType = Trigger["type"];
export type TriggerOf<Type extends TriggerType> = Extract<Trigger, { type: Type }>;

/** Triggers whose due times are known beforehand. */
export type Schedule = z.infer<(typeof schedules)[number]["schema"]>;

/** What a run can wait for: that a device becomes something, or tells of an event. */
export const Happening = z.discriminatedUnion(
  "type",
  schemasOf([property.happens, numeric.happens, event.happens, availability.happens]),
);
export type Happening = z.infer<typeof Happening>;

/** Triggers on devices. */
export type DeviceTrigger = z.infer<(typeof ofDevices)[number]["schema"]>;

/** Keyed by type. */
const KINDS: ReadonlyMap<string, TriggerKind<z.ZodType<Trigger>>> = new Map(
  TRIGGER_KINDS.map((kind) => [kind.type, kind] as const),
);

/** The kind that is called so; undefined: there is none. */
export function kindNamed(type: string): TriggerKind<z.ZodType<Trigger>> | undefined {
  return KINDS.get(type);
}

/** The kind of a trigger. */
export function kindOf({ type }: Pick<Trigger, "type">): TriggerKind<z.ZodType<Trigger>> {
  const kind = kindNamed(type);
  if (!kind) throw new Error(`no kind of trigger is called ${type}`);
  return kind;
}

/** Whether the due times of a trigger are known beforehand. */
export function isSchedule(trigger: Trigger): trigger is Schedule {
  return kindOf(trigger).watch.by === "schedule";
}

/** How a trigger with due times is watched. */
export function scheduleOf(trigger: Schedule): ScheduleWatch<Schedule> {
  const { watch } = kindOf(trigger);
  if (watch.by !== "schedule") throw new Error(`a trigger of type ${trigger.type} has no due times`);
  return watch;
}

/** Whether a trigger fires once, at a moment that passes. */
export function isOnce(trigger: Trigger): boolean {
  const { watch } = kindOf(trigger);
  return watch.by === "schedule" && watch.once;
}

/** When a trigger fires, as the first part of a sentence: "on weekdays at 07:00", "when the TV is turned off". */
export function triggerWords(trigger: Trigger, wording: Wording): Phrase {
  return kindOf(trigger).words(trigger, wording);
}

/** Whether the due times of a trigger are told without their seconds. */
export function isToldToTheMinute(trigger: Trigger): boolean {
  const { watch } = kindOf(trigger);
  return watch.by === "schedule" && watch.toTheMinute;
}

/** Whether what happened says why a run began: devices and people, where the trigger itself says less. */
export function isToldByDetail(type: string): boolean {
  const by = kindNamed(type)?.watch.by;
  return by === "devices" || by === "people";
}

/** A trigger on devices with how it is watched; null for every other. */
export function deviceWatchOf(trigger: Trigger | Happening) {
  const { watch } = kindOf(trigger);
  return watch.by === "devices"
    ? { trigger: trigger as DeviceTrigger, watch: watch as DeviceWatch<DeviceTrigger> }
    : null;
}

/** How a run waits for something to happen. */
export function happensOf({ type }: Happening): Happens<z.ZodType<Happening>> {
  const kind = ofDevices.find((each) => each.type === type);
  if (!kind) throw new Error(`a run cannot wait for ${type}`);
  return kind.happens;
}
