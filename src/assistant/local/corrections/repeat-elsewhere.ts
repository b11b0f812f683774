import type { Command } from "../../../home/index.ts";
import { doStep } from "../../../understanding/ground/commands.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import type { Frame, Head } from "../../../understanding/parse/frame.ts";
import type { DoStep, SentenceStep } from "../../../understanding/plan.ts";
import { understand } from "../../../understanding/understand.ts";
import type { Conversation } from "../../contract.ts";
import type { TargetRef } from "../../open/items.ts";
import { pickOptions, pickSimilar } from "../answers/pick-options.ts";
import { headOf } from "../context/focus.ts";
import { parseFrame } from "../context/last-turn.ts";
import { plannedEffectsOf } from "../execution/plan-commands.ts";

/** Heads that give a kind or nothing, and no name: "the one in the study", 书房那个灯. */
const OF_NO_NAME: ReadonlySet<Head["type"]> = new Set<Head["type"]>(["it", "kind"]);

/** The only device like the wrong ones at the named place: "the one in the study". Null where the words say more, or several are there. */
export function similarElsewhere(
  words: string,
  wrong: readonly string[],
  before: Frame,
  context: DialogueContext,
): DeviceTarget | null {
  const { heads, places, values, changes, props, durations, act, asking, also, untimed } = parseFrame(words, context);
  const more = values.length + changes.length + props.length + durations.length;
  const placed = places.length > 0 || heads.some((head) => head.places.length > 0);
  if (more > 0 || act !== null || asking !== null || also || untimed || !placed) return null;
  if (!heads.every(({ type }) => OF_NO_NAME.has(type))) return null;
  const like = pickSimilar(words, wrong, before.act, context);
  const called = like.length === 1 ? like : pickOptions(words, calledAs(wrong, context), before.act, context);
  return called.length === 1 ? (called[0] ?? null) : null;
}

/** Other devices with the same names: a thermostat can cool as well, but is no "AC". */
function calledAs(devices: readonly string[], { index }: DialogueContext): readonly TargetRef[] {
  const names = new Set(devices.flatMap((id) => index.devices.get(id)?.device.name ?? []));
  return [...index.devices.values()].flatMap(({ device }) =>
    names.has(device.name) && !devices.includes(device.id) ? { device: device.id, service: null } : [],
  );
}

/**
 * The steps of the last sentence, on another target: "air con on, heating, 22" is three of them. Only the last frame where the
 * sentence has other targets as well. Null where the other target cannot do one of them.
 */
export function repeatOnTarget(
  target: DeviceTarget,
  wrong: readonly string[],
  before: Frame,
  { exchanges }: Conversation,
  context: DialogueContext,
): readonly DoStep[] | null {
  const last = exchanges.at(-1);
  const alone: DialogueContext = { ...context, focus: { devices: [], rooms: [], address: null } };
  const meant = last ? understand(last.text, alone, null) : null;
  const said = meant?.kind === "plan" ? meant.steps : [];
  const whole = said.length > 1 && said.every((step) => step.kind === "do" && isOf(step, wrong));
  const frames = whole ? said.flatMap((step) => (step.kind === "do" ? step.frame : [])) : [before];
  const steps = frames.map((frame) =>
    doStep({ ...frame, heads: [headOf([target])], places: [], except: { heads: [], places: [] } }, [target]),
  );
  const able = steps.flatMap((step) => (step.kind === "do" && step.refusals.length === 0 ? step : []));
  return able.length === steps.length ? able : null;
}

function isOf(step: SentenceStep, devices: readonly string[]): boolean {
  return plannedEffectsOf([step]).every(({ target }) => devices.includes(target.indexed.device.id));
}

/** Whether commands set one property of one device to two values. */
export function hasContradiction(commands: readonly Command[]): boolean {
  const values = new Map<string, unknown>();
  return commands.some(
    (command) =>
      command.kind === "set" &&
      command.properties.some(({ address, value }) => {
        const key = `${command.device} ${address}`;
        const other = values.get(key);
        values.set(key, value);
        return other !== undefined && other !== value;
      }),
  );
}
