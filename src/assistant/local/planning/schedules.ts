import { isDeepStrictEqual } from "node:util";
import {
  type AutomationDraft,
  actionsFrom,
  freeName,
  WEEKDAYS,
  wantsApproval,
  writeMoment,
} from "../../../automation/index.ts";
import { type Command, cleanText, type Home, isPower, positionOf } from "../../../home/index.ts";
import { nameIn } from "../../../language/index.ts";
import type { Effect } from "../../../understanding/ground/context.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import {
  isRecurring,
  type Recurring,
  secondsUntil,
  type TimeExpression,
} from "../../../understanding/parse/time/time-expression.ts";
import type { DoStep, Plannable, SentenceStep } from "../../../understanding/plan.ts";
import { doSteps } from "../../../understanding/plan.ts";
import type { PlanRef } from "../../plan-changes.ts";
import { effectCommands, plannedEffectsOf } from "../execution/plan-commands.ts";
import { joinSentences } from "../execution/undo.ts";
import { withRuleBounds } from "./adjust-rule.ts";
import type { PlanContext, PlanningResult } from "./context.ts";
import { numericParameters } from "./scenes.ts";

type Actions = AutomationDraft["actions"];

/** Plans commands for another time: as a delayed command, or as an automation where they recur or follow the sun. */
export async function runLater(
  step: Extract<SentenceStep, { kind: "later" }>,
  context: PlanContext,
): Promise<PlanningResult> {
  const { when, steps, lasting } = step;
  const conditions = step.conditions ? { conditions: [...step.conditions] } : {};
  if (isUnclear(steps)) return { text: context.phrases.sceneTwice };
  const commands = effectCommands(plannedEffectsOf(steps));
  if (isRecurring(when)) {
    const back = lasting === null ? [] : switchedBack(doSteps(steps));
    if (back === null) return { text: context.phrases.unknownBack };
    const after: Actions = lasting === null ? [] : [{ type: "wait", for: `${lasting}s` }, ...actionsFrom(back)];
    return await saveAutomation(
      {
        name: nameFrom(context, commands),
        triggers: triggersFor(when),
        ...conditions,
        actions: [...actionsOf(steps, context), ...after],
      },
      context,
    );
  }
  const seconds = startsAnew(steps, commands, context)
    ? secondsTo(when, context)
    : secondsAfterEarlier(when, commands, context);
  // A condition is checked when it is time: that takes an automation that runs once.
  if (step.conditions && lasting !== null) return { text: context.phrases.unknownBack };
  if (step.conditions || steps.some(({ kind }) => kind === "scene")) {
    const { clock, home } = context;
    // A time of day stays that time where the yes comes later.
    const triggers: AutomationDraft["triggers"] =
      when.kind === "at"
        ? [{ type: "once", at: writeMoment(clock.now() + seconds * 1000, home.timezone) }]
        : [{ type: "once", in: `${seconds}s` }];
    const name = nameFrom(context, commands);
    return await saveAutomation({ name, triggers, ...conditions, actions: actionsOf(steps, context) }, context);
  }
  const at = context.time(context.clock.now() + seconds * 1000);
  const later = (what: string): string => context.good() + context.phrases.later(what, at);
  if (lasting === null) return await delayed(commands, seconds, later, context);
  const reverting = revertCommands(doSteps(steps), false);
  // One yes covers both parts.
  const parts = [
    { commands, seconds },
    { commands: reverting, seconds: seconds + lasting },
  ];
  const asked = waitsFor(parts, context);
  if (asked.waiting) return asked.waiting;
  const planned = await delayed(commands, seconds, later, context, asked);
  try {
    const back = await endAfter(reverting, seconds + lasting, isSoNow(reverting, context.home), context, asked);
    return {
      text: joinSentences([planned.text, back.text], context),
      plans: [...(planned.plans ?? []), ...(back.plans ?? [])],
    };
  } catch (error) {
    // Without its revert the command is not planned either.
    for (const { id } of planned.plans ?? []) await context.planner.timers.cancel(id, null);
    throw error;
  }
}

/** Saves an automation with commands that run whenever something happens. */
export async function runWhenever(
  { rule, steps, lasting, afterwards, notice }: Extract<SentenceStep, { kind: "whenever" }>,
  context: PlanContext,
): Promise<PlanningResult> {
  const { triggers, conditions } = rule;
  if (isUnclear([...steps, ...(afterwards?.steps ?? [])])) return { text: context.phrases.sceneTwice };
  const commands = effectCommands(plannedEffectsOf(steps));
  const back = lasting === null ? [] : switchedBack(doSteps(steps));
  if (back === null) return { text: context.phrases.unknownBack };
  const after: Actions = [
    ...(lasting === null ? [] : [{ type: "wait" as const, for: `${lasting}s` }, ...actionsFrom(back)]),
    ...(afterwards === null ? [] : [{ type: "wait" as const, for: `${afterwards.seconds}s` }]),
    ...(afterwards === null ? [] : actionsOf(afterwards.steps, context)),
  ];
  const draft: AutomationDraft = {
    name: nameFrom(context, commands),
    triggers: [...triggers],
    ...(conditions.length > 0 && { conditions: [...conditions] }),
    actions: [
      ...actionsOf(steps, context),
      ...after,
      ...(notice === null ? [] : [{ type: "notify" as const, message: cleanText(notice, 200) }]),
    ],
  };
  return await saveAutomation(draft, context);
}

/**
 * "For 10 minutes": plans the revert of a temporary command.
 * @param exact the commands restore everything as it was before
 */
export async function scheduleRevert(
  commands: readonly Command[],
  seconds: number,
  exact: boolean,
  context: PlanContext,
): Promise<PlanningResult> {
  const planned = await endAfter(commands, seconds, exact, context);
  const { conversation } = context.request;
  conversation.passing = [...(conversation.passing ?? []), ...(planned.plans ?? []).map(({ id }) => id)];
  return planned;
}

async function endAfter(
  commands: readonly Command[],
  seconds: number,
  exact: boolean,
  context: PlanContext,
  asked = waitsFor([{ commands, seconds }], context),
): Promise<PlanningResult> {
  const { phrases, clock } = context;
  const at = context.time(clock.now() + seconds * 1000);
  const switched = exact ? switchedTo(commands, context) : null;
  const text = (what: string): string => {
    if (switched) return phrases.switchedBack(switched.on, switched.names, at);
    return exact ? phrases.back(at) : phrases.later(what, at);
  };
  return await delayed(commands, seconds, text, context, asked);
}

/** The names of devices that commands only switch on, or only switch off; null where they do more, or both. */
function switchedTo(
  commands: readonly Command[],
  { home, language }: PlanContext,
): { readonly on: boolean; readonly names: readonly string[] } | null {
  const each = commands.map((command) => {
    const device = home.device(command.device);
    if (!device || command.kind !== "set" || command.properties.length !== 1) return null;
    const [{ address, value } = { address: "", value: null }] = command.properties;
    const property = device.spec.properties.get(address);
    if (!property || !isPower(property) || typeof value !== "boolean") return null;
    return { on: value, name: nameIn(language, device) };
  });
  const known = each.filter((one) => one !== null);
  const [first] = known;
  if (!first || known.length < each.length || known.some(({ on }) => on !== first.on)) return null;
  return { on: first.on, names: known.map(({ name }) => name) };
}

/** Starts a timer with commands; asks first where the policy wants a yes. */
async function delayed(
  commands: readonly Command[],
  seconds: number,
  text: (what: string) => string,
  context: PlanContext,
  asked = waitsFor([{ commands, seconds }], context),
): Promise<PlanningResult> {
  if (asked.waiting) return asked.waiting;
  const { planner, request, language } = context;
  const { timers } = planner;
  const { origin, room } = request;
  const durationMs = Math.max(0, seconds * 1000);
  const { id } = await timers.start({ durationMs, commands, origin, room, approved: asked.approved });
  return { text: text(timers.describe(commands, language)), plans: context.knows([{ kind: "timer", id }]) };
}

/** Commands and the seconds until they run. */
interface DelayedPart {
  readonly commands: readonly Command[];
  readonly seconds: number;
}

/** The question for a yes, where one is missing, and whether one was given. */
interface ApprovalState {
  readonly waiting: PlanningResult | null;
  readonly approved: boolean;
}

function waitsFor(parts: readonly DelayedPart[], context: PlanContext): ApprovalState {
  const { planner, clock } = context;
  const approvals = planner.timers.approvals(parts.flatMap(({ commands }) => commands));
  if (approvals.length === 0) return { waiting: null, approved: false };
  const delays = parts.map(({ commands, seconds }) => ({ commands, when: { at: clock.now() + seconds * 1000 } }));
  const waiting = context.asksFor({ kind: "delay", parts: delays });
  return { waiting, approved: waiting === null };
}

/** Saves an automation and reads it back; asks first where the policy wants a yes. @throws JiaError where it has problems */
export async function saveAutomation(unbounded: AutomationDraft, context: PlanContext): Promise<PlanningResult> {
  const { planner, request, language } = context;
  const { automations } = planner;
  const asked = withRuleBounds(unbounded, context.bounds, context);
  if (asked === null) return { text: context.phrases.cannotMove(unbounded.name) };
  const others = automations.list().map(({ definition }) => definition);
  // The name is made from the sentence, and the same sentence may come again.
  const draft = { ...asked, name: freeName(asked.name, others) };
  const approved = wantsApproval(automations.check(draft));
  // An automation that wants a yes is asked about each time.
  const same = approved ? undefined : others.find((each) => doesSame(each, asked));
  if (same) {
    const plans = context.knows([{ kind: "automation", id: same.id }]);
    return { text: context.phrases.already(automations.describe(same, language, "promised")), plans };
  }
  const waiting = approved ? context.asksFor({ kind: "save-automation", draft, replace: false }) : null;
  if (waiting) return waiting;
  const { definition } = await automations.save(draft, { origin: request.origin, approved });
  const plan: PlanRef = { kind: "automation", id: definition.id };
  return {
    text: context.good() + automations.describe(definition, language, "promised"),
    plans: context.knows([plan]),
  };
}

/** Whether two automations have the same triggers, conditions, bounds and actions. */
function doesSame(one: AutomationDraft, other: AutomationDraft): boolean {
  const { conditions = [] } = other;
  return (
    isDeepStrictEqual(one.triggers, other.triggers) &&
    isDeepStrictEqual(one.conditions ?? [], conditions) &&
    isDeepStrictEqual([one.until, one.times], [other.until, other.times]) &&
    other.pausedUntil === undefined &&
    isDeepStrictEqual(one.actions, other.actions)
  );
}

/** Whether a step names a scene that shares its name with another: a rule needs one of them. */
function isUnclear(steps: readonly Plannable[]): boolean {
  return steps.some((step) => step.kind === "scene" && step.alike.length > 1);
}

/** The actions of an automation: commands and scenes, in order. */
function actionsOf(steps: readonly Plannable[], { planner }: PlanContext): Actions {
  if (steps.every(({ kind }) => kind === "do")) return actionsFrom(effectCommands(plannedEffectsOf(steps)));
  return steps.flatMap((step): Actions => {
    if (step.kind === "do") return actionsFrom(effectCommands(step.doings));
    const scene = planner.scenes.get(step.scene)?.definition;
    const [parameter] = scene ? numericParameters(scene) : [];
    const given = step.value !== null && parameter !== undefined ? { parameters: { [parameter]: step.value } } : {};
    return [{ type: "scene", scene: step.scene, ...given }];
  });
}

/** The name of a new plan: the words of its sentence, or its commands where the sentence makes several. */
function nameFrom({ request, several, planner, language }: PlanContext, commands: readonly Command[]): string {
  const text = several ? planner.timers.describe(commands, language) : request.text;
  return cleanText(text || request.text, 100).trim();
}

/** Seconds from now until then. */
export function secondsTo(when: Exclude<TimeExpression, Recurring>, { clock, home }: PlanContext): number {
  if (when.kind === "at") return secondsUntil(when, clock.now(), home.timezone);
  return when.kind === "until" ? secondsUntil(when.end, clock.now(), home.timezone) : when.seconds;
}

/**
 * Whether a sentence names its target, and its commands would change something now. "Turn off the lamp at eight", while it is on,
 * does not go on from a plan for nine.
 */
function startsAnew(
  steps: readonly Plannable[],
  commands: readonly Command[],
  { request, home }: PlanContext,
): boolean {
  const said = request.text.toLowerCase();
  const named = doSteps(steps).some(({ frame }) =>
    frame.heads.some(({ type, text }) => (type === "devices" || type === "kind") && said.includes(text.toLowerCase())),
  );
  return named && !isSoNow(commands, home);
}

const HALF_DAY = 12 * 3_600;

/**
 * Seconds from now until then, for a clock time of morning or evening that follows the last plan: after "turn on the lamp at nine
 * tonight", "and off at eleven" is two hours after that, and not the next eleven.
 */
function secondsAfterEarlier(
  when: Exclude<TimeExpression, Recurring>,
  commands: readonly Command[],
  context: PlanContext,
): number {
  const seconds = secondsTo(when, context);
  const { clock, planner, request } = context;
  if (when.kind !== "at" || when.exact || when.day !== null || when.date !== null) return seconds;
  const last = request.conversation.focus?.plans ?? [];
  const dueAts = planner.timers
    .list()
    .filter(({ id }) => last.some((plan) => plan.kind === "timer" && plan.id === id))
    .filter((timer) => commands.every(({ device }) => timer.commands.some((each) => each.device === device)))
    .flatMap(({ state }) => (state.kind === "running" ? [state.dueAt] : []));
  const earlier = Math.max(clock.now(), ...dueAts);
  const halves = Math.floor((earlier - clock.now()) / 1000 / HALF_DAY - seconds / HALF_DAY) + 1;
  return seconds + Math.max(0, halves) * HALF_DAY;
}

/** The triggers of a recurring time. */
export function triggersFor(when: Recurring): AutomationDraft["triggers"] {
  if (when.kind === "interval") return [{ type: "interval", every: `${when.seconds}s` }];
  if (when.kind === "sun") {
    const { event, offsetSeconds, weekdays } = when;
    const offset = offsetSeconds === 0 ? {} : { offset: `${offsetSeconds < 0 ? "-" : ""}${Math.abs(offsetSeconds)}s` };
    return [{ type: "sun", event, ...offset, ...weekdaysOf(weekdays) }];
  }
  const two = (value: number): string => String(value).padStart(2, "0");
  return [{ type: "time", at: `${two(when.hour)}:${two(when.minute)}`, ...weekdaysOf(when.weekdays) }];
}

function weekdaysOf(days: readonly number[]): { weekdays?: (typeof WEEKDAYS)[number][] } {
  if (days.length === 0 || days.length === 7) return {};
  return { weekdays: days.flatMap((day) => WEEKDAYS[day - 1] ?? []) };
}

/** Commands that invert switches on every day; null where something other than a switch is set. */
function switchedBack(steps: readonly DoStep[]): Command[] | null {
  const commands: Command[] = [];
  for (const { target, effects } of plannedEffectsOf(steps)) {
    const properties = effects.flatMap((effect) =>
      effect.kind === "set" && effect.property.type === "on" && typeof effect.value === "boolean"
        ? [{ address: effect.property.address, value: !effect.value }]
        : [],
    );
    if (properties.length === 0) return null;
    commands.push({ kind: "set", device: target.indexed.device.id, properties });
  }
  return commands;
}

/** The resting value of a switch: off, and locked. Keyed by the type of the property. */
const REST: ReadonlyMap<string, boolean> = new Map([
  ["on", false],
  ["locked", true],
]);

/** Whether the known states already equal the values of these commands. */
function isSoNow(commands: readonly Command[], home: Home): boolean {
  return commands.every(
    (command) =>
      command.kind === "set" &&
      command.properties.every(
        ({ address, value }) => home.device(command.device)?.state.get(address)?.value === value,
      ),
  );
}

/**
 * Commands that restore the present values of what steps are about to change.
 * @param now the steps run at once: devices that are so already are left out
 */
export function revertCommands(steps: readonly DoStep[], now: boolean): Command[] {
  const doings = plannedEffectsOf(steps);
  const some = now && doings.some(({ target, effects }) => effects.some((effect) => changes(effect, target)));
  return doings.flatMap(({ target, effects }): Command[] => {
    const { device } = target.indexed;
    const properties = effects.flatMap((effect) => {
      if (effect.kind !== "set") return [];
      const position = positionOf(device, effect.property);
      if (position) return [position];
      const before = device.state.get(effect.property.address)?.value;
      const rest = REST.get(effect.property.type);
      // A device that is off and is switched off for a while stays off.
      if (rest !== undefined && effect.value === rest && before === rest) return [];
      // Of several lamps, one that was on before stays on. A door is locked again in any case.
      if (some && effect.property.type !== "locked" && !changes(effect, target)) return [];
      // Switched on or unlocked for a while means off or locked afterwards, even if it was on or unlocked.
      if (rest !== undefined && typeof effect.value === "boolean")
        return [{ address: effect.property.address, value: !effect.value }];
      return before === undefined ? [] : [{ address: effect.property.address, value: before }];
    });
    return properties.length > 0 ? [{ kind: "set", device: device.id, properties }] : [];
  });
}

/** Whether an effect differs from the known state. */
function changes(effect: Effect, { indexed }: DeviceTarget): boolean {
  return effect.kind === "invoke" || indexed.device.state.get(effect.property.address)?.value !== effect.value;
}
