/**
 * The parts that every kind of trigger has: its form, its check, its words, what it refers to, and how it is watched. Each
 * kind is a file of this folder; `index.ts` lists them, and the rest of the room asks the list.
 */
import type { z } from "zod";
import type { Device, Home, HomeEventOf, Message, Phrase, Value } from "../../home/index.ts";
import type { PartCheck } from "../check/part-check.ts";
import type { Target } from "../definition/basics.ts";
import type { Duration } from "../definition/durations.ts";
import type { Missed } from "../definition/schedules.ts";
import type { Wording } from "../describe/wording.ts";
import type { TargetChange } from "../references/changes.ts";
import type { NextRun, ScheduleLocation } from "../schedule/next.ts";
import type { ArrivalOrDeparture, Resident, Whereabouts } from "../surroundings/residents.ts";

/** The schema of a trigger: a strict object with the literal `type`. */
export type TriggerSchema = z.ZodType<{ readonly type: string }>;

/** The devices, people and scenes that a trigger refers to. */
export interface TriggerReferences<Trigger> {
  /** The trigger with every target in it changed; the same object when none is. */
  withTargets(trigger: Trigger, change: TargetChange): Trigger;
  /** The trigger with every name or id of a person in it changed. */
  withPeople(trigger: Trigger, change: (person: string) => string): Trigger;
  /** Ids of the people, or words for several of them, whose comings and goings it tells of. */
  people(trigger: Trigger): readonly string[];
  /** Ids of the scenes that start it. */
  scenes(trigger: Trigger): readonly string[];
}

/** A trigger that refers to nothing. */
export const NO_REFERENCES = {
  withTargets: <Trigger>(trigger: Trigger): Trigger => trigger,
  withPeople: <Trigger>(trigger: Trigger): Trigger => trigger,
  people: (): readonly string[] => [],
  scenes: (): readonly string[] => [],
};

/** One kind of trigger. */
export interface TriggerKind<Schema extends TriggerSchema, Watch = TriggerWatch<z.infer<Schema>>> {
  readonly type: z.infer<Schema>["type"];
  readonly schema: Schema;
  /** A trigger of this kind as it is written in a file. */
  readonly example: z.input<Schema>;
  /** Adds the problems of a trigger at `field`, except those of its form. */
  check(trigger: z.infer<Schema>, field: string, check: PartCheck): void;
  /** The trigger as it is saved, with its open parts filled in; the same object when there are none. */
  completed(trigger: z.infer<Schema>, home: Home, now: number): z.infer<Schema>;
  /** The trigger as the first part of a sentence: "on weekdays at 07:00", "when the TV is turned off". */
  words(trigger: z.infer<Schema>, wording: Wording): Phrase;
  /** Its words in the question for a yes; `words` when left out. */
  consentWords?(trigger: z.infer<Schema>, wording: Wording): Phrase;
  /** The cause of a run when the trigger is not in the definition any more. */
  readonly goneWords: Message;
  readonly references: TriggerReferences<z.infer<Schema>>;
  readonly watch: Watch;
}

/** How a trigger is watched: what the engine waits for, and which part of it does. */
export type TriggerWatch<Trigger> =
  | ScheduleWatch<Trigger>
  | DeviceWatch<Trigger>
  | PeopleWatch<Trigger>
  | SignalWatch<Trigger>
  | BrokerWatch<Trigger>;

/** A trigger whose due times are known beforehand. */
export interface ScheduleWatch<Trigger> {
  readonly by: "schedule";
  /** @throws ScheduleError with the reason when it can never be worked out (a broken expression, no location for the sun) */
  prepare(trigger: Trigger, place: ScheduleLocation): NextRun;
  /** Milliseconds from the moment of saving, for a trigger that counts from there; null otherwise. */
  startsIn(trigger: Trigger): number | null;
  /** Whether it is due only once; then a due time that has passed since it was saved is no mistake. */
  readonly once: boolean;
  /**
   * How it is limited to days of the week. `own`: by its field `weekdays`. `condition`: by a condition on the day. `fixed`: not
   * at all, since it says its days in another way.
   */
  readonly days: "own" | "condition" | "fixed";
  /** Whether due times are told without their seconds. */
  readonly toTheMinute: boolean;
  /** The policy for missed due times when the definition has none. */
  readonly missed: Missed;
  /** The field that a problem with its due times names, and what to give instead. */
  readonly field: string;
  readonly fix: Message;
  /** The problem of one that is never due. */
  readonly never: Message;
}

/** The events of a device that a trigger can listen to. */
export type DeviceEvent =
  | HomeEventOf<"property-changed">
  | HomeEventOf<"event-occurred">
  | HomeEventOf<"availability-changed">;

/** The part of a device that a trigger listens to. */
export type Listened =
  | { readonly kind: "property" | "event"; readonly address: string }
  | { readonly kind: "availability"; readonly address: null };

/** A property whose changes count for a trigger as well; `device` is null for the device of the trigger itself. */
export interface FollowedProperty {
  readonly device: string | null;
  readonly address: string;
}

/** A device of a trigger, as it is watched. */
export interface WatchedDevice {
  readonly home: Home;
  readonly now: number;
  /** Whether its `for` runs. */
  readonly held: boolean;
  /** Whether the last value was inside the bounds; undefined: not known. The kind of trigger keeps it here. */
  inside: boolean | undefined;
}

/**
 * The reaction to an event of a device. `fire`: the state begins. `end`: the state does not hold, and a running `for`
 * ends. `look`: the state still holds, and a `for` whose time is over fires. `nothing`: no relevant change.
 */
export type Reaction = "fire" | "end" | "look" | "nothing";

/** A trigger on what devices report. */
export interface DeviceWatch<Trigger> {
  readonly by: "devices";
  target(trigger: Trigger): Target;
  listensTo(trigger: Trigger): Listened;
  follows(trigger: Trigger): readonly FollowedProperty[];
  /** For how long the state must hold before it fires; undefined: it fires at once. */
  lasts(trigger: Trigger): Duration | undefined;
  /** Called when a device comes under watch, to initialise its state. */
  begin(trigger: Trigger, device: Device, watched: WatchedDevice): void;
  react(trigger: Trigger, event: DeviceEvent, watched: WatchedDevice): Reaction;
  /** Whether the state of a `for` still holds; null while that is not known. */
  stillSo(trigger: Trigger, device: Device, watched: WatchedDevice): boolean | null;
  /** The event in words for the trace: "the hall Motion sensor detects motion". */
  detail(trigger: Trigger, device: Device, value: Value | undefined, lasted: Duration | undefined, home: Home): Phrase;
}

/**
 * The reaction of a waiting run to an event. `happened`: the wait is over. `look`: check whether the state begins at
 * a device. `note`: check it too, but a change now does not count. `nothing`: it does not concern the wait.
 */
export type WaitReaction = "happened" | "look" | "note" | "nothing";

/** A kind of trigger that a run can wait for with `wait-for`: devices change their state, or report an event. */
export interface WaitTriggerKind<Schema extends TriggerSchema> {
  /** The schema of the trigger without what only triggers have. */
  readonly schema: Schema;
  /** Whether the state holds at a device now; null while that is not known, and for events. */
  isSo(trigger: z.infer<Schema>, device: Device, home: Home, now: number): boolean | null;
  hear(trigger: z.infer<Schema>, event: DeviceEvent, home: Home): WaitReaction;
}

/** A trigger on people who come and go. */
export interface PeopleWatch<Trigger> {
  readonly by: "people";
  lasts(trigger: Trigger): Duration | undefined;
  /** Whether its state begins with this event. */
  fires(trigger: Trigger, event: ArrivalOrDeparture, residents: readonly Resident[], now: number): boolean;
  /** The key of the `for` that an event starts: the person, or the group when it is about the whole group. */
  keyOf(trigger: Trigger, event: ArrivalOrDeparture): string;
  /** Whether an event ends the `for` of a key. */
  ends(trigger: Trigger, key: string, event: ArrivalOrDeparture): boolean;
  /** The state that must still hold when the `for` of a key is over. */
  heldOf(trigger: Trigger, key: string): Whereabouts;
}

/** Something within Jia that triggers wait for by name. */
export type TriggerSignal =
  | { readonly kind: "webhook"; readonly key: string }
  | { readonly kind: "scene"; readonly scene: string }
  | { readonly kind: "mode"; readonly mode: string; readonly before: string }
  /** The process has started: once for each automation. */
  | { readonly kind: "startup" };

/**
 * What distinguishes a signal from others of its kind: the key of the webhook, the id of the scene or the mode;
 * empty: nothing.
 */
export function signalKey(signal: TriggerSignal): string {
  switch (signal.kind) {
    case "webhook":
      return signal.key;
    case "scene":
      return signal.scene;
    case "mode":
      return signal.mode;
    case "startup":
      return "";
    default:
      return signal satisfies never;
  }
}

/** A trigger on a signal within Jia. */
export interface SignalWatch<Trigger> {
  readonly by: "signal";
  readonly signal: TriggerSignal["kind"];
  /** The keys (`signalKey`) of the signals that it may fit; null: of any. */
  keys(trigger: Trigger): readonly string[] | null;
  fits(trigger: Trigger, signal: TriggerSignal): boolean;
  /** The signal in words for the trace; empty where the type says it all. */
  detail(trigger: Trigger, signal: TriggerSignal): Phrase;
}

/** A trigger on messages of the broker. */
export interface BrokerWatch<Trigger> {
  readonly by: "broker";
  /** The topic filter that it subscribes to. */
  filter(trigger: Trigger): string;
  fits(trigger: Trigger, payload: string): boolean;
}

/** Gives a kind of trigger its types. */
export function defineTrigger<Schema extends TriggerSchema>(kind: TriggerKind<Schema>): TriggerKind<Schema> {
  return kind;
}
