import { messages } from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { isOpeningState, sensorsOfOpening } from "../../../understanding/ground/openings.ts";
import type { StateQuery } from "../../../understanding/ground/query.ts";
import { checkState, isInState, OPPOSITES } from "../../../understanding/ground/states.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import type { PastQuestion } from "../../../understanding/past/question.ts";
import type { AnswerStep } from "../../../understanding/plan.ts";
import { type Asking, lastOf, type PastMeans, PastTeller, pastText, watchOf } from "../../past/index.ts";
import { answerText } from "./answers.ts";
import { measuredOf, openingName, type ReplyContext } from "./facts.ts";

/** The answer to a question about the past; `pastContext` is null where no history is kept. */
export async function pastAnswer(
  step: AnswerStep & { readonly past: PastQuestion },
  pastContext: PastMeans | null,
  teller: ReplyContext,
): Promise<string> {
  if (pastContext === null) return sinceSeen(step, teller) ?? messages(teller.dialogue.language).past.noHistory;
  return await pastText(step.past, pastContext, askedOf(step, teller));
}

function askedOf(step: AnswerStep, teller: ReplyContext): Omit<Asking, "teller"> {
  const { dialogue } = teller;
  const { index } = dialogue;
  return {
    step,
    called: (target, state) => openingName(target, state, teller),
    same: (target, state) => {
      const all = isOpeningState(state) ? sensorsOfOpening(target, index) : [target];
      // A lock that knows nothing of its door tells nothing of it.
      const able = all.filter((each) => checkState("open", each).kind !== "absent");
      return able.length > 0 ? able : [target];
    },
    device: (id) => targetOf(index.devices.get(id)),
    roomDevices: ({ indexed }) => {
      const { room } = indexed.device;
      return room ? [...index.inRoom(room.id)].map(({ device }) => device.id) : [indexed.device.id];
    },
    measured: (target, property, value) => measuredOf(target, property, value, teller),
  };
}

function targetOf(indexed: DeviceTarget["indexed"] | undefined): DeviceTarget | undefined {
  return indexed && { indexed, service: null };
}

/** "When was it last on?" without a history: since when, where the state holds now. Null for any other question. */
function sinceSeen(
  { past, query, frame }: AnswerStep & { past: PastQuestion },
  { dialogue, clock }: ReplyContext,
): string | null {
  const { what, span } = past;
  const [state] = frame.states;
  const so = query.targets.every((target) => state !== undefined && isInState(state, target) === true);
  if (what.kind !== "change" || what.of !== "last" || span !== null || !so) return null;
  return answerText({ ...frame, asking: "since" }, { ...query, asking: "since" }, dialogue, clock);
}

/** The start of present states that Jia did not see begin, from the history; keyed by device. Milliseconds since the epoch. */
export async function sinceFromHistory(
  frame: AnswerStep["frame"],
  query: StateQuery,
  pastContext: PastMeans | null,
  context: DialogueContext,
): Promise<ReadonlyMap<string, number>> {
  const known = new Map<string, number>();
  const [state] = frame.states;
  if (pastContext === null || query.asking !== "since") return known;
  for (const target of query.targets.slice(0, MOST_SINCE)) {
    const meant = [state ?? "on", OPPOSITES[state ?? "on"]].find(
      (each) => each !== undefined && isInState(each, target) === true,
    );
    const watch = meant ? watchOf(meant, target) : null;
    const now = watch && target.indexed.device.state.get(watch.key.address);
    if (!watch || !now || now.changeSeen) continue;
    const at = await lastOf(watch, { teller: new PastTeller(pastContext, null) });
    if (at !== null && at < context.now) known.set(target.indexed.device.id, at);
  }
  return known;
}

/** At most so many devices are looked up. */
const MOST_SINCE = 6;
