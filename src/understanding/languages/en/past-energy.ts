import type { PastForm, SaidPast } from "../../past/forms.ts";

const whole = (body: string): RegExp => new RegExp(`^(?:(?:so|and|but|oh|ok|okay|well)\\b,? )*${body}$`, "u");
const POWER = "(?:power|electricity|energy|current|electric|kilowatt hours|kwh|kwhs|units(?: of electricity)?)";
const USE = "(?:use|used|consume|consumed|draw|drawn|burn|burned|get through|go through|take|need)";
/** All of the home. */
const US =
  "(?:we|i|the (?:house|home|flat|apartment|whole (?:house|home|flat|place))|our (?:house|home|flat)|it all|everything|you)";

/** Questions about now that find the thing, whether or not it can be on. */
function about(thing: string | undefined): readonly string[] {
  if (thing === undefined || new RegExp(`^${US}$`, "u").test(thing)) return [];
  const be = /[^s']s$/u.test(thing) ? "are" : "is";
  return [`${be} ${thing} on?`, `where ${be} ${thing}?`];
}

const used =
  (of: "energy" | "cost", by: "device" | "room" | null = null) =>
  ({ thing, more, than }: Readonly<Record<string, string | undefined>>): SaidPast => ({
    what: {
      kind: "energy",
      of,
      by,
      more: than === undefined ? null : !/^(?:less|lower|fewer|cheaper)/u.test(more ?? ""),
    },
    plain: about(thing?.trim()),
  });

/** The present power of a thing, or of the whole home. */
function drawn({ thing }: Readonly<Record<string, string | undefined>>): SaidPast {
  const said = thing?.trim();
  const what = said === undefined || new RegExp(`^${US}$`, "u").test(said) ? "the home" : said;
  return { what: { kind: "now" }, plain: [`how much power is ${what} using?`] };
}

const LIVE = "(?:(?:current|total|overall|present|live|momentary|instantaneous|whole) )*";

/** Questions for the present power. */
const POWER_FORMS: readonly PastForm[] = [
  {
    said: whole(
      `how (?:much|many) (?:${POWER}|watts|wattage) (?:is|are|does|do) (?<thing>${US}) (?:currently )?(?:using|drawing|consuming|pulling|taking|burning|guzzling|draw|use|pull)(?: in total| altogether)?`,
    ),
    asks: drawn,
  },
  {
    said: whole(
      `how (?:much|many) (?:${POWER}|watts|wattage) (?:is|are) (?:currently )?being (?:used|drawn|consumed|pulled)(?: (?:by|in) (?<thing>.+))?`,
    ),
    asks: drawn,
  },
  {
    said: whole(
      `(?:what(?:'s| is|s)|how (?:high|much|big) is) (?:(?:the|our) )?(?:(?:house|home|flat|household)(?:'s)? )?${LIVE}(?:${POWER} (?:draw|load|consumption|usage|use)|wattage|load)(?: (?:of|for|in) (?<thing>.+))?`,
    ),
    asks: drawn,
  },
];

const MOST = "(?:using|drawing|consuming|pulling|taking|burning|guzzling|uses|draws|consumes|pulls|use|draw)";

/** Questions for the largest consumer now. */
const MOST_NOW: readonly PastForm[] = [
  {
    said: whole(
      `(?:(?:which|what) (?:device|appliance|thing|machine|gadget)s?|what(?:'?s| is)?|who(?:'s| is)?) (?:is |are |that(?:'s| is) )?(?:currently )?${MOST} (?:up )?(?:the )?most(?: of (?:the|our))?(?: ${POWER})?`,
    ),
    needsNow: true,
    asks: drawn,
  },
  {
    said: whole(
      `(?:(?:which|what) (?:device|appliance|thing|machine|gadget)s?|what(?:'?s| is)?|who(?:'s| is)?) (?:is |are )?(?:currently )?(?:using|drawing|consuming|pulling|burning|guzzling) (?:up )?(?:the )?most(?: of (?:the|our))?(?: ${POWER})?`,
    ),
    asks: drawn,
  },
  {
    said: whole(
      `what(?:'?s| is| are) (?:the |our )?(?:biggest|largest|top|worst) (?:${POWER} )?(?:users?|consumers?|guzzlers?|hogs?|draws?)(?: of ${POWER})?`,
    ),
    needsNow: true,
    asks: drawn,
  },
];

/** Questions for past energy: amount, cost, largest consumer. */
export const ENGLISH_ENERGY_FORMS: readonly PastForm[] = [
  ...POWER_FORMS.map((form): PastForm => ({ ...form, needsNow: true })),
  ...MOST_NOW,
  {
    said: whole(
      `(?:the |our )?(?:${POWER} (?:use|usage|consumption|used)|electricity|energy|kwh)(?: (?:of|for) (?<thing>.+))?`,
    ),
    needsSpan: true,
    asks: used("energy"),
  },
  {
    said: whole(
      `how (?:much|many) (?:${POWER}) (?:did|have|has) (?<thing>.+?) ${USE}(?: up)?(?: in total| altogether)?`,
    ),
    asks: used("energy"),
  },
  {
    said: whole(
      `how (?:much|many) ${POWER} (?:was|were|has been|have been|got) used(?: (?:by|in|for|on) (?<thing>.+))?`,
    ),
    asks: used("energy"),
  },
  {
    said: whole(`how much (?:did|has|have) (?<thing>.+?) (?:use|used|consume|consumed)`),
    needsSpan: true,
    asks: used("energy"),
  },
  {
    said: whole(`what (?:did|has|have) (?<thing>.+?) (?:use|used|consume|consumed)(?: in ${POWER})?`),
    needsSpan: true,
    asks: used("energy"),
  },
  {
    said: whole(
      `what(?:'s| is| was) (?:the |our )?(?:${POWER}|total) (?:use|usage|consumption)(?: (?:of|in|for) (?<thing>.+))?`,
    ),
    needsSpan: true,
    asks: used("energy"),
  },
  {
    said: whole(`what(?:'s| is| was) (?:the )?${POWER} (?:use|usage|consumption) (?:of|for) (?<thing>.+)`),
    needsSpan: true,
    asks: used("energy"),
  },
  {
    said: whole(
      `(?:what|how much) (?:did|has|have|does) (?<thing>.+?) (?:cost|costed)(?: (?:us|me))?(?: (?:in ${POWER}|to run|to use))?`,
    ),
    needsSpan: true,
    asks: costOf,
  },
  {
    said: whole(`(?:what|how much) (?:did|has|have) (?:we|i) (?:spend|spent|pay|paid)(?: on| for) (?:the )?${POWER}`),
    asks: used("cost"),
  },
  {
    said: whole(
      `(?:what(?:'s| is| was|s)|how (?:high|much|big) (?:is|was)) (?:the |our |my )?(?:${POWER} (?:bill|costs?)|bill for ${POWER}|cost of ${POWER})`,
    ),
    asks: used("cost"),
  },
  {
    said: whole(
      `(?:which|what) room (?:has )?(?:used|uses|consumed|needed|took) (?:up )?(?:the )?most(?: of (?:the|our))?(?: ${POWER})?`,
    ),
    asks: used("energy", "room"),
  },
  {
    said: whole(
      `(?:how much )?(?:${POWER})(?: use| usage| consumption| did we use| was used)? (?:by|per|for each|in each) room`,
    ),
    asks: used("energy", "room"),
  },
  {
    said: whole(`how much (?:${POWER} )?(?:did|has) each room (?:use|used)(?: ${POWER})?`),
    asks: used("energy", "room"),
  },
  {
    said: whole(
      `(?:(?:which|what) (?:device|appliance|thing|machine|gadget)s?|what|who) (?:has |have )?(?:used|uses|use|consumed|needed|took|drew) (?:up )?(?:the )?most(?: of (?:the|our))?(?: ${POWER})?`,
    ),
    asks: used("energy", "device"),
  },
  {
    said: whole(
      `what (?:was|were|is|are|has been) (?:the |our )?(?:biggest|largest|top|worst) (?:${POWER} )?(?:users?|consumers?|guzzlers?|hogs?)(?: of ${POWER})?`,
    ),
    asks: used("energy", "device"),
  },
  {
    said: whole(`how much (?:${POWER} )?(?:did|has) each (?:device|appliance|thing) (?:use|used)`),
    asks: used("energy", "device"),
  },
  {
    said: whole(
      `(?:did|have|has) (?<thing>.+?) (?:use|used|consume|consumed) (?<more>more|less|fewer)(?: ${POWER})?(?: (?:so far )?§\\d)? than (?:in |on |we did |it did )?§(?<than>\\d)`,
    ),
    marked: true,
    asks: used("energy"),
  },
  {
    said: whole(
      `(?:is|was|are) (?:the |our )?(?:${POWER} )?(?:use|usage|consumption|bill) (?:§\\d )?(?<more>higher|lower|more|less) than §(?<than>\\d)`,
    ),
    marked: true,
    asks: used("energy"),
  },
  ...POWER_FORMS,
];

/** "What did the dryer cost": of the home only where electricity is spoken of. */
function costOf(groups: Readonly<Record<string, string | undefined>>): SaidPast {
  const thing = groups["thing"] ?? "";
  return used("cost")(new RegExp(`^(?:the |our )?${POWER}$`, "u").test(thing) ? {} : groups);
}
