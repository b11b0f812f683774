import type { DialogueContext } from "../ground/context.ts";
import type { Act } from "../lexicon/types.ts";
import type { Frame, PlaceReference } from "../parse/frame.ts";
import { type Item, isMark, isUnknown, playsAnyRole, playsRole } from "../parse/items.ts";
import { isPlaceName, joinedName, namesDevice } from "../parse/senses.ts";
import type { SentenceStep } from "../plan.ts";

/** More unknown words than this are no name. */
const MOST_UNKNOWN = 4;

/** Acts that make sense for an unknown thing. */
const PLAIN: ReadonlySet<Act> = new Set<Act>(["on", "off", "open", "close", "start", "stop"]);
/** Acts that need a value or property to be a command. */
const GOING: ReadonlySet<Act> = new Set<Act>(["set", "turn", "raise", "lower"]);

/** Roles of words that may change what the other parts mean. */
const BINDING = [
  "if",
  "unless",
  "until",
  "when",
  "when_end",
  "whenever",
  "except",
  "only",
  "leave",
  "also",
  "remind",
  "timer",
  "alarm",
  "cancel",
] as const;

/**
 * A refusal for one of several commands with an unknown device or property name: "…, start the bidet and close the curtain".
 * The others are still done. Null when more is unclear.
 */
export function unknownNameStep(frame: Frame, { index }: DialogueContext): SentenceStep | null {
  const { act, heads, unknown, items, values, props, places } = frame;
  if (act === null || frame.blocked || frame.negated || frame.untimed || frame.asking !== null) return null;
  if (frame.durations.length > 0 || !beginsWithVerb(items) || items.some(binds)) return null;
  // Heads that were taken over from the command before do not count.
  const [head, ...others] = heads.filter(({ text }) => items.some((item) => item.said === text));
  if (others.length > 0 || frame.changes.length > 0) return null;
  const place = roomName(places, index) ?? (head ? roomName(head.places, index) : null);
  if (head?.strange && unknown.length === 0) {
    const said = `${head.modifierText} ${head.text}`;
    return { kind: "refuse", refusal: { code: "no-device", said, place, nearest: null } };
  }
  const said = unknown.every(isUnknown) ? joinedName(unknown, MOST_UNKNOWN) : null;
  if (said === null) return null;
  if (head) {
    const [id, ...more] = head.type === "devices" ? head.devices : [];
    const device = id !== undefined && more.length === 0 ? (index.devices.get(id)?.device ?? null) : null;
    if (!device || !GOING.has(act) || values.length === 0) return null;
    return { kind: "refuse", refusal: { code: "no-property", device, said } };
  }
  if (!PLAIN.has(act) && !(GOING.has(act) && values.length + props.length > 0)) return null;
  return { kind: "refuse", refusal: { code: "no-device", said, place, nearest: null } };
}

/** Whether the clause begins with its verb. */
function beginsWithVerb(items: readonly Item[]): boolean {
  const first = items.find(
    (item) => !isMark(item) && !playsRole(item, "and") && !playsRole(item, "filler") && !playsRole(item, "next_clause"),
  );
  return (
    first !== undefined &&
    (playsRole(first, "object") || ((first.lex?.acts.length ?? 0) > 0 && !namesDevice(first) && !isPlaceName(first)))
  );
}

function binds(item: Item): boolean {
  return playsAnyRole(item, BINDING);
}

/** The name of the room; null when there is none or several. */
function roomName(places: readonly PlaceReference[], index: DialogueContext["index"]): string | null {
  const [place, ...others] = places;
  const [id, ...more] = place?.kind === "rooms" ? place.ids : [];
  return id !== undefined && others.length + more.length === 0 ? (index.room(id)?.name ?? null) : null;
}

/** Whether all steps are commands for now or refusals, and at least one is done. */
export function isListOfCommands(steps: readonly SentenceStep[]): boolean {
  const done = steps.some((step) => step.kind === "do" && !step.frame.bare && step.refusals.length === 0);
  return done && steps.every((step) => step.kind === "do" || step.kind === "refuse");
}
