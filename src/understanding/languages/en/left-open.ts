import type { Rewording } from "../../utterance/forms/rewording.ts";

const TELL =
  "(?<tell>(?:(?:please|can you|could you|jia)[, ]+)*(?:(?:tell|remind|warn|alert|notify|ping|message|text) (?:me|us)|let (?:me|us) know|send (?:me|us) a (?:notification|message|notice)))";
const IF = "(?:if|when|whenever|should|in case)";
const ONE = "(?:i|we|you|someone|somebody|anyone|anybody|the kids|my \\w+)(?: have| has|'ve|'s)?(?: ever)?";
const HOW = "(?<how>open|unlocked|on|running)";
/** A duration that was said. */
const TIMED = "(?: for (?:more than |over |longer than )?(?<long>[^,]+))?";

const LEFT = [
  `(?<what>[^,]+?) (?:is|are|was|has been|have been|gets?|stays?)(?: ever| still| accidentally| by mistake)? (?:left )?(?<left>left|still) ?${HOW}${TIMED}`,
  `${ONE} (?:leaves?|left|forgot to close|forgets? to close|forget to shut|forgets? to shut|forgot to shut) (?<what>(?:the|my|our|a|any) [^,]+?)(?: ${HOW})?${TIMED}`,
];

/** How long something must be open, or on, before it counts as left so. */
const AFTER = { open: "10 minutes", on: "an hour" } as const;

/** A notice about something left open waits for a while: "tell me when the garage door is left open". */
export const ENGLISH_LEFT_OPEN: readonly Rewording[] = LEFT.flatMap((left): Rewording[] => [
  { said: new RegExp(`^${TELL} ${IF} ${left}$`, "iu"), plain: asFor },
  { said: new RegExp(`^${IF} ${left},? (?:then |please )?${TELL}$`, "iu"), plain: asFor },
]);

function asFor({ tell, what, how = "open", long }: Readonly<Record<string, string | undefined>>): string | null {
  if (!tell || !what || /\b(?:at|after|before|by) \d|\bo'clock\b|\bat night\b/iu.test(`${what} ${long ?? ""}`))
    return null;
  const state = how === "running" ? "on" : how;
  return `${tell} when ${what} has been ${state} for ${long ?? AFTER[state === "on" ? "on" : "open"]}`;
}
