import type { PeopleForm, PeopleForms } from "../../presence/forms.ts";
import type { PeopleMeaning } from "../../presence/statement.ts";
import { ENGLISH_REGISTRY } from "./registry.ts";

/** Words that no name begins with: of questions, commands and subordinate clauses. */
const NO_NAME =
  "(?!(?:is|are|isn't|aren't|am|was|were|did|do|does|has|have|had|can|could|will|would|shall|should|may|when|while|until|after|before|if|whether|as|because|where|what|which|why|how|who|there|remind|tell|let|turn|switch|play|set|say|show|ask|call|wake|make|put|open|close|not|no|never|any|some|every)\\b)";
const WHO = `(?<who>${NO_NAME}[\\p{L}][\\p{L}\\p{M}\\d'.,&\\- ]{0,60}?)(?<!'s)`;
const ASK =
  "(?:do you know|do you happen to know|can you tell me|could you tell me|can you say|can you see|can you check|tell me|let me know|any idea|i wonder|i'm wondering|i'd like to know|i want to know|check|see)";
const IF = `(?:${ASK} )?(?:if|whether)`;
const PLACE = "(?:house|home|flat|apartment|place)";
const HOME = `(?:at home|back home|home|in the ${PLACE}|at the ${PLACE}|back in|back here|back|in|here|around|inside|indoors)`;
/** Phrases that are only said of people. */
const SURELY_HOME = "(?:at home|back home|home)";
const OUT = `(?:out of the ${PLACE}|out and about|out somewhere|out|away|gone out|gone|off out|(?:not|n't) (?:at home|back home|home|in|here|around|back))`;
const MID = "(?: (?:still|already|all|both|currently|even|actually|really|just|only just|finally|also|all right))*";
const NOW =
  "(?: (?:right now|now|at the moment|at present|currently|still|yet|already|again|by now|this minute|any more|anymore|too|as well|then|at all|safely|alone))*";
const TO =
  "(?: (?:to|for) (?:work|school|college|uni|university|the office|the shops?|a walk|a run|the gym|nursery|kindergarten))?";

const CAME_BASE =
  "(?:come|get|arrive|return|make it|walk|turn up|show up|roll)(?: (?:back|home|in|here|through the door|in the door))*";
/** The same with a word that says where: "has Leo come" may be about anything. */
const CAME_HOME_BASE = `(?:(?:come|get|make it|walk)(?: (?:back|home|in|here|through the door|in the door))+|arrive(?: (?:back|home|here))*|return(?: home)?)`;
const CAME_HOME_DONE = `(?:(?:come|came|got|gotten|made it|walked)(?: (?:back|home|in|here|through the door|in the door))+|arrived(?: (?:back|home|here))*|returned(?: home)?)`;
const LEFT_BASE = `(?:leave|go out|go away|head out|head off|set off|go|pop out|nip out|step out|get away)(?: (?:the ${PLACE}|home|out))*${TO}`;
const LEFT_DONE = `(?:left|gone out|went out|gone away|went away|headed out|headed off|set off|gone|went|popped out|nipped out|stepped out)(?: (?:the ${PLACE}|home|out))*${TO}`;
const LEFT_SAID = `(?:left(?: (?:the ${PLACE}|home))?${TO}|(?:gone|went) (?:out|away)${TO}|(?:gone|went) to (?:work|school|college|uni|university|the office|nursery|kindergarten)|(?:headed|popped|nipped|stepped) (?:out|off)${TO}|set off${TO})`;
const OUT_SAID = `(?:out of the ${PLACE}|out and about|out|away|gone|off out|off to (?:work|school|college|uni|university|the office)|not (?:at home|home|in)|leaving(?: (?:the ${PLACE}|home))?${TO}|(?:going|heading|popping|nipping) out)`;
const FOR =
  "(?: for (?:now|the day|today|a bit|a while|the evening|the night|the weekend|the week|a walk|a run|an hour))?";

const ANYONE = "(?:anyone|anybody|someone|somebody|any of us|one of us|people|any people)";
const EVERYONE = "(?:everyone|everybody|we all|we both|all of us|the whole family|the family|all the family)";
const NOBODY = "(?:nobody|no one|no-one|none of us)";

const whole = (body: string): RegExp => new RegExp(`^${body}$`, "u");

function form(
  meaning: PeopleMeaning,
  body: string,
  more: Partial<Omit<PeopleForm, "said" | "meaning">> = {},
): PeopleForm {
  return { said: whole(body), meaning, ...more };
}

const WHERE: PeopleMeaning = { kind: "where" };
const IS_HOME: PeopleMeaning = { kind: "whether", home: true };
const IS_OUT: PeopleMeaning = { kind: "whether", home: false };
const HAS_COME: PeopleMeaning = { kind: "whether", home: true, came: true };
const HAS_LEFT: PeopleMeaning = { kind: "whether", home: false, came: true };
const ANY_HOME: PeopleMeaning = { kind: "anyone", asks: "any", home: true, sensed: true };
const ALL_HOME: PeopleMeaning = { kind: "anyone", asks: "all", home: true };
const ALL_OUT: PeopleMeaning = { kind: "anyone", asks: "all", home: false };
const WHO_HOME: PeopleMeaning = { kind: "anyone", asks: "who", home: true };
const WHO_OUT: PeopleMeaning = { kind: "anyone", asks: "who", home: false };

const EVERYBODY: readonly PeopleForm[] = [
  form({ kind: "anyone", asks: "where", home: true }, `where(?:'s| is| are)(?: the)? ${EVERYONE}${NOW}`),
  form({ kind: "anyone", asks: "where", home: true }, `(?:${ASK} )where ${EVERYONE} (?:is|are)${NOW}`),
  form(
    WHO_HOME,
    `(?:${ASK} )?who(?: all)?(?:'s| is| are|'re)(?: (?:all|still|else|already|currently|actually))* ${HOME}${NOW}`,
  ),
  form(
    WHO_HOME,
    `(?:which|how many) (?:people|of us|family members|persons) (?:is|are)(?: there)?${MID} ${HOME}${NOW}`,
  ),
  form(WHO_OUT, `(?:${ASK} )?who(?:'s| is| are|'re)(?: (?:all|still|else|already|currently|actually))* ${OUT}${NOW}`),
  form(WHO_OUT, `(?:${ASK} )?who(?:'s not| is not| isn't| aren't| are not) ${HOME}${NOW}`),
  form(WHO_OUT, `(?:${ASK} )?who(?:'s| is) missing${NOW}`),
  form(ALL_HOME, `(?:is|are) ${EVERYONE}${MID} ${HOME}${NOW}`),
  form(ALL_HOME, `(?:has|have) ${EVERYONE}${MID} ${CAME_HOME_DONE}${NOW}`),
  form(ALL_HOME, `${IF} ${EVERYONE} (?:is|are|'s)${MID} ${HOME}${NOW}`),
  form(ALL_HOME, `(?:are )?we all ${HOME}${NOW}`, { marked: true }),
  form(ALL_OUT, `(?:is|are) ${EVERYONE}${MID} ${OUT}${NOW}`),
  form(ALL_OUT, `(?:has|have) ${EVERYONE}${MID} ${LEFT_DONE}${NOW}`),
  form(ALL_OUT, `${IF} ${EVERYONE} (?:is|are|'s|has|have)${MID} (?:${OUT}|${LEFT_DONE})${NOW}`),
  form(ALL_OUT, `(?:is|are)(?: there)?(?: really)? ${NOBODY}(?: else)? ${HOME}${NOW}`),
  form(ALL_OUT, `(?:there(?:'s| is) )?${NOBODY}(?:'s| is)?(?: else)? ${HOME}${NOW}`),
  form(ALL_OUT, `(?:the|our) ${PLACE}(?:'s| is)${MID} (?:empty|deserted|unoccupied)${NOW}`),
  form(ALL_OUT, `${IF} ${NOBODY}(?:'s| is) ${HOME}${NOW}`),
  form(ALL_OUT, `(?:is|${IF}) (?:the|our) ${PLACE}(?: is)?${MID} (?:empty|deserted|unoccupied)${NOW}`),
  form(ANY_HOME, `(?:is|are)(?: there)?(?: still)? ${ANYONE}(?: (?:else|still|actually))* ${HOME}${NOW}`),
  form(ANY_HOME, `${ANYONE}(?: (?:else|still))* (?:at home|home|in)${NOW}`, { marked: true }),
  form(ANY_HOME, `${IF} (?:there's |there is )?${ANYONE}(?:'s| is| are)?(?: (?:else|still))* ${HOME}${NOW}`),
  form(WHO_HOME, `who(?:'s been| was| were| has been)(?: (?:all|still|else))* ${HOME}`, { past: true }),
  form(WHO_OUT, `who(?:'s been| was| were| has been)(?: (?:all|still|else))* ${OUT}`, { past: true }),
  form(ANY_HOME, `(?:was|were|has|have)(?: there)? ${ANYONE}(?: been)?(?: else)? ${HOME}`, { past: true }),
  form(ALL_HOME, `(?:was|were) ${EVERYONE} ${HOME}`, { past: true }),
  form(ALL_OUT, `(?:was|were) ${EVERYONE} ${OUT}`, { past: true }),
  form(ALL_OUT, `(?:was|were)(?: there)? ${NOBODY} ${HOME}`, { past: true }),
  form(ALL_OUT, `was (?:the|our) ${PLACE} (?:empty|deserted|unoccupied)`, { past: true }),
  ...(["first", "last"] as const).flatMap((only) => {
    const most = only === "first" ? "(?:first|earliest)" : "(?:last|latest)";
    const one = `(?:who(?:'s| is| was)|who(?:'s| has) been) the ${most}(?: one| person| of us)?`;
    const out = `(?:left(?: (?:the ${PLACE}|home))?|(?:gone|went) (?:out|away))`;
    return [
      form({ kind: "came", home: true, only }, `who(?: has|'s)? ${CAME_HOME_DONE} (?:the )?${most}${NOW}`),
      form(
        { kind: "came", home: true, only },
        `${one} (?:to ${CAME_HOME_BASE}|${SURELY_HOME}|back|who ${CAME_HOME_DONE})${NOW}`,
      ),
      form({ kind: "came", home: false, only }, `who(?: has|'s)? ${out} (?:the )?${most}${NOW}`),
      form({ kind: "came", home: false, only }, `${one} (?:to (?:${LEFT_BASE})|out|who ${out})${NOW}`),
    ];
  }),
  form({ kind: "came", home: true }, `who(?: has|'s)? ${CAME_HOME_DONE}${NOW}`),
  form({ kind: "came", home: true }, `(?:did|has) ${ANYONE} (?:${CAME_HOME_BASE}|${CAME_HOME_DONE})${NOW}`),
  form(
    { kind: "came", home: false },
    `who(?: has|'s)? (?:left(?: (?:the ${PLACE}|home))?|(?:gone|went) (?:out|away))${NOW}`,
  ),
  form(
    { kind: "came", home: false },
    `(?:did|has) ${ANYONE} (?:leave|left|go out|gone out)(?: (?:the ${PLACE}|home))?${NOW}`,
  ),
];

const ABOUT_ONE: readonly PeopleForm[] = [
  form(WHERE, `where(?: in the ${PLACE})?(?:'s| is|'re| are)(?: on earth| the hell)?${MID} ${WHO}(?: at)?${NOW}`),
  form(WHERE, `whereabouts (?:is|are) ${WHO}${NOW}`),
  form(WHERE, `(?:which|what) room(?:'s| is| are) ${WHO} in${NOW}`),
  form(
    WHERE,
    `where(?:'s| has| have| did) ${WHO} (?:gone|go|got to|get to|disappeared to|run off to|hiding)(?: off)?(?: to)?${NOW}`,
  ),
  form(WHERE, `${ASK} (?:where|which room) ${WHO} (?:is|are|has gone|have gone|went)(?: in)?${NOW}`),
  form(WHERE, `(?:find|locate) ${WHO}${NOW}`),
  form(IS_HOME, `(?:is|are|isn't|aren't|is not)${MID} ${WHO}${MID} ${SURELY_HOME}${NOW}`, { sure: true }),
  form(IS_HOME, `(?:is|are|isn't|aren't|is not)${MID} ${WHO}${MID} ${HOME}${NOW}`),
  form(IS_HOME, `${IF} ${WHO}(?: is| are|'s)${MID} ${SURELY_HOME}${NOW}`, { sure: true }),
  form(IS_HOME, `${IF} ${WHO}(?: is| are|'s)${MID} ${HOME}${NOW}`),
  form(IS_HOME, `${WHO} (?:at home|home|back|in)${NOW}`, { marked: true }),
  form(HAS_COME, `(?:has|have|hasn't|haven't|did|didn't) ${WHO}${MID} (?:${CAME_HOME_BASE}|${CAME_HOME_DONE})${NOW}`),
  form(HAS_COME, `${IF} ${WHO}(?: has| have|'s| is)?${MID} ${CAME_HOME_DONE}${NOW}`),
  form(IS_OUT, `(?:is|are|isn't|aren't)${MID} ${WHO}${MID} ${OUT}${NOW}`),
  form(IS_OUT, `${IF} ${WHO}(?: is| are|'s)${MID} ${OUT}${NOW}`),
  form(HAS_LEFT, `(?:has|have|hasn't|haven't|did|didn't) ${WHO}${MID} (?:${LEFT_DONE}|${LEFT_BASE})${NOW}`),
  form(HAS_LEFT, `${IF} ${WHO}(?: has| have|'s)?${MID} ${LEFT_DONE}${NOW}`),
  form(IS_HOME, `(?:was|were|has|have) ${WHO}(?: been)?${MID} ${HOME}`, { past: true }),
  form(IS_OUT, `(?:was|were|has|have) ${WHO}(?: been)?${MID} ${OUT}`, { past: true }),
  form(
    { kind: "when", home: true },
    `(?:when|(?:at )?what time|how long ago) did ${WHO}(?: last)? ${CAME_HOME_BASE}${NOW}`,
    { sure: true },
  ),
  form({ kind: "when", home: true }, `(?:when|(?:at )?what time|how long ago) did ${WHO}(?: last)? ${CAME_BASE}${NOW}`),
  form({ kind: "when", home: true }, `${ASK} (?:when|what time) ${WHO}(?: last)? ${CAME_HOME_DONE}${NOW}`),
  form(
    { kind: "when", home: false },
    `(?:when|(?:at )?what time|how long ago) did ${WHO}(?: last)? ${LEFT_BASE}${NOW}`,
  ),
  form({ kind: "when", home: false }, `${ASK} (?:when|what time) ${WHO}(?: last)? ${LEFT_DONE}${NOW}`),
  form(
    { kind: "lasting", home: true },
    `(?:for )?(?:how long|since when)(?:'s| has| have| is| are) ${WHO}(?: been)? ${HOME}(?: for)?${NOW}`,
  ),
  form(
    { kind: "lasting", home: false },
    `(?:for )?(?:how long|since when)(?:'s| has| have| is| are) ${WHO}(?: been)? ${OUT}(?: for)?${NOW}`,
  ),
  form(
    { kind: "and" },
    `(?:and|what about|how about|and what about|and how about|and is|and where is|and where's) ${WHO}`,
  ),
];

const TOLD: readonly PeopleForm[] = [
  form(
    { kind: "told", home: true, own: true },
    `${WHO}(?: has|'s| have|'ve)?${MID} (?:went|gone) (?:back )?home${NOW}`,
  ),
  form(
    { kind: "told", home: true },
    `${WHO}(?: is|'s| are|'re| am|'m)${MID} (?:at home|back home|home|back|here|in)${NOW}`,
  ),
  form({ kind: "told", home: true }, `${WHO}(?: has|'s| have|'ve)?${MID} ${CAME_HOME_DONE}${NOW}`),
  form({ kind: "told", home: false }, `${WHO}(?: is|'s| are|'re| am|'m)${MID} ${OUT_SAID}${NOW}${FOR}${NOW}`),
  form({ kind: "told", home: false }, `${WHO}(?: has|'s| have|'ve)?${MID} ${LEFT_SAID}${NOW}${FOR}${NOW}`),
  form({ kind: "told", home: false }, `${WHO} (?:isn't|aren't) (?:at home|home|in)${NOW}`),
];

/** "Where is Emma", "who's home", "Leo has left". */
export const ENGLISH_PEOPLE: PeopleForms = {
  hint: /\b(?:home|where(?:abouts)?|who|which room|what room|(?:any|some|every)(?:one|body)|nobody|no one|out|away|gone|left|leave|leaving|went|came|come|arrived?|returned?|got|get|find|locate|empty|missing|off to|set off|guest|visitor|lives?|living (?:here|with)|no longer|moved|moving|stay(?:s|ing)?|visiting|adult|child|kid|grown|remove|delete|as well|too|also|nickname|sleeps?|household|family|people|residents|until when|(?:'s|s) (?:own )?(?:bed)?room|(?:add|register) (?:my|our|a|another))\b|\b(?:in|here|around|inside|indoors|back)\b(?: (?:yet|now|already|still|too|as well|again|safely|right now|at the moment|please|anymore|any more))*[\s?.!]*$|^\W*(?:and|(?:and )?(?:what|how) about)\b/iu,
  lead: /^(?:(?:please|hey|hi|hello|ok|okay|so|well|um|er|jia|just|quick question|i was wondering|sorry|by the way|btw)[,: ]+)+/u,
  tail: /(?:[, ]+(?:please|jia|do you know|would you know|i wonder|thanks|thank you|by any chance|by the way|btw|huh|eh))+$/u,
  forms: [...ENGLISH_REGISTRY, ...EVERYBODY, ...ABOUT_ONE, ...TOLD],
  and: /\s*(?:,\s*and\s|,|\sand\s|\sor\s|&)\s*/iu,
  or: /\s(?:or|nor)\s/iu,
  article: /^(?:my|our|the|your|little|both)\s+/iu,
  me: /^(?:i|me|myself)$/iu,
  children: /^(?:(?:the|my|our|both) )?(?:kids?|child(?:ren)?|little ones)$/iu,
  guests: /^(?:(?:the|my|our) )?(?:guests?|visitors?)$/iu,
  toldOf: (name) => {
    const said = RegExp.escape(name);
    return [
      new RegExp(`^(?:my |our |the )?${said}(?:'s name)?(?: is|'s) (?:called |named )?(?<who>[\\p{L}'-]+)$`, "iu"),
      new RegExp(`^(?<who>[\\p{L}-]+)(?: is|'s) (?:my |our )${said}$`, "iu"),
    ];
  },
  ends: [
    [/^(?:the end of )?(?:the|this) (?:weekend|week)$/iu, "Sunday"],
    [/^(?:tonight|the night|the evening|the day|today)$/iu, "today"],
    [/^a (week|month)$/iu, "1 $1"],
    [/^a fortnight$/iu, "2 weeks"],
    [/^a (?:couple of|few) days$/iu, "3 days"],
  ],
  rooms: {
    hint: /\broom\b/u,
    mine: { room: ["my room", "my own room"], bedroom: ["my bedroom", "my own bedroom"] },
    of: (name) => ({
      room: [`${name}'s room`, `${name}s room`, `${name}'s own room`],
      bedroom: [`${name}'s bedroom`, `${name}s bedroom`],
    }),
  },
  pronoun: /^(?:he|she|they|him|her|them)$/iu,
  name: /^\p{Lu}[\p{L}\p{M}'-]+(?: \p{Lu}[\p{L}\p{M}'-]+)?$|^(?:mum|mom|mummy|mommy|dad|daddy|grandma|grandpa|granny|nan|auntie|mother|father|husband|wife|partner|son|daughter|brother|sister|boyfriend|girlfriend)$/u,
  things:
    /\b(?:parcels?|packages?|deliver(?:y|ies)|post|mail|letters?|dogs?|cats?|pets?|dinner|lunch|breakfast|pizza|food|power|water|internet|wi-?fi|sun|moon|car|bus|train|it|that|this|there|what|one|thing|bread|eggs?|butter|groceries|meetings?|noise|volume|cartoons?|jokes?)\b|['’]s\b/iu,
};
