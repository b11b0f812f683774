import type { Target } from "../../understanding/ground/situation.ts";
import { inState } from "../../understanding/ground/states.ts";
import { areAlike } from "../../understanding/parse/contrary.ts";
import type { Frame } from "../../understanding/parse/frame.ts";
import type { Step } from "../../understanding/plan.ts";
import type { Conversation } from "../contract.ts";
import { doingsOf } from "./carry.ts";

/** The services that are meant of devices of which nothing else is, keyed by device. */
export function serviceParts(targets: readonly Target[]): Readonly<Record<string, string>> {
  const parts = targets.flatMap(({ indexed: { device }, service }) =>
    service !== null && targets.filter(({ indexed }) => indexed.device === device).length === 1
      ? [[device.id, service] as const]
      : [],
  );
  return Object.fromEntries(parts);
}

/** What was talked about before, and may be meant by "both": what the sentence goes on from, or where the same was done to one more. */
export function linkedTo(
  { focus }: Conversation,
  { also, act, asking, states }: Frame,
  devices: number,
): readonly string[] {
  const { devices: last = [], with: before = [] } = focus ?? {};
  const previous = (focus?.frame ?? null) as Frame | null;
  const alike = act !== null && previous?.act != null && areAlike(act, previous.act);
  const asked = asking !== null && previous?.asking != null && states.join() === previous.states.join();
  return also || ((alike || asked) && devices === 1) ? [...new Set([...before, ...last])] : [];
}

/** What the other commands of the same sentence were done to. */
export function besides(last: Step, steps: readonly Step[]): readonly string[] {
  const others = steps.filter((step) => step.kind === "do" && step !== last);
  return [...new Set(doingsOf(others).map(({ target }) => target.indexed.device.id))];
}

/** What a question is about from now on: what is as was asked, where that is asked of several. */
export function answered({ frame, query }: Extract<Step, { kind: "answer" }>): readonly Target[] {
  const { asking, targets } = query;
  if (frame.states.length === 0 || asking === "polar" || asking === "value") return targets;
  const so = targets.filter((target) => frame.states.every((state) => inState(state, target) === true));
  return so.length > 0 ? so : targets;
}
