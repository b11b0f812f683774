import type { Rewording } from "../../utterance/forms/rewording.ts";

/** Rewordings of commands and timers into forms that the stages read. */

const whole = (body: string): RegExp => new RegExp(`^(?:(?:no|but|oh|please|well|ok|okay)\\b,? )*${body}$`, "iu");

/** Negations of a command. */
const DONT = "(?:don['’]?t|do not|please don['’]?t|no need to)";
/** Verbs with a particle behind the object. */
const PARTED =
  "(?:turn|switch|put|shut) (?:(?<off>on|off) (?<first>[^,]+?)|(?<second>[^,]+?) (?<behind>on|off)(?: (?:completely|fully|entirely|all the way))?)";
/** The same in one word. */
const PLAIN_ACT = "(?:stop|pause|start|kill)";
/** Introductions of the alternative. */
const INSTEAD = ",? (?:but |please )*(?:only|just|simply|instead|rather) (?:please )?";
const ACTS =
  "mute|unmute|silence|dim|brighten|lighten|lower|raise|reduce|increase|decrease|pause|stop|resume|turn|switch|set|make|change|move|quieten|quiet|soften|cool|warm";
/** A part instead of the whole: "just its screen". */
const OWN_PART = "(?:sound|volume|audio|screen|display|light|lights|heating|fan)";
const PRONOUN = /^(?:it|them|that|those|this|these|everything|all)$/iu;
/** Adjectives of excess. */
const TOO_MUCH = "bright|dark|dim|loud|noisy|quiet";
/** A number, in digits or words. */
const AMOUNT =
  "\\d{1,3}|(?:ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?";
/** Words for "is enough". */
const ENOUGH =
  "(?:(?:['’]s| is|['’]ll be| will be| would be)(?: more than)? (?:plenty|enough|fine|good|ok|okay|perfect|all right|alright|loads|right)|(?:['’]ll| will| would| should|['’]d) (?:do|be enough|be plenty|be fine|be good))(?: for me| now| thanks| please)*";
/** A named thing in a question. */
const NAMED = "(?:the|my|our|all the|[\\w]+['’]s) [\\w'’ -]+?";
const STATE = "on|off|open|closed|shut|locked|unlocked|muted|running|playing";
/** The opposite of each state. */
const CONTRARY: Readonly<Record<string, string>> = {
  on: "off",
  off: "on",
  open: "closed",
  closed: "open",
  shut: "open",
  locked: "unlocked",
  unlocked: "locked",
};

/** Puts the named thing into a command about "it". */
function aboutIt(order: string, thing: string): string {
  return order.replace(/\b(?:it|them)\b/iu, thing);
}

/** A second question behind "if so", about the same thing. */
const ASKS =
  /^(?:and |then |please |just )*(?:how|who|whose|what|which|when|where|why|is|are|was|were|did|does|do you|has|have you|tell me)\b/iu;

/** The second question with the thing of the first; null if it asks nothing of it. */
function askedAgain(question: string, thing: string): string | null {
  const plain = question.replace(/^(?:and |then |please |just |tell me )+/iu, "");
  const counts = /^(?<ask>how many|which)(?: ones?)?(?: of (?:them|those|these))?(?= (?:is|are|were)\b)/iu.exec(plain);
  if (counts?.groups) {
    const which = thing.replace(/^(?:all )?the /iu, "");
    return `${counts.groups["ask"]} ${which}${plain.slice(counts[0].length)}`;
  }
  return /\b(?:it|them)\b/iu.test(plain) ? aboutIt(plain, thing) : null;
}

/** The state of a thing before each act. */
const BEFORE: Readonly<Record<string, string>> = {
  lock: "unlocked",
  unlock: "locked",
  close: "open",
  shut: "open",
  open: "closed",
  "turn off": "on",
  "switch off": "on",
  "turn on": "off",
  "switch on": "off",
};

/** Drops a redundant relative clause: "lock the doors that aren't locked" becomes "lock all the doors"; null if the act does not change that state. */
function allOfThose(act: string, thing: string, not: boolean, state: string): string | null {
  const said = state.toLowerCase() === "shut" ? "closed" : state.toLowerCase();
  const now = not ? CONTRARY[said] : said;
  const shut = now === "open" && act === "lock" ? "unlocked" : now;
  return shut === BEFORE[act.toLowerCase()] ? `${act} all the ${thing}` : null;
}

/** English. */
export const ENGLISH_REWORDINGS: readonly Rewording[] = [
  // "The floor fan, up in the gym": where it is, and not which way it is to go.
  {
    said: /^(?<what>(?:(?:turn|switch|put) (?:on|off) )?(?:the|that|my|our) [\w'’ -]+), (?:the one )?(?:up|down|over|out|through) (?<where>(?:in|on|at|by) (?:the|my|our|\w+['’]s) [\w'’ -]+)$/iu,
    plain: ({ what, where }) => `${what} ${where}`,
  },
  // "hey, why did the light go off?"
  {
    said: /^(?:hey|oh|huh|um|wait|so)?,? ?why(?:['’]?d| did) (?<what>(?:the|my|our) [\w' -]+?) (?:just |suddenly )?(?:go|come) (?<how>off|on)(?: just now| again)?\??$/iu,
    plain: ({ what, how }) => `why did ${what} turn ${how}?`,
  },
  // "I have to get the parcel at four, remind me at four pm too": the same time, told twice.
  {
    said: /^(?:i|we)(?: have|['’]ve got| need|['’]ve| still have)+ to (?<what>[^,]+?) at (?<at>[\w:]+)(?: ?[ap]m)?,? (?:so |and |please )*remind me at (?<when>\k<at>(?: ?[ap]m| o['’]clock)?)(?: tomorrow| today)?(?: too| as well| also| please)+$/iu,
    plain: ({ what, when }) => `remind me at ${when} to ${what}`,
  },
  // "open our curtains and Leo's halfway": how far is said for both.
  {
    said: /^(?:please )?(?<act>open|close|shut) (?<one>(?!.*\b(?:half|halfway|way|fully|completely|percent)\b.* and )[^,.\d]+?) and (?!(?:open|close|shut|raise|lower|turn|switch|set|put|make|leave|dim|then|in|on)\b)(?<other>[^,.\d]+?) (?<far>half ?way|half)(?: open| closed)?$/iu,
    plain: ({ act, one, other, far }) => `${act} ${one} ${far} and ${act} ${other} ${far}`,
  },
  // "I don't need the light in here at full whack, so set it to thirty percent": of that, and of nothing elsewhere.
  {
    said: whole(
      "(?:i|we) (?:don['’]?t|do not) (?:really )?(?:need|want) (?<thing>(?:the|my|our|all the) [\\w' ]+?) (?:(?:on )?at full (?:whack|blast|power|brightness|volume|tilt|speed)|on full(?: blast| power| whack)?|(?:quite )?(?:so|that|this|as) (?:bright|loud|hot|warm|cold|high|strong|fast)(?: as that)?|all the way up)[,.;]? (?:so |and |just |please |can you |could you )*(?<order>(?:set|turn|dim|put|bring|make) (?:it|them)\\b[^,]*)",
    ),
    plain: ({ thing = "", order = "" }) => aboutIt(order, thing),
  },
  // "I'm shivering, the AC is set far too low"
  {
    said: /^(?:[^,.!;]*\b(?:shiver|freez|cold|boil|roast|sweat|hot|swelter|chatter)[^,.!;]*[,.!;]+ *)?(?:and |because )?(?<thing>(?:the|this|that|my) [\w' ]*?(?:AC|air ?con(?:ditioner|ditioning)?|heating|heater|radiator|thermostat)) is (?:set|turned (?:up|down)|running) (?:(?:far|way|much|a bit|a little|really) )*too (?<how>low|high|cold|hot)$/iu,
    plain: ({ thing, how }) => `${thing} is too ${/low|cold/iu.test(how ?? "") ? "cold" : "hot"}`,
  },
  // "lock all the doors that aren't locked": those that are so already are none the worse for it.
  {
    said: whole(
      `(?<act>lock|close|shut|open|unlock|turn (?:off|on)|switch (?:off|on)) (?:(?:all|any|every)(?: of)? )?(?:the |my |our |those )?(?<thing>(?!one\\b|ones\\b|thing)[\\w' ]+?) (?:that|which)(?: are| is|['’]re|['’]s)(?:(?<not>n['’]?t| not)(?: yet| already)?| still)? (?<state>${STATE})(?: yet| already)?`,
    ),
    plain: ({ act = "", thing = "", not, state = "" }) => allOfThose(act, thing, not !== undefined, state),
  },
  {
    said: whole(
      "(?<act>lock|close|shut) (?:(?:all|any) )?(?:the |my |our )?(?<state>unlocked|open) (?<thing>doors|windows|curtains|blinds)",
    ),
    plain: ({ act = "", thing = "", state = "" }) => allOfThose(act, thing, false, state),
  },
  // "is the TV on? if so, turn it off": done now, as it is now.
  {
    said: whole(
      `(?<be>is|are) (?<thing>${NAMED}) (?:still |already )?(?<how>${STATE})(?: now| right now)?[?,.]? ?(?:and |so )?(?:if (?:so|yes|it is|they are|that['’]s so|that is the case)|in that case),? (?:then |please |just )*(?<order>.+)`,
    ),
    plain: ({ be, thing = "", how, order = "" }) =>
      ASKS.test(order) ? askedAgain(order, thing) : `if ${thing} ${be} ${how}, ${aboutIt(order, thing)}`,
  },
  {
    said: whole(
      `(?<be>is|are) (?<thing>${NAMED}) (?:still |already )?(?<how>${STATE})(?: now| right now)?[?,.]? ?(?:and |so |or )?(?:if (?:not|no|it is not|it isn['’]?t|they are not|they aren['’]?t)),? (?:then |please |just )*(?<order>.+)`,
    ),
    plain: ({ be, thing = "", how = "", order = "" }) => {
      if (ASKS.test(order)) return askedAgain(order, thing);
      const contrary = CONTRARY[how.toLowerCase()];
      return contrary === undefined ? null : `if ${thing} ${be} ${contrary}, ${aboutIt(order, thing)}`;
    },
  },
  // "the floor lamp isn't needed, turn it off", "not the floor lamp, switch that off"
  {
    said: /^(?:(?:but|oh|no|and|well|actually|ok|okay)\b,? )*(?:not (?:the |my )?(?<one>[\w' -]+?)|(?:the |my )?(?<what>[\w' -]+?) (?:isn['’]?t|is not|aren['’]?t|are not)(?: really)? (?:needed|necessary|required|wanted)|(?:i|we) don['’]?t (?:really )?(?:need|want) (?:the |my )?(?<other>[\w' -]+?)(?: on| off)?), (?:so |just |please |and )*(?:turn|switch|put) (?:it|that|them|those|that one) (?<way>on|off)(?: again| please)*$/iu,
    plain: ({ one, what, other, way }) => `turn ${way} the ${one ?? what ?? other}`,
  },
  // "leave the lights alone and turn off the TV": two clauses.
  {
    said: /^(?:please |just )*leave (?<what>.+?)(?: alone| be| as (?:it is|they are|is))+ and (?<rest>(?:just |please |only )*(?:turn|switch|close|open|shut|set|dim|put|start|stop|lock|make) .+)$/iu,
    plain: ({ what, rest }) => `leave ${what} alone, ${rest}`,
  },
  // "don't turn off the floor lamp, just dim it": what is to be done with it instead.
  {
    said: whole(
      `${DONT} (?:${PARTED}|${PLAIN_ACT} (?<whole>[^,]+?))${INSTEAD}(?<act>${ACTS})(?<way> (?:up|down|off|on|back))?(?<more>| (?:it|them|that|those|this|these)\\b.*| (?:a (?:bit|little|touch)|slightly|to .+|at .+|by .+|half|down|up|off|on)[^,]*)`,
    ),
    plain: ({ off, behind, first, second, whole: third, act = "", way = "", more = "" }) => {
      // What shall stay off can't be set, and what is for later is no other thing to do now.
      if (
        (off ?? behind)?.toLowerCase() === "on" ||
        /\b(?:at \d|in (?:\d|an?\b|half)|when|if|until|tomorrow|tonight|later)/iu.test(more)
      )
        return null;
      const what = (first ?? second ?? third ?? "").trim();
      const rest = more.replace(/^ (?:it|them|that|those|this|these)\b/iu, "");
      return PRONOUN.test(what) ? null : `${act}${way} ${what}${rest}`;
    },
  },
  // "don't turn off the TV, just the sound", "…, just put it on mute"
  {
    said: whole(
      `${DONT} ${PARTED}${INSTEAD}(?:(?:the |its )?(?:sound|volume|audio)|(?:(?:put|have|leave|set) (?:it|that) )?on (?:mute|silent))`,
    ),
    plain: ({ off, behind, first, second }) =>
      `${(off ?? behind)?.toLowerCase() === "on" ? "unmute" : "mute"} ${first ?? second}`,
  },
  // "don't switch the heater on, just the AC"
  {
    said: whole(`${DONT} ${PARTED}${INSTEAD}(?<only>(?:the|my|our|his|her|their|[\\w]+['’]s) (?!${OWN_PART}\\b)[^,]+)`),
    plain: ({ off, behind, only }) => `turn ${off ?? behind} ${only}`,
  },
  // "keep the floor lamp as it is and turn off the others": what stays is what is left out of it.
  {
    said: /^(?:please )?(?:keep|leave) (?!(?:it|that|this|them|everything|all)\b)(?<what>[^,\d]+?) (?:as (?:it is|it's|they are|is)|alone|the way (?:it is|they are)),? (?:and|but|then|and then) (?<order>(?:please )?(?:turn|switch|put|shut|open|close|set|make|dim|raise|lower)\b.*)$/iu,
    plain: ({ order, what }) => `${order}, but leave ${what} as it is`,
  },
  // "turn all the lights off, just keep the floor lamp": what alone stays is what is left out of it.
  {
    said: /^(?<order>.*\b(?:off|out|shut|close)\b.*?),? (?:and |but )?(?:just|only) (?:keep|leave) (?!(?:it|that|this|them)\b)(?<what>[^,\d]+?)(?: on| open| running| lit| going)?(?: please)?$/iu,
    plain: ({ order, what }) => `${order}, but leave ${what} on`,
  },
  // "not all the way, half is enough": how far it shall go instead.
  {
    said: /^(?:(?:no|oh|hm+|wait|well|ooh|okay|ok|hang on|actually)\b,? )*(?:(?:don['’]?t|not|no need to) (?:open |close |turn |put |have |make )?(?:it |them |that )?(?:up |down |on )?)(?:all the way|fully|completely|entirely|(?:quite |nearly )?(?:that|so|too|as) (?:far|much|high|low|bright|dark|loud|hot|warm|cold|cool|fast|hard|strong|quiet)(?: as that)?|full(?: blast| power| whack| on)?)[,.;] (?:just |only |maybe |about )*(?<value>(?:half(?:way)?|a (?:half|third|quarter)|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fif|twen|thir|for|six|seven|eigh|nine|low|medium|high|the lowest|the highest)[^,]*?)(?: is|['’]s| will| would| should)?(?: be)?(?: just)?(?: fine| enough| plenty| ok| okay| good| great| perfect| do| do it)*$/iu,
    plain: ({ value }) => value ?? null,
  },
  // "and the humidity in the bedroom?": asked by itself, whatever was said before.
  {
    said: /^(?:and |what about |how about |then )+(?:the )?(?<what>temperature|humidity|air quality|co2(?: level)?|carbon dioxide|pm ?2\.?5|formaldehyde|battery(?: level)?) (?<where>(?:in|of|on|for|at) .+?)\??$/iu,
    plain: ({ what, where }) => `what is the ${what} ${where}?`,
  },
  // "and another one for twenty, the rice": what it is for, said behind.
  {
    said: /^(?<what>(?:(?:and|then|now|also) )*(?:another|one more|a second)(?: one)?(?: timer)? for (?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty)[\w -]*), (?:that['’]?s |it['’]?s )?(?:for )?(?:the |my )?(?<name>[a-z][\w' -]{1,24})$/iu,
    plain: ({ what, name }) => `${what} for the ${name}`,
  },
  // "bit bright, that. Forty percent's plenty": how much is enough where there is too much.
  {
    said: whole(
      `(?:(?:it['’]?s|it is|that['’]?s|that is|this is) )?(?:(?:a |just a )?(?:bit|little|tad|touch)(?: too)?|too|rather|quite|very|a little too) (?<how>${TOO_MUCH})(?:,? (?:that|this|it|now|in here|for me))*[,.;!]+ (?<much>${AMOUNT})(?: percent| per cent|%)?${ENOUGH}`,
    ),
    plain: ({ how, much }) => `it's too ${how}, ${much} will do`,
  },
  // "bit quieter, twenty's fine": how far, and no step.
  {
    said: whole(
      `(?:(?:make it|go|turn it) )?(?:(?:a |just a )?(?:bit|little|tad|touch) )?(?<way>quieter|louder|brighter|dimmer|darker)[,.;!]+ (?<much>${AMOUNT})(?<unit> percent| per cent|%)?${ENOUGH}`,
    ),
    plain: ({ way = "", much, unit = "" }) =>
      `set the ${/^(?:quieter|louder)$/iu.test(way) ? "volume" : "brightness"} to ${much}${unit}`,
  },
  // "and another one for the sauce, 20 minutes"
  {
    said: /^(?<what>(?:(?:and|then|now|also) )*(?:another|one|one more|a second)(?: one)?(?: timer)? (?:for|called) [^,]+), (?<time>(?:for )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty)\b[^,]*)$/iu,
    plain: ({ what, time }) => `${what} ${time}`,
  },
  // "everywhere but here"
  {
    said: /^(?<rest>.+ everywhere) but (?<here>here|in here|this room|in this room)(?: please)?$/iu,
    plain: ({ rest, here }) => `${rest} except ${here}`,
  },
];
