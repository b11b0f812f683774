import { withoutRemarks } from "../../../understanding/utterance/follow-ups.ts";
import { cancelByRemark, declineAction, type LocalPlanner } from "../planning/index.ts";
import { hasPlans, type RequestContexts } from "../request-contexts.ts";
import type { SentenceReader } from "./reader.ts";

/** Cancels the plan that a remark names: "the bread's done, cancel that timer", 关灯那个不用了，我自己来. */
export function planRemarksReader(planner: LocalPlanner, contexts: RequestContexts): SentenceReader {
  return async (request) => {
    const { conversation, text } = request;
    if (conversation.open.items.length > 0 || !hasPlans(planner)) return null;
    const planning = contexts.planning(request, contexts.withPlans(request), []);
    if (planning === null) return null;
    const plain = withoutRemarks(text);
    return (await cancelByRemark(text, planning)) ?? (plain && (await declineAction(plain.text, planning)));
  };
}
