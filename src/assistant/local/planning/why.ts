import { messages, packOf } from "../../../language/index.ts";
import type { SentenceStep } from "../../../understanding/plan.ts";
import { targetName } from "../reply/names.ts";
import type { PlanContext } from "./context.ts";

/** Whether it is known who made all so that is asked about: what is not known a model may find out from how it is. */
export async function areExplained(
  steps: readonly SentenceStep[],
  { planner, language }: PlanContext,
): Promise<boolean> {
  for (const step of steps) {
    if (step.kind !== "why") continue;
    const { target, address, deed } = step;
    const about = {
      device: target.indexed.device.id,
      ...(address !== null && { address }),
      ...(deed !== null && { deed }),
    };
    if ((await planner.explain(about, language)).cause === null) return false;
  }
  return true;
}

/**
 * Why a device is as it is, and who made it so. Where it is not as the question takes it to be, that comes first, and then what
 * made it as it is.
 */
export async function whyText(
  { target, address, value, lasting, deed }: Extract<SentenceStep, { kind: "why" }>,
  { planner, language, dialogue, request }: PlanContext,
): Promise<string> {
  const { device } = target.indexed;
  const conversation = request.conversation.id;
  const about = {
    device: device.id,
    conversation,
    ...(address !== null && { address }),
    ...(deed !== null && { deed }),
  };
  const asked = await planner.explain({ ...about, ...(value !== null && { value }) }, language);
  const now = address === null ? undefined : device.state.get(address)?.value;
  if (value === null || typeof now !== "boolean" || now === value) return asked.text;
  const { answers } = messages(language);
  const is = answers.is(targetName(target, dialogue.index, language), answers.stateText(now ? "on" : "off", true));
  const other = lasting || asked.cause === null ? await planner.explain({ ...about, value: now }, language) : asked;
  return packOf(language).grammar.sentences([is, other.cause === null ? "" : other.text]);
}
