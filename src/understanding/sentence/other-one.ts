import { together } from "../ground/candidates.ts";
import type { Situation } from "../ground/situation.ts";
import { bareHead, type Frame } from "../parse/frame.ts";
import type { Step } from "../plan.ts";

/**
 * "The floor lamp to 30, the other one to 50": beside what the clause before is about, of what was talked about if that was one
 * of it. Where more was talked about, the frame names it; the situation that the clause is read in.
 */
export function besideLast(frame: Frame, last: Step | null, situation: Situation): Situation {
  const [head, ...others] = frame.heads;
  if (last?.kind !== "do" || head?.type !== "other" || others.length > 0) return situation;
  const before = [...new Set(last.doings.map(({ target }) => target.indexed.device.id))];
  const known = together(situation).map(({ indexed }) => indexed.device.id);
  const rest = known.filter((id) => !before.includes(id));
  if (rest.length > 0 && before.every((id) => known.includes(id))) {
    if (head.plural || rest.length === 1)
      frame.heads = [{ ...bareHead(), type: "devices", devices: rest, plural: rest.length > 1 }];
    return situation;
  }
  return { ...situation, focus: { ...situation.focus, devices: before, with: [] } };
}
