import { directionOf } from "../../../understanding/ground/frame-effects.ts";
import type { Understanding } from "../../../understanding/plan.ts";
import { defectIn, followUpIn, stepBackIn, touchedIn } from "../../../understanding/utterance/follow-ups.ts";
import type { Conversation, LocalResult } from "../../contract.ts";
import type { CorrectionContext } from "../corrections/replace.ts";
import { restoreOrigin } from "../corrections/undo-requests.ts";
import { undoLast } from "../execution/undo.ts";
import { declineAction, dueTimeStep, type PlanContext } from "../planning/index.ts";
import { changeReport } from "./change-report.ts";
import { defectReply } from "./defect-reply.ts";
import { followUpSteps } from "./follow-up-steps.ts";
import { didUndoableLastTurn, lastFrame } from "./last-turn.ts";
import { isAboutFocus } from "./remarks.ts";

/** The parts of the engine that a follow-up is carried out with. */
interface FollowUpContext extends CorrectionContext {
  /** null where nothing can be planned. */
  readonly planning: PlanContext | null;
  /** Parses a sentence without running it. */
  readonly wants: (plain: string) => Understanding;
}

/**
 * Carries out a text that is about the focus without naming it: "halfway between those two", "take one off again",
 * 恢复到最开始的样子. Null where the text says anything else, or its meaning is not clear.
 */
export async function handleFollowUp(text: string, context: FollowUpContext): Promise<LocalResult | null> {
  const { home, planning, request } = context;
  const { conversation } = request;
  // 关灯那个不用了 after two plans is about one of the plans, not about a lamp.
  const declined = planning && (await declineAction(text, planning));
  if (declined) return declined;
  const dialogue = context.dialogue();
  const asked = touchedIn(text);
  const told = asked === null ? null : await changeReport(asked, conversation, dialogue, planning, home.timezone);
  if (told) return told;
  const broken = defectIn(text);
  const defect = broken === null ? null : defectReply(broken, conversation, dialogue, home);
  if (defect) return defect;
  const lessened = stepBackIn(text);
  if (lessened !== null && wasValued(conversation) && isAboutFocus(context.wants(lessened), dialogue))
    return await context.carry(lessened);
  const followUp = followUpIn(text);
  if (followUp === null) return null;
  if (followUp.kind === "origin") return await restoreOrigin(followUp, context);
  const due = dueTimeStep(followUp, conversation);
  const steps = due ? [due] : followUpSteps(followUp, conversation, dialogue);
  if (steps.length > 0) return await context.runAll(steps);
  // "No, the other way round" after a relative step reverts that step.
  const before = lastFrame(conversation);
  const stepped = before !== null && before.asking === null && directionOf(before) !== 0;
  const turned = followUp.kind === "swap" && stepped && didUndoableLastTurn(conversation);
  return turned ? await undoLast(context.home, request, dialogue) : null;
}

/** Whether the last command had a value or a step. "Put two back on" after the lamps were switched off counts lamps. */
function wasValued(conversation: Conversation): boolean {
  const before = lastFrame(conversation);
  return before !== null && before.asking === null && (before.values.length > 0 || directionOf(before) !== 0);
}
