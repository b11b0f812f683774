import type { AskingForms } from "../../utterance/forms/asking.ts";
import type { Rewording } from "../../utterance/forms/rewording.ts";

/** What one begins with before a question. */
const LEAD = "(?:(?:so|and|but|oh|ok|okay|well|wait|hang on|hmm+|um+|er+|sorry|now)\\b,? )*";
const PRONOUN = "it|that|this|they|those|these|everything";
/** What a state is told of: never a verb that orders, which no article follows so closely. */
const THING = `(?:${PRONOUN}|(?:(?:the|my|our|his|her|their|all|all the|every|that|those) |[\\w]+['’]s )(?:[\\w'’-]+ ){0,5}?[\\w'’-]+|(?!(?:i|you|we|he|she|there|who|what|where|when|which|how|why|if|as|make|set|turn|put|leave|keep|have|tell|let|please)\\b)[\\w'’-]+(?: [\\w'’-]+){0,3}?)`;
/** How a thing can be. */
const STATE =
  "(?:on|off|open|closed|shut|locked|unlocked|running|playing|muted|paused|done|finished|charging|cleaning|up|down)";
/** Turns a statement round: "isn't it", "did you". */
const TAG =
  "(?: (?:is|are|has|have|had|do|does|did)(?:n['’]?t| not)? (?:it|they|that|this|those|these|you|we|i|he|she)(?: not)?|, (?:right|correct|yeah|yea|yes|no|then|eh|huh|innit|am i right|is that right|isn['’]t that right|is that so)|(?<=\\bSTATE) (?:right|correct|yeah|then|eh|huh|innit|now then))".replace(
    "STATE",
    STATE,
  );
const LATELY = "(?:(?:just|already|also|really|actually|even|ever|still|now) )*";
const NOT = "(?: not|n['’]?t)?";
const ENDING = "(?: (?:yet|already|as well|too|either|by any chance|just now|again|now))*";
/** A verb of what somebody did to a thing, as one says it of the past. */
const DID =
  "turned|switched|shut|closed|opened|locked|unlocked|put|set|left|dimmed|started|stopped|paused|muted|drew|drawn|pulled|raised|lowered|changed|moved";
/** What is done to a thing, as it is said of the thing. */
const DONE = "closed|shut|opened|locked|unlocked|turned (?:on|off)|switched (?:on|off)|left (?:on|off|open|unlocked)";
const DOING = "closing|shutting|opening|locking|unlocking|turning (?:on|off)|switching (?:on|off)";

/** The end of what can be set. */
const ENDS =
  "highest|lowest|maximum|minimum|max|min|most|least|hottest|warmest|coldest|coolest|brightest|dimmest|darkest|loudest|quietest|fastest|slowest";

/** The verb of "turned": as it is said behind "did you". */
function verbOf(past: string): string {
  const irregular: Readonly<Record<string, string>> = {
    shut: "shut",
    put: "put",
    set: "set",
    left: "leave",
    drew: "draw",
    drawn: "draw",
    dimmed: "dim",
    stopped: "stop",
  };
  return irregular[past] ?? past.replace(/(?<=clos|paus|mut|rais|chang|mov)ed$/u, "e").replace(/(?<!e)ed$/u, "");
}

/** How a thing is when that was done to it, or should be done. */
function stateOf(said: string): string {
  if (/\boff$/u.test(said)) return "off";
  if (/\bon$/u.test(said)) return "on";
  if (/unlock/u.test(said)) return "unlocked";
  if (/lock/u.test(said)) return "locked";
  return /open/u.test(said) ? "open" : "closed";
}

/** A state and its contrary, between which is asked. */
const CHOICE: Readonly<Record<string, string>> = {
  on: "on or off",
  off: "on or off",
  open: "open or closed",
  closed: "open or closed",
  locked: "locked or unlocked",
  unlocked: "locked or unlocked",
};

/** "are the lights", "is the lamp", as it was said of them, or by the ending of the last word. */
function beOf(thing: string, verb = ""): string {
  if (/^(?:are|have|do|['’]re)/u.test(verb)) return "are";
  if (/^(?:is|has|does|['’]s)/u.test(verb)) return "is";
  return /^(?:they|those|these)$|[^s]s$/u.test(thing) ? "are" : "is";
}

/** Adjectives of the lower end of a range. */
const LEAST = /^(?:low|cold|cool|dim|dark|quiet|slow|min|least)/iu;
/** What there is more of where it is said so: of all that can be set, "how fast" asks for the speed. */
const PROPERTY: readonly (readonly [RegExp, string])[] = [
  [/^(?:bright|dim|dark)/iu, "brightness"],
  [/^(?:hot|warm|cold|cool)/iu, "temperature"],
  [/^(?:loud|quiet)/iu, "volume"],
  [/^(?:fast|slow)/iu, "speed"],
  [/^(?:far|wide)/iu, "position"],
];

/** Builds the question for the limit of a setting. */
function limitOf({ most, way, thing }: Readonly<Record<string, string | undefined>>): string {
  const said = most ?? way ?? "";
  const least = LEAST.test(said);
  const property = PROPERTY.find(([pattern]) => pattern.test(said))?.[1];
  if (property && /^(?:it|that|this|they|those|)$/iu.test(thing ?? ""))
    return `what is the ${least ? "minimum" : "maximum"} ${property} it is set to?`;
  return `what is the ${least ? "lowest" : "highest"} ${property ?? "setting"}${thing ? ` of ${thing}` : ""}?`;
}

const whole = (body: string): RegExp => new RegExp(`^${LEAD}${body}$`, "iu");

/** Beginning of a command, up to its verb. */
const COMMANDED = `(?:(?:and|then|so|please|just|now|ok|okay|well|also|in that case|if so|if not|if (?:it|they)(?:['’]s| is| are)(?: not|n['’]t)?)\\b,? )*(?:(?:can|could|would|will) you (?:please )?|(?:i want you to|i(?:['’]d| would) like you to|go ahead and) )?(?:turn|switch|put|set|make|dim|brighten|open|close|shut|lock|unlock|start|stop|pause|play|mute|unmute|raise|lower|increase|reduce|run|dock|send|give|warm|cool)`;
/** Something is ordered. */
const ORDER = `${COMMANDED} (?!to\\b|of\\b|and\\b|or\\b|at\\b|in\\b).*[^?\\s]`;
/** The same behind a question, where an adjective may look like a verb: "are the warm and cool lights on". */
const ORDER_BESIDE = `${COMMANDED} (?:(?:the|my|our|his|her|their|it|them|that|those|this|these|all|both|every|up|down|on|off|an?|some|me|us)\\b|[\\w]+['’]s\\b).*[^?\\s]`;
/** Things that ring. */
const RINGS = /\b(?:alarms?|timers?|reminders?|bells?|detectors?|sirens?)\b/iu;
const REWORDINGS: readonly Rewording[] = [
  // "you turned it off, didn't you", "you haven't closed the curtains, have you"
  {
    said: whole(
      `(?<who>you|we|i|they|somebody|someone)(?:['’](?:ve|d)| have| had| has| did)?(?:n['’]?t| not| never)? ${LATELY}(?<verb>${DID}|turn|switch|close|open|lock|unlock|leave|dim|start|stop)(?<rest> .+?)${ENDING},?${TAG}`,
    ),
    plain: ({ who, verb = "", rest = "" }) => `did ${who} ${verbOf(verb.toLowerCase())}${rest}?`,
  },
  // "the TV isn't on, is it", "it's off now, right"
  {
    said: whole(`(?<thing>${THING})(?<be> is| are|['’]s|['’]re)${NOT} ${LATELY}(?<how>.+?),?${TAG}`),
    plain: ({ thing = "", be = "", how }) => `${beOf(thing, be.trim().toLowerCase())} ${thing} ${how}?`,
  },
  // "anything planned?"
  {
    said: whole(
      "(?:(?:is|have you got|do (?:i|we) have) )?anything (?:else )?(?:still )?(?<planned>planned|scheduled|coming up)",
    ),
    plain: () => "what is planned?",
  },
  // "is anything still on", of the home or of what was talked about
  {
    said: whole("is anything (?:else )?still (?<how>on|open|running|playing|unlocked)"),
    plain: ({ how }) => `is anything ${how}?`,
  },
  // "is the washing machine still going"
  {
    said: whole("(?<be>is|are) (?<thing>(?:the|my|our) [\\w' ]+?) (?:still )?(?:going|at it|on the go)(?: now)?"),
    marked: true,
    plain: ({ be, thing }) => `${be} ${thing} running?`,
  },
  // "the ceiling fan can go off again": what may be so shall be.
  {
    said: whole(
      "(?<thing>(?:both |all )?(?:the|my|our) [\\w' ]+?|it|they|that|everything) (?:can|could) (?:(?:go|come|be (?:turned|switched)) (?:back )?(?<way>on|off)|be (?<still>off))(?: (?:again|now|then|too|as well|please))*",
    ),
    plain: ({ thing = "", way, still }) => (RINGS.test(thing) ? null : `turn ${thing} ${way ?? still}`),
  },
  // "if the leak sensor ever detects water"
  {
    said: /^(?<before>.*?\b(?:if|when|whenever|once)\b.*?\b(?:sensor|alarm|detector)\b(?: in [\w' ]+?| downstairs| upstairs)?) (?<ever>ever )?(?:detects?|senses?|finds?|notices?|picks? up|feels?) (?:any |a |some )?(?<what>water|leaks?|moisture)(?<after>\b.*)$/iu,
    plain: ({ before = "", ever, after = "" }) =>
      `${ever === undefined ? before : before.replace(/\bif\b/iu, "whenever")} is wet${after}`,
  },
  // "if it gets above 25": whenever it comes to be so, and not now, where it only is.
  {
    said: /^(?<before>(?:.*?[,. ])?)if (?<cond>(?!.*\b(?:now|currently|already)\b)[^,]*?\b(?:gets?|goes|rises?|climbs?|creeps?|jumps?|drops?|falls?|dips?|sinks?)(?: up| down| back)? (?:above|over|past|beyond|below|under|to \d|(?:higher|hotter|warmer|lower|colder|cooler|more|less|drier|damper) than)\b.*)$/iu,
    plain: ({ before = "", cond = "" }) => `${before}whenever ${cond}`,
  },
  // "if the window ever opens": each time, and not now
  {
    said: /^(?<before>(?:.*?[,.] )?)if (?<cond>[^,]+?) ever (?<after>.+)$/iu,
    plain: ({ before = "", cond = "", after = "" }) => `${before}whenever ${cond} ${after}`,
  },
  // "the curtains are closed?", "so the TV's off?"
  {
    said: whole(`(?<thing>${THING})(?<be> is| are|['’]s|['’]re)${NOT} ${LATELY}(?<how>${STATE}.*?)(?: then| now)?`),
    marked: true,
    plain: ({ thing = "", be = "", how }) => `${beOf(thing, be.trim().toLowerCase())} ${thing} ${how}?`,
  },
  // "the heater has been turned off, hasn't it"
  {
    said: whole(`(?<thing>${THING})(?: has| have|['’]s|['’]ve)${NOT} ${LATELY}been (?<done>${DONE})${ENDING},?${TAG}`),
    plain: ({ thing = "", done = "" }) => `${beOf(thing)} ${thing} ${stateOf(done)}?`,
  },
  // "aren't the path lights off", "didn't I lock the door"
  {
    said: whole("(?<be>is|are|did|has|have|does)n['’]?t (?<rest>.+)"),
    plain: ({ be, rest }) => `${be} ${rest}?`,
  },
  // "have you closed the curtains yet"
  {
    said: whole(
      `(?:have|has) (?<who>you|we|i|they|anyone|anybody|someone|somebody) ${LATELY}(?<verb>${DID}) (?<rest>.+?)${ENDING}`,
    ),
    plain: ({ who, verb = "", rest }) => `did ${who} ${verbOf(verb.toLowerCase())} ${rest}?`,
  },
  // "have the curtains been closed"
  {
    said: whole(`(?<have>have|has) (?<thing>${THING}) ${LATELY}been (?<done>${DONE})${ENDING}`),
    plain: ({ have, thing = "", done = "" }) => `${beOf(thing, have?.toLowerCase())} ${thing} ${stateOf(done)}?`,
  },
  // "do the curtains need closing", "does the lamp have to be on": how it is tells, and neither yes nor no.
  {
    said: whole(
      `(?<do>do|does) (?<thing>${THING}) ${LATELY}(?:need|have|want) (?:to (?:still )?be |to get )?(?<done>${DONE}|${DOING}|on|off|open|closed|locked)(?<rest>(?: in| on| up| down| at).*?)?${ENDING}`,
    ),
    plain: ({ do: verb, thing = "", done = "", rest = "" }) =>
      `${beOf(thing, verb?.toLowerCase())} ${thing}${rest} ${CHOICE[stateOf(done)] ?? ""}?`,
  },
  // "should I close the curtains", "do I need to lock the side door"
  {
    said: whole(
      `(?:should|do|must|shall) (?:i|we) (?:need to |have to |still |really |better )*(?<done>close|shut|open|lock|unlock|turn (?:on|off)|switch (?:on|off)) (?<thing>(?:the|my|our) [^,]+?)${ENDING}`,
    ),
    plain: ({ thing = "", done = "" }) => `${beOf(thing)} ${thing} ${CHOICE[stateOf(done)] ?? ""}?`,
  },
  // "how high can the AC go", "how bright does it get"
  {
    said: whole(
      "how (?<way>high|hot|warm|bright|loud|fast|strong|much|low|cold|cool|dim|dark|quiet|slow)(?: up| down)? (?:can|could|will|does|do) (?<thing>.+?) (?:go|get|be|be set|be turned(?: up| down)?|be made|run|heat|cool)(?: up| down)?(?: to)?(?: at (?:the )?most)?",
    ),
    plain: limitOf,
  },
  // "how far can the blind open"
  {
    said: whole(
      "how (?<way>far|wide)(?: up| down)? (?:can|could|will|does|do) (?<thing>.+?) (?:open|be opened)(?: up)?",
    ),
    plain: limitOf,
  },
  {
    said: whole("how (?<way>high|hot|warm|bright|loud|fast|strong|low|cold|cool|dim|dark|quiet|slow)"),
    plain: limitOf,
  },
  // "what's the highest it goes", "what's the lowest I can set it to"
  {
    said: whole(
      `what(?:['’]s| is) (?:the )?(?<most>${ENDS}) (?:that )?(?:(?:i|you|we|one) can (?:set|turn|put|get) )?(?<thing>it|this|that|they|the .+?)(?: (?:up|down))?(?: (?:can|will|could))?(?: (?:goes?|gets?|be|be set|turn|take|takes|do|does|manage|manages))?(?: (?:up|down))?(?: to)?`,
    ),
    plain: limitOf,
  },
  // "and the lowest", "what about the maximum"; "highest?" with the mark alone
  {
    said: new RegExp(
      `^${LEAD}(?:(?:what|how) about |what(?:['’]s| is) |and (?:at )?(?=the |its |most|least))(?:the |its |at )?(?<most>${ENDS})(?: (?:setting|value|one|it goes))?$`,
      "iu",
    ),
    plain: limitOf,
  },
  {
    said: whole(`(?:at )?(?:the |its )?(?<most>${ENDS})(?: (?:setting|value|it goes))?`),
    marked: true,
    plain: limitOf,
  },
  // "is that the maximum", "is the AC at its lowest", "is it as bright as it gets"; the fridge may be the coldest of all.
  {
    said: whole(
      `(?:is|are) (?:(?<thing>it|that|this|they|the .+?) (?:at (?:the |its? |their )(?<most>${ENDS})(?: (?:setting|value|already|now))?|(?:the |its? |their )?(?<end>${ENDS}) (?:setting|value|already|it (?:goes|gets|can go))|as (?<way>high|hot|warm|bright|loud|fast|low|cold|cool|dim|dark|quiet|slow) as (?:it|they) (?:goes?|gets?|can go|can get))|(?<one>it|that|this|they) (?:the |its? |their )?(?<last>${ENDS})(?: now)?)`,
    ),
    plain: ({ thing, one, most, end, last, way }) => limitOf({ thing: thing ?? one, most: most ?? end ?? last, way }),
  },
  // "can it go any brighter"
  {
    said: whole(
      "(?:can|could|will|does|do) (?<thing>it|that|they|those|the .+?) (?:go|get|be|be made|be turned|be set)? ?(?:any|even|still) (?<way>brighter|higher|hotter|warmer|louder|faster|stronger|further|lower|colder|cooler|dimmer|darker|quieter|slower)(?: than (?:that|this|it is))?",
    ),
    plain: limitOf,
  },
  // "how long's left on the pasta"
  {
    said: whole("how (?:long|much time)['’]s (?<rest>left\\b.*)"),
    plain: ({ rest }) => `how long is ${rest}?`,
  },
  // "wait, what time is it"
  {
    said: /^(?:(?:so|and|but|oh|ok|okay|well|wait|hang on|hold on|hmm+|um+|er+|sorry|hey|quick question|by the way|btw|one sec|one second)\b,? )+(?<rest>(?:what time|what['’]s the time|what is the time|what day|what date|what['’]s the date|what is the date|how late)\b.*)$/iu,
    plain: ({ rest }) => `${rest}?`,
  },
  // "what's it on now", "what's the one in the hall at"
  {
    said: whole(
      "what(?:['’]s| is| are) (?<thing>it|that|they|those|the (?!time\\b|light\\b).+?) (?:on|at|set at)(?: (?:now|right now|at the moment|then))*",
    ),
    plain: ({ thing }) => `what is ${thing} set to?`,
  },
  // "why is it so dark? turn on the spotlights": why something is to be done.
  {
    said: whole(
      "(?:why(?:['’]s| is)|how come) it(?:['’]s| is)? (?:so|this|that|always so) (?<how>\\w+)(?<where>(?: in| up| down) [\\w ]+?)?[?,.] ?(?<rest>\\w.+)",
    ),
    plain: ({ how, where = "", rest }) => `it's so ${how}${where}, ${rest}`,
  },
  // "what's going on? turn off the TV": nothing is asked.
  {
    said: whole(
      `(?:what(?:['’]s| is) (?:going on|happening|this|all this|the matter)(?: here| in here)?|what are you doing|what the (?:hell|heck)|are you (?:kidding|serious|deaf)(?: me)?|seriously|really)[?!,.] ?(?<rest>${ORDER})`,
    ),
    plain: ({ rest = "" }) => rest,
  },
  // "how far is the blind open"
  {
    said: whole("how (?<way>far|wide)(?: up)? (?<be>is|are) (?<thing>.+?) open(?: now)?"),
    plain: ({ be, thing }) => `how far open ${be} ${thing}?`,
  },
  // "how long has the dishwasher got left"
  {
    said: whole(
      "how (?:long|much time|many minutes|much longer) (?:has|does|have|do) (?<thing>.+?) (?:got|have|need|take)(?: left| to go| still| remaining)?",
    ),
    plain: ({ thing }) => `how long is left on ${thing}?`,
  },
  // "what temperature is it washing at"
  {
    said: whole(
      "what (?<what>temperature|speed|level|mode|volume|brightness) (?<be>is|are) (?<thing>it|that|they|the .+?) \\w+ing (?:at|on|in|to)(?: now)?",
    ),
    plain: ({ what, be, thing }) => `what ${what} ${be} ${thing} set to?`,
  },
];

/** A question that ends where a command may follow: "did you close it and lock the door" is one. */
const ASKED_OF_STATE = `${LEAD}(?:is|are|isn['’]?t|aren['’]?t|what(?:['’]s|['’]re| is| are)|how \\w+(?:['’]s| is| are)|how(?:['’]s| is| are)|where(?:['’]s| is| are)|what \\w+ (?:is|are))\\b(?:(?!\\b(?:did|do|does|if|would|should|could|will|happens?|when|to|i|you|we|who|that|better|point|use|way|how)\\b)[^?,.;])*`;

/** English. */
export const ENGLISH_ASKING: AskingForms = {
  rewordings: REWORDINGS,
  asks: [
    new RegExp(
      `^${LEAD}(?:(?:is|are|was|were|am|isn['’]?t|aren['’]?t|wasn['’]?t|weren['’]?t)\\b(?! (?:it|there|that|you) (?:ok|okay|possible|alright|all right|fine|safe|wise|worth|better|any (?:chance|way)|able)\\b)|(?:does|didn['’]?t|doesn['’]?t|hasn['’]?t|haven['’]?t|hadn['’]?t|has|had|did)\\b|do (?:you|i|we|they|any|(?:the|my|our|these|those) .+ (?:need|have|want))\\b(?! (?:think|mind|suppose|reckon|fancy|want|me)\\b)|should(?:n['’]?t)? (?:i|we|the|my|our|it|they|that|any|all)\\b|what(?:['’]s|['’]re| is| are| was| were| if| does| did| do| happens| would)\\b|when(?:['’]s| is| are| does| did| do| will| was| were| can)\\b|where(?:['’]s| is| are| does| did| do)\\b|who(?:['’]s|se)?\\b|which\\b|how (?!about\\b|come you don)|why(?:['’]s| is| are| does| did| do| was| has| have)\\b)(?!.*\\bplease\\b)`,
      "u",
    ),
    /^(?!.*\bplease\b)(?:(?:so|and|but|oh|well),? )*(?:you|we|i|somebody|someone) .+,? (?:is|are|was|were|has|have|had|did|does|do)n['’]?t (?:it|they|that|you|we|i)$/u,
    /^(?!.*\bplease\b)(?:any|anything|anyone|anybody) .*\b(?:still|left)\b/u,
  ],
  asksWithMark: [
    new RegExp(
      `^${LEAD}(?:any|anything|everything|anyone|all (?:the )?\\w+|have (?:you|i|we|they|the|my|our)|${THING}(?:['’]s|['’]re| is| are| isn['’]t| aren['’]t)) `,
      "u",
    ),
  ],
  thenOrders: [
    // "are you listening? turn on the spotlights"
    new RegExp(`^(?<asked>[^?.;]+[?.;]) ?(?<ordered>${ORDER})$`, "u"),
    // "how warm is it, and turn on the AC"
    new RegExp(`^(?<asked>${ASKED_OF_STATE})(?:, (?:and |then |so )?| and )(?<ordered>${ORDER_BESIDE})$`, "u"),
  ],
};
