import { type HomeView, isPower } from "../../../home/index.ts";
import type { PlannedEffects, SentenceStep } from "../../../understanding/plan.ts";
import { saysOthers } from "../../../understanding/sentence/other-targets.ts";
import type { Conversation } from "../../contract.ts";
import type { MovedPlan, PlanRef } from "../../plan-changes.ts";
import { storableFrame } from "../answers/stored-sentence.ts";
import { roomIdsOf } from "../execution/plan-commands.ts";
import { asksAboutPlans, changesNothing, refersToAbsent } from "../execution/step-kinds.ts";
import {
  answerSubjects,
  focusAfterRefusal,
  focusKeptAfterQuestion,
  focusOnPlans,
  linkedDevices,
  otherTargets,
  serviceParts,
  withTargetNames,
} from "./focus.ts";

/** The plans that the steps made or changed, and the home that they ran in. */
interface PlanEffects {
  readonly made: readonly PlanRef[];
  readonly moved: readonly MovedPlan[];
  readonly home: HomeView;
}

/** Updates the focus: what "it", "there" and "cancel it" refer to from now on. */
export function updateFocusAfterPlan(
  conversation: Conversation,
  steps: readonly SentenceStep[],
  { made, moved, home }: PlanEffects,
): void {
  const flat = steps.flatMap((step): readonly SentenceStep[] =>
    step.kind === "later" || step.kind === "whenever" ? step.steps : [step],
  );
  const step = mainStep(flat);
  // The sentence named something that the home lacks: "it" refers to nothing from before.
  if (flat.length > 0 && flat.every(refersToAbsent)) {
    const before = conversation.focus ?? { rooms: [], frame: null };
    conversation.focus = { ...before, with: [], devices: [], address: null, absent: true };
    return;
  }
  // A refused command was still about its device.
  const about = made.length > 0 ? null : focusAfterRefusal(flat, conversation);
  // A question keeps the last plans in focus.
  const asked = steps.every(changesNothing) && made.length === 0;
  const plans = asked ? (conversation.focus?.plans ?? []) : made;
  const isMade = made.length > 0;
  const planned =
    plans.length > 0 && (isMade || steps.some(asksAboutPlans))
      ? { planned: { after: conversation.exchanges.at(-1) ?? null, made: isMade } }
      : {};
  const explained = flat.findLast((each) => each.kind === "why");
  if (!step && explained) {
    const { device } = explained.target.indexed;
    conversation.focus = { devices: [device.id], rooms: roomIdsOf([device]), address: null, frame: null, plans };
    return;
  }
  if (!step && about) {
    conversation.focus = { ...about, plans };
    return;
  }
  if (!step) {
    focusOnPlans(conversation, plans, asked ? (conversation.focus?.moved ?? []) : moved);
    if (conversation.focus) conversation.focus = { ...conversation.focus, ...planned };
    return;
  }
  const targets = step.kind === "do" ? step.doings.map(({ target }) => target) : answerSubjects(step);
  const devices = [...new Set(targets.map(({ indexed }) => indexed.device))];
  const effect = step.kind === "do" ? step.doings[0]?.effects.at(-1) : undefined;
  const address =
    effect?.kind === "set"
      ? effect.property.address
      : step.kind === "answer"
        ? (step.query.properties[0]?.address ?? null)
        : null;
  const kindOf = (id: string): string | undefined => home.device(id)?.spec.kind;
  const linked = [...linkedDevices(conversation, step.frame, targets, kindOf), ...otherTargets(step, flat)];
  const before = step.kind === "answer" ? focusKeptAfterQuestion(step, targets, conversation) : null;
  conversation.focus = {
    ...(linked.length > 0 && { with: linked }),
    parts: { ...(linked.length > 0 && conversation.focus?.parts), ...serviceParts(targets) },
    devices: before ?? devices.map(({ id }) => id),
    rooms: roomIdsOf(devices),
    address,
    frame: storableFrame(withTargetNames(step.frame, targets, conversation)),
    ...(plans.length > 0 && { plans }),
    ...planned,
    ...(moved.length > 0 && { moved }),
  };
}

/** The step that the focus follows: the last one, unless that only switched off the other devices. */
function mainStep(steps: readonly SentenceStep[]): Extract<SentenceStep, { kind: "do" | "answer" }> | undefined {
  const told = steps.filter((each) => each.kind === "do" || each.kind === "answer");
  const [before, last] = [told.at(-2), told.at(-1)];
  return last?.kind === "do" && before?.kind === "do" && saysOthers(last.frame) && last.doings.every(turnsOff)
    ? before
    : last;
}

function turnsOff({ effects }: PlannedEffects): boolean {
  return effects.every((effect) => effect.kind === "set" && isPower(effect.property) && effect.value === false);
}
