import type { HouseholdForm, HouseholdForms, HouseholdSaid, KnownNames, Who } from "../../utterance/forms/household.ts";

const OPEN = "when(?:ever)?|if|once|while|every time|each time|any ?time|as soon as|the moment|as long as";
const HOUSE = "(?:house|home|flat|apartment|place)";
/** Subjects without a name, keyed by their pattern. */
const GROUPS: readonly (readonly [words: string, who: Who])[] = [
  ["i|me", { kind: "speaker" }],
  ["(?:some|any)(?:one|body)(?: of us)?|any of us|one of us", { kind: "anyone" }],
  ["every(?:one|body)|all of us|we all|the whole family", { kind: "everyone" }],
  ["no ?one|no-one|nobody|none of us", { kind: "nobody" }],
  ["the first (?:one|person)(?: of us)?", { kind: "first" }],
  ["the last (?:one|person)(?: of us)?", { kind: "last" }],
  ["(?:(?:all|both)(?: of)? )?(?:the |our |my )?(?:kids|children)", { kind: "children" }],
  ["we|the family|our family|my family", { kind: "we" }],
];
const FAMILY =
  "wife|husband|partner|mum|mom|mother|dad|father|son|daughter|brother|sister|boyfriend|girlfriend|flatmate|roommate|grandma|grandpa|parents";

const BE = "(?: is| are| am|'s|'re|'m)";
const HAVE = "(?: has| have|'s|'ve)";
const ALSO = "(?: all| both| just| finally| also)?";
const COMES = [
  `(?: comes?| gets?| arrives?| returns?| walks?|${BE} coming|${HAVE} come)${ALSO}(?: back)? (?:home|through the door|to the ${HOUSE})`,
  "(?: comes?| gets?) back",
  "(?: arrives?| returns?)(?= ?,|$)",
].join("|");
const FROM_THERE = "(?: again)?(?: from (?:work|school|the office|kindergarten))?";
const LEAVES = [
  `(?: leaves?|${BE}${ALSO} leaving|${HAVE}${ALSO} left)(?: (?:the |our )?${HOUSE})?(?: for (?:work|school|the day))?(?! (?:the|a|an|any|some|it|its|on|open|my|our|his|her)\\b)`,
  `(?: goes?| heads?|${HAVE}${ALSO} gone) (?:out|away)`,
  `${HAVE}${ALSO} gone`,
].join("|");
const IS_HOME = `(?:${BE}|${HAVE} been)${ALSO}(?: back)?(?: at)? home(?: again)?|${BE} in(?: the)? ${HOUSE}`;
const IS_AWAY = `(?:${BE}|${HAVE} been)${ALSO} (?:away|out|gone)(?! of\\b)|(?:${BE} not| isn't| aren't) (?:at )?home`;
const LASTS = "(?: for(?: at least| more than| over)? (?<for>(?:[\\w-]+ ){1,3}?(?:seconds?|minutes?|mins?|hours?)))?";
const END = "(?= ?[,.;]| |$)";

function whoOf(said: string): Who {
  const found = GROUPS.find(([words]) => new RegExp(`^(?:${words})$`, "u").test(said));
  if (found) return found[1];
  const [some, each] = [said.split(" or "), said.split(/, (?:and )?| and /u)];
  if (some.length > 1) return { kind: "some", said: some };
  return each.length > 1 ? { kind: "each", said: each } : { kind: "named", said };
}

function clauses({ people, modes }: KnownNames): readonly HouseholdForm[] {
  const groups = GROUPS.map(([words]) => words).join("|");
  const several = `(?:${people})(?:(?:, and|,| and) (?:${people}))+`;
  const named = people === "" ? "" : `|(?:${people})(?: or (?:${people}))*|${several}`;
  const known = `(?<who>${groups}|my (?:${FAMILY})${named})`;
  /** A name that is nobody's here. */
  const other = "(?<who>(?!(?:both|all|they|she|he|it|you|one|each|these|those)\\b)\\p{L}[\\p{L}'-]+)";
  const opened = (words: string): RegExp => new RegExp(`(?:^|(?<=[\\s,]))(?<open>${OPEN}|and) (?<said>${words})`, "u");
  const presence =
    (to: "home" | "away", moment: boolean) =>
    ({ who = "", said = "" }: Readonly<Record<string, string | undefined>>): HouseholdSaid => ({
      kind: "presence",
      who: whoOf(who),
      to,
      moment,
      all: /\b(?:all|both)\b/u.test(said),
    });
  const mode =
    (as: "in" | "begins" | "ends") =>
    ({ mode: name }: Readonly<Record<string, string | undefined>>): HouseholdSaid => ({
      kind: "mode",
      name: name ?? null,
      as,
    });
  const forms: HouseholdForm[] = [
    { pattern: opened(`${known}(?:${IS_HOME})${LASTS}${END}`), read: presence("home", false) },
    { pattern: opened(`${known}(?:${IS_AWAY})${LASTS}${END}`), read: presence("away", false) },
    { pattern: opened(`${known}(?:${COMES})${FROM_THERE}${END}`), read: presence("home", true) },
    { pattern: opened(`${known}(?:${LEAVES})${LASTS}${END}`), read: presence("away", true) },
    {
      pattern: opened(
        `(?:(?:the |our )?${HOUSE} is empty|there(?:'s| is) (?:no ?one|nobody) (?:at )?(?:home|in the ${HOUSE}))${LASTS}${END}`,
      ),
      read: () => ({ kind: "presence", who: { kind: "nobody" }, to: "home", moment: false, all: false }),
    },
    {
      pattern: opened(`there(?:'s| is) (?:some|any)(?:one|body) (?:at )?(?:home|in the ${HOUSE})${END}`),
      read: () => ({ kind: "presence", who: { kind: "anyone" }, to: "home", moment: false, all: false }),
    },
  ];
  if (modes !== "") {
    const name = `(?<mode>${modes})`;
    const home = `(?:(?:the |our )?${HOUSE}|it|we|everything)`;
    forms.push(
      { pattern: new RegExp(`^(?<open>)(?<said>(?:while )?in ${name} mode)(?=[ ,])`, "u"), read: mode("in") },
      { pattern: opened(`${home}${BE} (?:in |on )(?:the )?${name}(?: mode)?${END}`), read: mode("in") },
      { pattern: opened(`(?:the |our )?${HOUSE} is ${name}${END}`), read: mode("in") },
      { pattern: opened(`in ${name} mode${END}`), read: mode("in") },
      {
        pattern: new RegExp(`(?<=[a-z] )(?<open>)(?<said>(?:in|for) ${name} mode)$`, "u"),
        read: mode("in"),
        questionOnly: true,
      },
      { pattern: opened(`(?:the )?${name} mode is (?:on|active)${END}`), read: mode("in") },
      {
        pattern: opened(
          `(?:the )?${name} mode (?:begins|starts|comes on|goes on|kicks in|gets (?:turned|switched) on|is (?:turned|switched|put) on|is (?:activated|set|started))${END}`,
        ),
        read: mode("begins"),
      },
      {
        pattern: opened(
          `${home} (?:goes?|switch(?:es)?|changes?|enters?)(?: over)?(?: in)?(?:to)? (?:the )?${name}(?: mode)?${END}`,
        ),
        read: mode("begins"),
      },
      {
        pattern: opened(
          `(?:the )?${name} mode (?:ends|is over|stops|goes off|is (?:turned|switched) off|is (?:deactivated|ended))${END}`,
        ),
        read: mode("ends"),
      },
    );
  }
  forms.push(
    {
      pattern: opened(
        `(?:i|we|everyone|everybody|the ${HOUSE})(?: all)? (?:goes|go|is going|are going|am going)(?: off)? to (?:bed|sleep)${END}`,
      ),
      read: () => ({ kind: "mode", name: null, as: "begins" }),
    },
    {
      pattern: /(?:^|(?<=[\s,]))(?<open>)(?<said>at bedtime)(?= ?[,.;]| |$)/u,
      read: () => ({ kind: "mode", name: null, as: "begins" }),
    },
    {
      pattern: opened(
        `${other}(?:(?: comes?| gets?| arrives?| returns?)(?: back)? home|(?: arrives?| comes? back)(?=[ ,]|$)| leaves?(?: (?:the )?${HOUSE})?(?: for (?:work|school))?(?=,| (?:tell|let|notify|turn|switch|lock|close)\\b|$)| has left(?=[ ,]|$))${FROM_THERE}`,
      ),
      read: ({ who = "", said = "" }) => ({
        kind: "presence",
        who: { kind: "named", said: who },
        to: /leaves?\b|\bleft\b/.test(said) ? "away" : "home",
        moment: true,
        all: false,
      }),
    },
  );
  return forms;
}

/** English. */
export const ENGLISH_HOUSEHOLD: HouseholdForms = {
  clauses,
  asks: /^(?:was|were|did|does|do|is|are|has|have|had|who|whose|where|why|how|which|what (?:time|was|is|did)|could|should|would you say|tell me (?:who|what|if|whether|how))\b|\?$/u,
  rules: {
    tell: /^(?:what(?:'s| is| will be| gets)? ?(?:all )?(?:runs?|happens?|starts?|is done|done|going to happen|you do|do you do|will you do|will happen|goes on|planned|set up)(?: here| at home| automatically)?|what(?: automations?| rules?)? (?:do i have|do we have|are there|runs?|starts?)|(?:which|what) (?:automations?|rules?) (?:are there|do (?:i|we) have|runs?|starts?)(?: for)?|(?:show|list|tell)(?: me)? (?:the |all |my |all the )?(?:automations?|rules?)(?: for)?)$/u,
    cancel:
      /^(?:please )?(?:delete|remove|cancel|drop|forget|get rid of|scrap) (?:the |that |my |all |all the |every )?(?:automations?|rules?|ones?|things?)(?: for| about| that runs?| that starts?)?$/u,
    pause:
      /^(?:please )?(?:pause|suspend|stop|disable|switch off|turn off) (?:the |that |my |all the )?(?:automations?|rules?)(?: for| about| that runs?| that starts?)?$/u,
    resume:
      /^(?:please )?(?:resume|continue|enable|switch on|turn on|reactivate) (?:the |that |my |all the )?(?:automations?|rules?)(?: for| about| that runs?| that starts?)?(?: again)?$/u,
  },
  behind:
    /^(?:please|pls|plz|(?:can|could|would|will) you|just|then|then please|also|also please|and please|kindly|go ahead and|do me a favou?r and|i want you to|i(?:'d| would)? like you to|i want to|i need you to|lets|let's|let us|do|hey|ok|okay|jia|you can|thanks|thank you|right away|straight away|immediately|asap|for me|be|should|must|need(?:s)? to be)$/u,
  rule: /\b(?:rules?|automations?)\b/u,
  introduces: /^(?:i'm|i am|it's|it is|this is|my name is|it's me,?)? ?(?<who>\p{L}[\p{L}'-]*(?: \p{L}[\p{L}'-]*)?)$/u,
  lights: {
    said: /^(?:please )?(?:(?:turn|switch) off (?:the )?lights|(?:turn|switch) (?:the )?lights off|lights off)$/u,
    all: "turn off all the lights",
  },
  looksNow: /^(?:if|while|as long as|and)$/u,
  dark: /(?:^|(?<=[\s,]))(?:and |if |while |when )?(?:it(?:'s| is)(?: already| still)? dark(?: outside| out)?|in the dark|after dark)(?=[\s,]|$)/u,
  oneDay: /\b(?:tonight|today|tomorrow|this (?:morning|afternoon|evening)|next time)\b/u,
  joined: (before, after, open) => {
    const led = before
      .replace(/[\s,]+(?:and)?$/u, "")
      .replace(/\b(rules?|automations?)(?: for| about| that (?:runs?|starts?))$/u, "$1");
    const rest = after.replace(/^(?:[\s,]+(?:then |please )*)/u, "");
    // "when nobody is home and the door opens": the word for a condition goes on.
    const more = /^and /u.test(rest) && led === "" && open !== "" ? rest.replace(/^and /u, `${open} `) : rest;
    return [led, more].filter((part) => part !== "").join(" ");
  },
};
