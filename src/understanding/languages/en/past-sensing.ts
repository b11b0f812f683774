import type { PastForm, SaidPast, SaidWhat } from "../../past/forms.ts";

const whole = (body: string): RegExp =>
  new RegExp(`^(?:(?:so|and|but|oh|ok|okay|well|by the way|btw)\\b,? )*${body}$`, "u");
const WHEN = "(?:when|what time|at what time|at which time|what day|how long ago)";
const TIMES = "(?:how often|how many times|how many time|how frequently)";
const PLACE = "(?<place>(?:in|at|near|by|upstairs|downstairs|outside|there|here|home)\\b.*?)";

/** Sensors: "the smoke alarm". "The alarm" alone may be a wake-up alarm. */
const SENSOR =
  "(?<thing>(?:(?:the|our|my|any|a) )?(?!(?:the|our|my|any|an?|no) )[\\w']+ (?:[\\w']+ )*?(?:alarm|detector|siren|sensor)s?)";
/** It goes off, or has. */
const SENSES =
  "(?:go off|sound|ring|trip|trigger|activate|fire|beep|get (?:triggered|tripped|set off)|be triggered|detect (?:anything|something|smoke|motion|movement|anyone|someone))";
const SENSED =
  "(?:gone off|went off|go off|sounded|rung|rang|triggered|trigger|tripped|set off|activated|fired|beeped)(?: by (?:anyone|anything))?";
const SEEN = "(?:seen?|saw|notice|noticed|detect|detected|sense|sensed|pick(?:ed)? up)";
const MOVES = "(?:motion|movements?|activity|anyone|anybody|someone|somebody)";
const WALKS =
  "(?:walk(?:ed)?|go|gone|went|come|came|pass(?:ed)?|move[d]?|get|got|be|been|was|were)(?: (?:through|into|past|by|around|about|inside|in|at|to|near))*";

type Change = "last" | "any" | "count";
type Groups = Readonly<Record<string, string | undefined>>;

function asked(of: Change, first: string | undefined, somebody: boolean): SaidWhat {
  return { kind: "change", of: first === undefined ? of : "first", somebody };
}

/** A report of a sensor. */
const went =
  (of: Change) =>
  ({ thing = "", first }: Groups): SaidPast => ({
    what: asked(of, first, false),
    plain: [`${/[^s']s$/u.test(thing) ? "are" : "is"} ${thing} on?`],
  });

/** Somebody was at a place. */
const seen =
  (of: Change) =>
  ({ place = "", first }: Groups): SaidPast => ({
    what: asked(of, first, true),
    plain: [`is anyone ${place}?`, `is there motion ${place}?`],
  });

/** The same, with verbs of coming. */
const walked =
  (of: Change) =>
  ({ where = "", first }: Groups): SaidPast =>
    seen(of)({ place: /^(?:up|down)stairs|^outside/u.test(where) ? where : `in ${where}`, first });

/** Questions for the reports of sensors. */
export const ENGLISH_SENSING_FORMS: readonly PastForm[] = [
  {
    said: whole(`${WHEN} (?:did|does) ${SENSOR} (?:(?:last|most recently|(?<first>first)) )?${SENSES}(?: last)?`),
    asks: went("last"),
  },
  {
    said: whole(
      `${WHEN} (?:was|were|has|have|is) ${SENSOR} (?:(?:last|most recently|(?<first>first)) )?(?:been )?${SENSED}(?: last)?`,
    ),
    asks: went("last"),
  },
  { said: whole(`${WHEN} ${SENSOR} (?:was |were )?(?:last |(?<first>first ))?${SENSED}`), asks: went("last") },
  {
    said: whole(
      `(?:${WHEN} (?:was|is)|what was) the (?:last|most recent|(?<first>first)) time (?:that |when )?${SENSOR} (?:was |were |had |has |been )*${SENSED}`,
    ),
    asks: went("last"),
  },
  {
    said: whole(`${TIMES} (?:did|do|does|has|have|was|were) ${SENSOR} (?:been )?(?:${SENSES}|${SENSED})`),
    asks: went("count"),
  },
  {
    said: whole(`(?:did|has|have|was|were) ${SENSOR} (?:ever |even )?(?:been )?(?:${SENSES}|${SENSED})`),
    needsSpan: true,
    asks: went("any"),
  },
  {
    said: whole(
      `${WHEN} was (?:there |the )?(?:last |most recent |(?<first>first )|any )*${MOVES}(?: last| first)?(?: (?:detected|seen|noticed|sensed|moving|moved))? ${PLACE}`,
    ),
    asks: seen("last"),
  },
  {
    said: whole(`${WHEN} (?:did|have|has) (?:you|it|we) (?:last |(?<first>first ))?${SEEN} (?:any )?${MOVES} ${PLACE}`),
    asks: seen("last"),
  },
  {
    said: whole(
      `(?:${WHEN} (?:was|is)|what was) the (?:last|most recent|(?<first>first)) time (?:that |when )?(?:you ${SEEN} )?(?:(?:there was )?(?:any )?${MOVES}) ${WALKS} ?(?<where>.+)`,
    ),
    asks: walked("last"),
  },
  {
    said: whole(
      `${WHEN} did (?:anyone|anybody|someone|somebody) (?:last |(?<first>first ))?(?:walk|go|come|pass|move|get)(?: (?:through|into|past|by|around|inside|in|to))+ (?<where>.+)`,
    ),
    asks: walked("last"),
  },
  {
    said: whole(
      `(?:did|has) (?:anyone|anybody|someone|somebody) (?:walk(?:ed)?|go|gone|come|pass(?:ed)?|move[d]?|been)(?: (?:through|into|past|by|around|inside))+ (?<where>.+)`,
    ),
    needsSpan: true,
    asks: walked("any"),
  },
  // "which door was opened last": of all, the one that was.
  {
    said: whole(
      `(?:(?:what|which) (?:was|is) the last (?<one>door|window) (?:that was |to be |that (?:some|any)one )?(?:opened|open)|(?:what|which) (?<other>door|window) was (?:last opened|opened last|most recently opened|opened most recently))`,
    ),
    asks: ({ one, other }) => ({
      what: { kind: "change", of: "last", somebody: false },
      plain: [`is any ${one ?? other} open?`],
    }),
  },
];
