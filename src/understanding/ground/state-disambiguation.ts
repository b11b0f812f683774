import type { DeviceState } from "../../language/index.ts";
import type { Act } from "../lexicon/types.ts";
import type { Frame, Head } from "../parse/frame.ts";
import type { Understanding } from "../plan.ts";
import { doStep } from "./commands.ts";
import type { DialogueContext } from "./context.ts";
import { isInStateNow } from "./states.ts";
import type { DeviceTarget } from "./target.ts";

/** States after acts that nobody asks for again. */
const AFTER: Readonly<Partial<Record<Act, readonly DeviceState[]>>> = {
  off: ["off"],
  close: ["closed"],
  lock: ["locked"],
  stop: ["stopped", "off"],
};

/**
 * The only option that is not yet in the wanted state: "turn that bedside lamp off", where one of two is on. Null where a
 * state is not known, or more is said than the act. Switching on picks none, unless "the other" is said.
 */
function onlyNotYet(
  frame: Frame,
  head: Head | null,
  options: readonly DeviceTarget[],
  { now }: DialogueContext,
): DeviceTarget | null {
  const { act, values, changes, props, durations, timeless } = frame;
  if (head === null || act === null || timeless || options.length < 2) return null;
  if (values.length + changes.length + props.length + durations.length > 0) return null;
  if (head.plural || head.quantifier !== null || head.count !== null || head.half || head.parts.length > 0) return null;
  const states = statesAfter(act, head, options);
  if (states === undefined) return null;
  const so = options.map((target) =>
    states.map((state) => isInStateNow(state, target, now)).find((known) => known !== null),
  );
  if (so.includes(undefined)) return null;
  const [only, ...others] = options.filter((_, at) => so[at] === false);
  return only !== undefined && others.length === 0 ? only : null;
}

/** The states to compare. Curtains are seldom opened twice, but any of several lamps may be switched on. */
function statesAfter(act: Act, head: Head, options: readonly DeviceTarget[]): readonly DeviceState[] | undefined {
  if (act === "on" && head.ordinals.includes("other")) return ["on"];
  const drawn = options.every(({ indexed }) => indexed.ownKinds.has("curtain"));
  return act === "open" && drawn ? ["open"] : AFTER[act];
}

/** Replaces the question which target by the command, where only one option is not yet in the wanted state. */
export function disambiguateByState<Decided extends { readonly understanding: Understanding }>(
  decision: Decided,
  context: DialogueContext,
): Decided {
  const { understanding } = decision;
  if (understanding.kind !== "plan") return decision;
  const [step, ...others] = understanding.steps;
  if (step?.kind !== "ask" || others.length > 0 || step.later || step.doings || step.frame.asking !== null)
    return decision;
  const [head = null, ...more] = step.frame.heads;
  const only = more.length > 0 ? null : onlyNotYet(step.frame, head, step.options, context);
  const done = only && doStep(step.frame, [only]);
  return done?.kind === "do" ? { ...decision, understanding: { ...understanding, steps: [done] } } : decision;
}
