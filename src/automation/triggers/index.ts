/**
 * Triggers: what starts an automation. Any of several triggers is enough. A new kind is a file of this folder and a
 * line here.
 */
import { z } from "zod";
import type { Phrase } from "../../home/index.ts";
import { schemasOf } from "../definition/schemas-of.ts";
import type { Wording } from "../describe/wording.ts";
import { availabilityTrigger } from "./availability.ts";
import { cronTrigger } from "./cron.ts";
import { eventTrigger } from "./event.ts";
import { intervalTrigger } from "./interval.ts";
import type { DeviceWatch, ScheduleWatch, TriggerKind, WaitTriggerKind } from "./kind.ts";
import { modeTrigger } from "./mode.ts";
import { mqttTrigger } from "./mqtt.ts";
import { numericTrigger } from "./numeric.ts";
import { onceTrigger } from "./once.ts";
import { presenceTrigger } from "./presence.ts";
import { propertyTrigger } from "./property.ts";
import { sceneTrigger } from "./scene.ts";
import { startupTrigger } from "./startup.ts";
import { sunTrigger } from "./sun.ts";
import { timeTrigger } from "./time.ts";
import { webhookTrigger } from "./webhook.ts";

/** Kinds with due times that are known beforehand. */
const schedules = [cronTrigger, timeTrigger, sunTrigger, onceTrigger, intervalTrigger] as const;
/** Kinds that listen to devices; a run can wait for the same. */
const ofDevices = [propertyTrigger, numericTrigger, eventTrigger, availabilityTrigger] as const;
/** All kinds, in the order in which people are told of them. */
export const TRIGGER_KINDS = [
  ...schedules,
  ...ofDevices,
  sceneTrigger,
  webhookTrigger,
  mqttTrigger,
  startupTrigger,
  modeTrigger,
  presenceTrigger,
] as const;

export const Trigger = z.discriminatedUnion("type", schemasOf(TRIGGER_KINDS));
export type Trigger = z.infer<typeof Trigger>;
export type TriggerType = Trigger["type"];
export type TriggerOf<Type extends TriggerType> = Extract<Trigger, { type: Type }>;

/** Triggers with due times that are known beforehand. */
export type Schedule = z.infer<(typeof schedules)[number]["schema"]>;

/** The triggers that a run can wait for: a device changes its state, or reports an event. */
export const WaitTrigger = z.discriminatedUnion(
  "type",
  schemasOf([propertyTrigger.happens, numericTrigger.happens, eventTrigger.happens, availabilityTrigger.happens]),
);
export type WaitTrigger = z.infer<typeof WaitTrigger>;

/** Triggers on devices. */
export type DeviceTrigger = z.infer<(typeof ofDevices)[number]["schema"]>;

/** Keyed by type. */
const KINDS: ReadonlyMap<string, TriggerKind<z.ZodType<Trigger>>> = new Map(
  TRIGGER_KINDS.map((kind) => [kind.type, kind] as const),
);

/** The kind with this name; undefined when there is none. */
export function triggerKindNamed(type: string): TriggerKind<z.ZodType<Trigger>> | undefined {
  return KINDS.get(type);
}

/** The kind of a trigger. */
export function triggerKindOf({ type }: Pick<Trigger, "type">): TriggerKind<z.ZodType<Trigger>> {
  const kind = triggerKindNamed(type);
  if (!kind) throw new Error(`no kind of trigger is called ${type}`);
  return kind;
}

/** Whether the due times of a trigger are known beforehand. */
export function isSchedule(trigger: Trigger): trigger is Schedule {
  return triggerKindOf(trigger).watch.by === "schedule";
}

/** How a trigger with due times is watched. */
export function scheduleOf(trigger: Schedule): ScheduleWatch<Schedule> {
  const { watch } = triggerKindOf(trigger);
  if (watch.by !== "schedule") throw new Error(`a trigger of type ${trigger.type} has no due times`);
  return watch;
}

/** Whether a trigger fires once, at a moment that passes. */
export function isOnce(trigger: Trigger): boolean {
  const { watch } = triggerKindOf(trigger);
  return watch.by === "schedule" && watch.once;
}

/** A trigger as the first part of a sentence: "on weekdays at 07:00", "when the TV is turned off". */
export function triggerWords(trigger: Trigger, wording: Wording): Phrase {
  return triggerKindOf(trigger).words(trigger, wording);
}

/** Whether the due times of a trigger are told without their seconds. */
export function isToldToTheMinute(trigger: Trigger): boolean {
  const { watch } = triggerKindOf(trigger);
  return watch.by === "schedule" && watch.toTheMinute;
}

/** Those of some triggers that have days of the week of their own. */
type OnDays<Each> = Each extends Trigger ? ("weekdays" extends keyof Each ? Each : never) : never;

/** Whether a trigger has a field for the days of the week on which it fires. */
export function hasWeekdays(trigger: Trigger): trigger is OnDays<Trigger> {
  const { watch } = triggerKindOf(trigger);
  return watch.by === "schedule" && watch.days === "own";
}

/** Whether a trigger says its days in a way that days of the week cannot limit. */
export function hasFixedDays(trigger: Trigger): boolean {
  const { watch } = triggerKindOf(trigger);
  return watch.by === "schedule" && watch.days === "fixed";
}

/** Whether the detail of a run tells its cause better than the trigger does: for devices and people. */
export function isToldByDetail(type: string): boolean {
  const by = triggerKindNamed(type)?.watch.by;
  return by === "devices" || by === "people";
}

/** A trigger on devices with how it is watched; null for every other. */
export function deviceWatchOf(trigger: Trigger | WaitTrigger) {
  const { watch } = triggerKindOf(trigger);
  return watch.by === "devices"
    ? { trigger: trigger as DeviceTrigger, watch: watch as DeviceWatch<DeviceTrigger> }
    : null;
}

/** How a run waits for something to happen. */
export function waitKindOf({ type }: WaitTrigger): WaitTriggerKind<z.ZodType<WaitTrigger>> {
  const kind = ofDevices.find((each) => each.type === type);
  if (!kind) throw new Error(`a run cannot wait for ${type}`);
  return kind.happens;
}
