import type { PastForm, PastForms, SaidPast, SaidWhat } from "../../past/forms.ts";
import { ENGLISH_ENERGY_FORMS } from "./past-energy.ts";
import { ENGLISH_SENSING_FORMS } from "./past-sensing.ts";
import { ENGLISH_PAST_WORDS } from "./past-words.ts";

/** Verbs of past events, behind "did", "was" and "has": [state, base, past, participle]. */
const VERBS: readonly (readonly [state: string, base: string, done: string])[] = [
  [
    "offline",
    "go offline|drop offline|drop off|drop out|lose (?:its )?(?:connection|signal)|disconnect|disappear",
    "gone offline|dropped off|dropped out|disconnected",
  ],
  ["online", "come (?:back )?online|come back|reconnect", "come back online|come back|reconnected"],
  [
    "on",
    "come (?:back )?on|go (?:back )?on|turn (?:back )?on|switch (?:back )?on|turn (?:it)?self on|kick in|start(?: up)?(?: running| working)?|run|be used|get used|get turned on|be turned on|be on|power up|fire up",
    "come on|gone on|turned on|switched on|been used|been run|started|run|put on|used|activated|lit|been on",
  ],
  [
    "off",
    "go off|turn off|switch off|turn (?:it)?self off|stop(?: running| working)?|shut off|shut down|get turned off|be turned off|power down",
    "gone off|turned off|switched off|stopped|shut off|shut down|put off|turned out",
  ],
  ["open", "open(?: up)?|get opened|be opened|be open", "opened|been open"],
  ["closed", "close|shut|get closed|get shut|be closed", "closed|shut"],
  ["unlocked", "unlock|get unlocked|be unlocked", "unlocked"],
  ["locked", "lock|get locked|be locked", "locked"],
  ["finished", "finish|get done|get finished|end|complete|be done", "finished|done|ended|completed"],
  ["wet", "leak|get wet|detect (?:any )?(?:water|leaks?)|find (?:any )?water", "leaked|detected water"],
  ["playing", "play|start playing", "played"],
];
const BASE = VERBS.map(([, base]) => base).join("|");
const DONE = VERBS.map(([, , done]) => done).join("|");
/** Verbs that only mean an act: "closed" may be a state. */
const DEED =
  "opened|turned on|turned off|switched on|switched off|put on|used|unlocked|activated|started|run|shut down";
const STATE =
  "on|off|open|closed|shut|locked|unlocked|running|playing|offline|online|working|heating|cooling|charging|cleaning|in use|active|occupied|lit|up|down";
const WHO = "(?:anyone|anybody|someone|somebody|i|we|you|he|she|they|one of us|any of us|the kids|people)";
/** A verb with its object behind it or between its parts. */
const DEED_BASE =
  "turn on|switch on|put on|use|run|start|turn off|switch off|shut off|stop|open|close|shut|lock|unlock";
const DEED_DONE =
  "turned on|switched on|put on|used|run|started|turned off|switched off|shut off|stopped|opened|closed|shut|locked|unlocked";
/** The same where the thing stands between. */
const PARTED = "turn(?:ed)?|switch(?:ed)?|put";

/** The state after each verb. */
function stateOf(verb: string): string {
  const said = verb.trim();
  if (/\b(?:off|stop(?:ped)?|down)$/u.test(said) && !/\bdrop/u.test(said)) return "off";
  if (/^(?:use|used|put on|turn(?:ed)? on|switch(?:ed)? on)$/u.test(said)) return "on";
  const exact = (list: string): boolean => new RegExp(`^(?:${list})$`, "u").test(said);
  return VERBS.find(([, base, done]) => exact(base) || exact(done))?.[0] ?? "on";
}

/** The question about now that finds the thing. */
function isIt(thing: string, state: string): readonly string[] {
  const be = /^(?:they|those|these|all|both)\b|[^s']s$/u.test(thing) ? "are" : "is";
  // "A window" is any of them.
  const what = thing.replace(/^(?:an?|one of the|any of the|some)\s+/u, "any ");
  return [`${be} ${what} ${state}?`];
}

const changed =
  (of: "last" | "first" | "any" | "count", somebody = false) =>
  ({
    thing,
    been = "",
    verb = "",
    part = "",
    first,
    place,
  }: Readonly<Record<string, string | undefined>>): SaidPast => {
    const what: SaidWhat = { kind: "change", of: first === undefined ? of : "first", somebody };
    if (place !== undefined) return { what, plain: [`is anyone ${place}?`, `is there motion ${place}?`] };
    return { what, plain: isIt((thing ?? been).trim(), stateOf(part === "" ? verb : `${verb} ${part}`)) };
  };

const whole = (body: string): RegExp =>
  new RegExp(`^(?:(?:so|and|but|oh|ok|okay|well|by the way|btw)\\b,? )*${body}$`, "u");
const WHEN = "(?:when|what time|at what time|at which time|what day|how long ago)";
const TIMES = "(?:how often|how many times|how many time|how frequently)";
const THING = "(?<thing>(?!(?:it|there) (?:last|was)\\b).+?)";
const PLACE = "(?<place>(?:in|at|near|by|upstairs|downstairs|outside|there|here|home)\\b.*?)";

/** A leak of water, wherever it is. */
const LEAK = "(?:water )?(?:leaks?|leakage|flood|flooding)";

function leaked(of: "any" | "last"): PastForm["asks"] {
  return ({ place = " in the house" }) => ({
    what: { kind: "change", of, somebody: false },
    plain: [`is there a leak${place}?`],
  });
}

/** Questions when, whether and how often a state began. */
const CHANGES: readonly PastForm[] = [
  ...ENGLISH_SENSING_FORMS,
  {
    said: whole(
      `(?:(?:has|have|had|was|were) there (?:been )?)?(?:a |any |another )?${LEAK}(?: (?:anywhere|at home|in the house|detected|found))*(?<place> in .+)?`,
    ),
    needsSpan: true,
    asks: leaked("any"),
  },
  {
    said: whole(`(?:did|has) (?:anything|something) (?:been )?(?:leak|leaked|leaking|flood|flooded)(?<place> in .+)?`),
    needsSpan: true,
    asks: leaked("any"),
  },
  {
    said: whole(
      `(?:${WHEN} (?:was|did)|how long ago was) (?:the |our |we (?:last )?have (?:a|the) )?(?:last |most recent )?${LEAK}(?: (?:happen|detected|found|in the house))*(?<place> in .+)?`,
    ),
    asks: leaked("last"),
  },
  {
    said: whole(`${WHEN} (?:was|were) ${THING} (?:last|most recently) (?<verb>${DONE})`),
    asks: changed("last"),
  },
  {
    said: whole(
      `(?:${WHEN} (?:was|is)|what was) the (?:last|most recent|(?<first>first)) time (?:that |when )?(?:${WHO} (?<verb>${DEED_DONE}) ${THING})`,
    ),
    asks: changed("last", true),
  },
  {
    said: whole(
      `(?:${WHEN} (?:was|is)|what was) the (?:last|most recent|(?<first>first)) time (?:that |when )?${THING} (?:(?:was|were|got|had been|has been) )?(?<verb>${DONE}|ran|went off|went on|came on)`,
    ),
    asks: ({ verb, ...groups }) =>
      changed("last")({
        ...groups,
        verb:
          verb === "ran" || verb === "went on" || verb === "came on" ? "run" : verb === "went off" ? "go off" : verb,
      }),
  },
  {
    said: whole(`${WHEN} did ${WHO} (?:last |(?<first>first ))?(?<verb>${DEED_BASE}) ${THING}`),
    asks: changed("last", true),
  },
  {
    said: whole(`${WHEN} did ${WHO} (?:last |(?<first>first ))?(?<verb>turn|switch|put) ${THING} (?<part>on|off)`),
    asks: changed("last", true),
  },
  {
    said: whole(`${WHEN} (?:was|were) ${THING} last (?<verb>${STATE})`),
    asks: ({ thing = "", verb = "" }) => ({
      what: { kind: "change", of: "last", somebody: false },
      plain: isIt(thing, verb),
    }),
  },
  // "tell me when the garage door was last opened"
  {
    said: whole(`${WHEN} ${THING} (?:was|were|got) (?:last |(?<first>first ))?(?<verb>${DONE})`),
    asks: changed("last"),
  },
  { said: whole(`${WHEN} did ${THING} (?:last |(?<first>first ))?(?<verb>${BASE})`), asks: changed("last") },
  {
    said: whole(`${WHEN} (?:was|were) ${THING} (?:(?<first>first) )?(?<verb>${DEED}|closed|shut|locked)`),
    asks: changed("last"),
  },
  {
    said: whole(`${WHEN} (?:has|have) ${THING} (?:last )?(?:been )?(?<verb>${DONE})`),
    asks: changed("last"),
  },
  {
    said: whole(
      `${WHEN} (?:was|were) (?:anyone|anybody|someone|somebody|there (?:any )?(?:motion|movement|someone|anyone)) (?:last )?${PLACE}`,
    ),
    asks: changed("last", true),
  },
  {
    said: whole(`${WHEN} was the last (?:motion|movement)(?: detected| seen)? ${PLACE}`),
    asks: changed("last", true),
  },
  // "how many times was the door opened", "how often did we open the fridge"
  { said: whole(`${TIMES} (?:was|were|has|have|had) ${THING} (?:been )?(?<verb>${DONE})`), asks: changed("count") },
  {
    said: whole(`${TIMES} (?:did|have|has) ${WHO} (?<verb>${DEED_BASE}|${DEED_DONE}) ${THING}`),
    asks: changed("count", true),
  },
  {
    said: whole(`${TIMES} did ${WHO} (?<verb>turn|switch|put) ${THING} (?<part>on|off)`),
    asks: changed("count", true),
  },
  { said: whole(`${TIMES} did ${THING} (?<verb>${BASE})`), asks: changed("count") },
  // "has anyone opened the fridge", "did somebody turn the heater on"
  {
    said: whole(`(?:has|have|had|did) ${WHO} (?:ever |even )?(?<verb>${DEED_BASE}|${DEED_DONE}) ${THING}`),
    needsSpan: true,
    asks: changed("any", true),
  },
  {
    said: whole(`(?:has|have|had|did) ${WHO} (?:ever |even )?(?<verb>${PARTED}) ${THING} (?<part>on|off)`),
    needsSpan: true,
    asks: ({ verb = "", ...groups }) => changed("any", true)({ ...groups, verb: verb.replace(/ed$/u, "") }),
  },
  {
    said: whole(
      `(?:was|has|were) (?:there )?(?:anyone|anybody|someone|somebody|any (?:motion|movement))(?: been| detected)? ${PLACE}`,
    ),
    needsSpan: true,
    asks: changed("any", true),
  },
  {
    said: whole(`did (?:anyone|anybody|someone|somebody) (?:go|come|move|walk|be|get) (?:into |in |around )?${PLACE}`),
    needsSpan: true,
    asks: changed("any", true),
  },
  {
    said: whole(
      `(?:(?:has|had) ${THING}(?: ever)?(?: been)?|have ${THING.replace("thing", "been")}(?: ever)? been) (?<verb>${DEED}|gone offline|dropped out|disconnected|come on|gone off|opened|leaked|finished)`,
    ),
    needsSpan: true,
    asks: changed("any"),
  },
  { said: whole(`(?:was|were) ${THING} (?:ever )?(?<verb>${DEED})`), needsSpan: true, asks: changed("any") },
  {
    said: whole(`did ${THING} (?:ever )?(?<verb>${BASE})(?: at all| at any point)?`),
    needsSpan: true,
    asks: changed("any"),
  },
];

/** Questions how long, and whether, a state lasted. */
const STATES: readonly PastForm[] = [
  // How long it ought to be is no question about how long it was.
  {
    said: whole(
      `(?:for )?how (?:long|many hours|many minutes) (?:should|shall|must|can|could|may|will|would|does|do) (?!we have\\b).+ (?:run|work|last|stay (?:on|open)|be (?:on|running|open))(?: for)?`,
    ),
    asks: () => ({ what: null, plain: ["?"] }),
  },
  {
    said: whole(
      `(?:for )?how (?:long|many hours|many minutes|much time) did ${WHO} (?:leave|have|keep) ${THING} (?<state>${STATE})`,
    ),
    needsSpan: true,
    asks: ({ thing = "", state = "" }) => ({ what: { kind: "lasting" }, plain: isIt(thing, state) }),
  },
  {
    said: whole(
      `how (?:long|much time|many hours|many minutes) (?:did|has|have) ${THING} (?:spend|spent) (?:being )?(?:turned |switched )?(?<state>${STATE})`,
    ),
    needsSpan: true,
    asks: ({ thing = "", state = "" }) => ({ what: { kind: "lasting" }, plain: isIt(thing, state) }),
  },
  // Whether it was forgotten nobody knows; how long it was so tells.
  {
    said: whole(
      `(?:did|have|had) ${WHO} (?:forget|forgotten) to (?<verb>close|shut|lock|turn off|switch off|put out) ${THING}`,
    ),
    needsSpan: true,
    asks: ({ thing = "", verb = "" }) => ({
      what: { kind: "lasting" },
      plain: isIt(thing, verb === "lock" ? "unlocked" : /^(?:close|shut)$/u.test(verb) ? "open" : "on"),
    }),
  },
  {
    said: whole(
      `(?:for )?how (?:long|many hours|many minutes|much time) (?:was|were|had|has|have) ${THING} (?:been )?(?:turned |switched |left )?(?<state>${STATE})(?: for)?`,
    ),
    needsSpan: true,
    asks: ({ thing = "", state = "" }) => ({ what: { kind: "lasting" }, plain: isIt(thing, state) }),
  },
  {
    said: whole(
      `(?:for )?how (?:long|many hours|many minutes|much time) (?:was|were) ${THING} (?:turned |switched |left )?(?<state>${STATE})(?: for)?`,
    ),
    asks: ({ thing = "", state = "" }) => ({ what: { kind: "lasting" }, plain: isIt(thing, state) }),
  },
  {
    said: whole(
      `(?:for )?how (?:long|many hours|many minutes) did ${THING} (?<verb>run|work|heat|cool|play|stay (?<state>${STATE}))(?: for)?`,
    ),
    asks: ({ thing = "", verb = "", state }) => ({
      what: { kind: "lasting" },
      plain: isIt(thing, state ?? (verb === "play" ? "playing" : "on")),
    }),
  },
  {
    said: whole(`(?:was|were) ${THING} (?:ever|at all|at any (?:point|time)) (?:left )?(?<state>${STATE})`),
    asks: ({ thing = "", state = "" }) => ({ what: { kind: "state", how: "ever" }, plain: isIt(thing, state) }),
  },
  {
    said: whole(
      `(?:(?:was|were) ${THING}|(?:has|have|had) ${THING.replace("thing", "been")} been) (?:left )?(?<state>${STATE})(?: (?<ever>at all|at any point|at any time|at some point))?`,
    ),
    needsSpan: true,
    asks: ({ thing, been = "", state = "", ever }) => ({
      what: { kind: "state", how: ever === undefined ? null : "ever" },
      plain: isIt(thing ?? been, state),
    }),
  },
  {
    said: whole(`did ${THING} (?:stay|remain) (?<state>${STATE})`),
    needsSpan: true,
    asks: ({ thing = "", state = "" }) => ({ what: { kind: "state", how: "always" }, plain: isIt(thing, state) }),
  },
];

/** More of it, or less. */
const LESS = /^(?:cold|cool|chill|dry|dark|low|quiet|dim|min|least|less)/u;
const ADJECTIVE = "warm|hot|cold|cool|chilly|humid|damp|dry|bright|dark|loud|noisy";
const COMPARED = "warmer|hotter|colder|cooler|chillier|more humid|less humid|damper|drier|brighter|darker";
const ENDS = "highest|lowest|maximum|minimum|max|min|peak|average|mean|hottest|coldest|warmest|coolest";

/** The statistic for a word such as "highest" or "average". */
function endOf(said: string): "least" | "most" | "mean" {
  if (/^(?:average|mean)/u.test(said)) return "mean";
  return LESS.test(said) ? "least" : "most";
}

function valued(of: "then" | "least" | "most" | "mean", plain: string, when = false): SaidPast {
  return { what: { kind: "value", of, when }, plain: [plain] };
}

/** The adjective for the question about now: "humid" for "dampest". */
function measured(way: string): string {
  return /^(?:humid|damp|dry|more humid|less humid|drier)/u.test(way)
    ? "humid"
    : /^(?:bright|dark)/u.test(way)
      ? "bright"
      : "warm";
}

const EXTREMES = "warmest|hottest|coldest|coolest|chilliest|most humid|dampest|driest|brightest|darkest";

/** Questions for the room with an extreme: "which room was the warmest". */
function whichRoom({ end = "" }: Readonly<Record<string, string | undefined>>): SaidPast {
  return {
    what: { kind: "value", of: endOf(end) === "least" ? "least" : "most", when: false, which: true },
    plain: [`how ${measured(end)} is it in all rooms?`, `how ${measured(end)} is it everywhere?`],
  };
}

/** Questions for past values. */
const VALUES: readonly PastForm[] = [
  {
    said: whole(
      `(?:which|what) (?:of the )?rooms? (?:was|were|got|has been|have been|has got|has gotten|became|went|had been|is|gets)(?: the)? (?<end>${EXTREMES})`,
    ),
    needsSpan: true,
    asks: whichRoom,
  },
  {
    said: whole(`(?:which|what) (?:of the )?rooms? (?:was|got|became|has been|had been)(?: the)? (?<end>${EXTREMES})`),
    asks: whichRoom,
  },
  {
    said: whole(`where (?:was|did) it (?:get |the )?(?<end>${EXTREMES})`),
    asks: whichRoom,
  },
  {
    said: whole(
      `how (?<way>${ADJECTIVE}) (?:has|had|have) (?:it|(?<thing>.+?)) (?:been|got|gotten|become)(?: (?:up|down))?(?: to)?(?<place> .+)?`,
    ),
    asks: ({ way = "", thing, place = "" }) =>
      valued("then", thing ? `how ${way} is ${thing}${place}?` : `how ${measured(way)} is it${place}?`),
  },
  {
    said: whole(
      `(?:what(?:'s| is| was|s)|how (?:high|low) is) (?:the )?(?<end>${EXTREMES}) (?:that )?(?:it|things)(?:'s| has| is| had| was)? ?(?:ever )?(?:been|got|gotten|get|become|was|reached)(?: (?:up|down))?(?: to)?(?<place> .+)?`,
    ),
    asks: ({ end = "", place = "" }) => valued(endOf(end), `how ${measured(end)} is it${place}?`),
  },
  {
    said: whole(
      `(?:what(?:'s| has)|how(?:'s| has)) (?<rest>(?:the |our )?(?:temperature|humidity|co2|air quality|pm2\\.5)\\b.*?) been(?: like)?(?<place> (?:in|at|upstairs|downstairs|outside)\\b.*)?`,
    ),
    asks: ({ rest = "", place = "" }) => valued("then", `what is ${rest}${place}?`),
  },
  {
    said: whole(
      `what did (?<rest>(?:the |our )?(?:temperature|humidity|co2|pm2\\.5)\\b.*?) (?<way>get up|go up|rise|climb|peak|get down|go down|drop|fall|sink)(?: (?:to|at))?(?<place> .+)?`,
    ),
    asks: ({ rest = "", way = "", place = "" }) =>
      valued(/down|drop|fall|sink/u.test(way) ? "least" : "most", `what is ${rest}${place}?`),
  },
  {
    said: whole(
      `how (?<way>${ADJECTIVE}|high|low) did (?:it|(?<thing>.+?)) (?:get|become|go|rise|climb|drop|fall|sink|turn)(?: (?:up|down))?(?: to)?(?<place> .+)?`,
    ),
    asks: ({ way = "", thing, place = "" }) => ({
      what: { kind: "value", of: LESS.test(way) ? "least" : "most", when: false },
      plain: thing
        ? [`what is ${thing}${place}?`, `how ${measured(way)} is it in ${thing}${place}?`]
        : [`how ${measured(way)} is it${place}?`],
    }),
  },
  {
    said: whole(`how (?<way>${ADJECTIVE}) (?:was|were) (?<rest>.+)`),
    needsSpan: true,
    asks: ({ way, rest }) => valued("then", `how ${way} is ${rest}?`),
  },
  {
    said: whole(
      `(?:what(?:'?s| is| was| were) )?(?:the |our |my )?(?<end>${ENDS}) (?<rest>.+?)(?: (?:reached|got|was))?`,
    ),
    needsSpan: true,
    asks: ({ end = "", rest = "" }) => valued(endOf(end), `what is the ${rest}?`),
  },
  {
    said: whole(`what was (?:the |our |my )?(?<end>${ENDS}) (?<rest>.+?)(?: (?:reached|got))?`),
    asks: ({ end = "", rest = "" }) => valued(endOf(end), `what is the ${rest}?`),
  },
  {
    said: whole(`(?:how (?:high|much)|what) (?:was|were) (?<rest>the .+) (?:on average)`),
    asks: ({ rest }) => valued("mean", `what is ${rest}?`),
  },
  {
    said: whole(`how (?<way>${ADJECTIVE}) (?:was|is) it on average(?<place> .+)?`),
    asks: ({ way = "", place = "" }) => valued("mean", `how ${measured(way)} is it${place}?`),
  },
  {
    said: whole(
      `${WHEN} was it (?:the )?(?<end>warmest|hottest|coldest|coolest|most humid|dampest|driest|brightest|darkest)(?<place> .+)?`,
    ),
    asks: ({ end = "", place = "" }) => valued(endOf(end), `how ${measured(end)} is it${place}?`, true),
  },
  {
    said: whole(`${WHEN} (?:was|were) (?<rest>the .+?) (?:at (?:its|the) )?(?<end>${ENDS})`),
    asks: ({ end = "", rest }) => valued(endOf(end), `what is ${rest}?`, true),
  },
  {
    said: whole(
      "what (?<what>temperature|humidity|mode|level|speed|volume|brightness|position) (?:was|were) (?<rest>.+?)(?: (?:at|in|on|set to))?",
    ),
    needsSpan: true,
    asks: ({ what, rest }) =>
      valued(
        "then",
        /^(?:it|they|we)\b/u.test(rest ?? "")
          ? `what is the ${what}${(rest ?? "").replace(/^\w+/u, "")}?`
          : `what is the ${what} of ${rest}?`,
      ),
  },
  {
    said: whole(
      "(?:what|how (?:high|low|much|full|far open)) (?:was|were) (?<rest>.+?)(?<set> (?:at|set to|set at))?(?: like)?",
    ),
    needsSpan: true,
    asks: ({ rest, set }) => ({ what: null, plain: [`what is ${rest}${set === undefined ? "" : " set to"}?`] }),
  },
  {
    said: whole(
      `is (?:it|(?<thing>.+?)) (?:any )?(?<way>${COMPARED}|higher|lower)(?<place> .+?)?(?: now)?(?: §\\d)? (?:than|compared (?:to|with)) (?:it was )?(?:at )?§(?<than>\\d)(?<there> .+)?`,
    ),
    marked: true,
    asks: ({ thing, way = "", place = "", there = "" }) => compared(thing, way, `${place}${there}`),
  },
  {
    said: whole(
      `(?:was|is) (?:it|(?<thing>.+?)) (?:any )?(?<way>${COMPARED}|higher|lower)(?<place> (?!than).+?)? (?:§\\d )?than (?:it was )?(?:on |at )?§(?<than>\\d)(?<there> .+)?`,
    ),
    marked: true,
    asks: ({ thing, way = "", place = "", there = "" }) => compared(thing, way, `${place}${there}`),
  },
];

function compared(thing: string | undefined, way: string, place: string): SaidPast {
  const where = place.replace(/§\d/gu, "").trimEnd();
  const more = !/^(?:cold|cool|chill|dr|dark|low|less)/u.test(way);
  return {
    what: { kind: "compared", more },
    plain: thing
      ? [`what is ${thing}${where}?`, `how ${measured(way)} is it in ${thing}${where}?`]
      : [`how ${measured(way)} is it${where}?`],
  };
}

/** All other questions that have a form about now. */
const OTHERS: readonly PastForm[] = [
  {
    said: whole("(?<be>was|were) (?<rest>(?!there\\b).+)"),
    needsSpan: true,
    asks: ({ be, rest }) => ({ what: null, plain: [`${be === "was" ? "is" : "are"} ${rest}?`] }),
  },
  {
    said: whole("(?:(?:were|was) there )(?<rest>.+)"),
    needsSpan: true,
    asks: ({ rest }) => ({ what: null, plain: [`is there ${rest}?`] }),
  },
  {
    said: whole(
      "(?<which>which|what) (?<rest>(?:lights?|lamps?|devices?|doors?|windows?|things?|appliances?|curtains?|blinds?|sensors?|rooms?|of )\\b.*?) (?<be>was|were) (?<how>.+)",
    ),
    needsSpan: true,
    asks: ({ which, rest, how }) => ({ what: null, plain: [`${which} ${rest} are ${how}?`] }),
  },
  {
    said: whole(
      "did (?<thing>.+?) (?:get|go|drop|fall|rise|climb|sink|dip) (?<rest>(?:above|over|below|under|beyond|past|higher than|lower than) .+)",
    ),
    needsSpan: true,
    asks: ({ thing, rest }) => ({ what: null, plain: [`is ${thing} ${rest}?`] }),
  },
];

/** English. */
export const ENGLISH_PAST: PastForms = {
  words: ENGLISH_PAST_WORDS,
  framing: [
    /(?:(?:can|could|would) you )?(?:please )?(?:tell me|let me know|check|look up|say|show me)(?: please)?,? (?=when|how|what|which|whether|if|at what|was|did)/y,
    /(?:do you (?:know|remember|happen to know)|any idea|i(?:'d| would) like to know|i want to know|i wonder|i was wondering|have you any idea)(?: please)?,? (?=when|how|what|which|whether|if)/y,
    / (?:please|thanks|thank you|by any chance|do you know|then|again|exactly|actually|roughly|all in all|in total|altogether)$/,
  ],
  turned: [
    {
      said: /^(?<what>when|what time|for how long|how (?:long|often|many times|many hours|warm|hot|cold|cool|humid)|(?:how much|what) \w+) (?<thing>(?!was\b|were\b|did\b|has\b|have\b|had\b|is\b|are\b).+?) (?<be>was|were|has|have|had) (?<rest>.+)$/u,
      plain: ({ what, thing, be, rest }) => `${what} ${be} ${thing} ${rest}`,
    },
    {
      said: /^(?:whether|if) (?<thing>.+?) (?<be>was|were|has|have|had) (?<rest>.+)$/u,
      plain: ({ thing, be, rest }) => `${be} ${thing} ${rest}`,
    },
  ],
  forms: [...ENGLISH_ENERGY_FORMS, ...CHANGES, ...STATES, ...VALUES, ...OTHERS],
  goesOn: [
    /^(?:(?:and|so|ok|okay|but|hm+|what|how|what about|how about|and what about|and how about|what was it|how was it|and how was it|and what was it)[, ]*)*(?:in |on |at |for |over )?§0(?: then| too| as well)?$/u,
  ],
};
