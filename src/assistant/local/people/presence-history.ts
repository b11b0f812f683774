import type { PresenceChange } from "../../../people/index.ts";
import type { ResolvedSpan } from "../../../understanding/past/span.ts";
import type { PeoplePorts } from "./ports.ts";

/** Whether a person was at home (or out) within a span. Times are milliseconds since the epoch. */
interface PresenceInSpan {
  /** For all of the span, some of it, or none; null: not known. */
  readonly how: "all" | "some" | "none" | null;
  /** The begin, where there was one stay that began within the span. */
  readonly from: number | null;
  /** The end, where there was one stay that ended within the span. */
  readonly until: number | null;
}

/** Whether somebody was at home (or out) within a span. */
export async function presenceInSpan(
  { people }: Pick<PeoplePorts, "people">,
  person: string,
  home: boolean,
  { from, to, moment }: ResolvedSpan,
): Promise<PresenceInSpan> {
  const end = moment ? from + 1 : to;
  const changes = await people.changes(person, { from: 0, to: end });
  const before = changes.findLast(({ at }) => at <= from)?.home ?? null;
  const states = [{ home: before, at: from }, ...changes.filter(({ at }) => at > from)];
  const stays = states.flatMap((state, at) => {
    if (state.home !== home || states[at - 1]?.home === home) return [];
    return [{ from: state.at, until: states.slice(at).find((each) => each.home !== home)?.at ?? end }];
  });
  const [first, ...others] = stays;
  if (!first) return { how: states.some((state) => state.home === null) ? null : "none", from: null, until: null };
  if (others.length > 0) return { how: "some", from: null, until: null };
  const [begun, ended] = [first.from > from, first.until < end];
  if (!begun && !ended) return { how: "all", from: null, until: null };
  return { how: "some", from: begun ? first.from : null, until: ended ? first.until : null };
}

/** The times when a person came, or left. Milliseconds since the epoch. */
interface PresenceTransitions {
  /** Oldest first. */
  readonly times: readonly number[];
  /** When the last of them was reversed; null: it was not. */
  readonly over: number | null;
  /** Since when the state is known, where its begin is not. */
  readonly known: number | null;
}

/** Finds when a person came (or left) within a span. */
export async function presenceTransitions(
  { people }: Pick<PeoplePorts, "people">,
  person: string,
  home: boolean,
  span: { readonly from: number; readonly to: number },
): Promise<PresenceTransitions> {
  const changes = await people.changes(person, { from: 0, to: span.to });
  const became = (change: PresenceChange, at: number): boolean =>
    change.home === home && changes[at - 1]?.home === !home && change.at >= span.from;
  const times = changes.filter(became).map(({ at }) => at);
  const last = changes.at(-1);
  const newest = times.at(-1);
  const over =
    newest === undefined ? null : (changes.find((each) => each.at > newest && each.home !== home)?.at ?? null);
  return { times, over, known: times.length === 0 && last?.home === home ? last.at : null };
}
