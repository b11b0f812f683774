/** Verbs of household work; irregular ones with their past and "-ing" forms. */
const VERBS: readonly (readonly [base: string, past?: string, going?: string])[] = [
  ["turn"],
  ["switch"],
  ["open"],
  ["close", "closed", "closing"],
  ["shut", "shut", "shutting"],
  ["lock"],
  ["unlock"],
  ["put", "put", "putting"],
  ["set", "set", "setting"],
  ["dim", "dimmed", "dimming"],
  ["brighten"],
  ["lower"],
  ["raise", "raised", "raising"],
  ["increase", "increased", "increasing"],
  ["decrease", "decreased", "decreasing"],
  ["reduce", "reduced", "reducing"],
  ["mute", "muted", "muting"],
  ["pause", "paused", "pausing"],
  ["change", "changed", "changing"],
  ["adjust"],
  ["crank"],
  ["flip", "flipped", "flipping"],
  ["power"],
];
const DO = VERBS.map(([base]) => base).join("|");
const DID = VERBS.map(([base, past]) => past ?? `${base}ed`).join("|");
const DOING = VERBS.map(([base, , going]) => going ?? `${base}ing`).join("|");
const DOES = VERBS.map(([base]) => (/(?:ch|sh)$/.test(base) ? `${base}es` : `${base}s`)).join("|");

const FAMILY =
  "(?:wife|husband|partner|mum|mom|mother|dad|father|parents|kids?|children|child|son|daughter|sister|brother|uncle|aunt|nan|gran|grandma|grandpa|boy|girl|flatmate|roommate|housemate|neighbou?rs?|landlord|cleaner|nanny|babysitter|maid|guests?|boss|friends?|cat|dog)";
/** Further verbs, only with their object behind them. */
const MORE =
  "(?:start|stop|make|draw|pull|roll|run|send|leave|boil|brew|play|charge|charging|sweep|clean|wash) (?:the|my|our|it|them|that|this|all|both|some|\\w+ing)";

/** Subjects other than the assistant. */
const SOMEBODY = `(?:i|we|he|she|they|someone|somebody|everyone|everybody|anyone|anybody|nobody|no one|(?:my|our|his|her|their|the|a|some) (?:\\w+ )?${FAMILY}|mum|mom|mummy|mommy|dad|daddy|grandma|grandpa|gran|nan|people)`;
/** Words before the subject. */
const BEFORE =
  "^(?:(?:so|ok|okay|now|then|and|but|well|oh|yeah|yes|no|because|first|yesterday|tomorrow|earlier|later|usually|normally|sometimes|last night|this morning|right|hey|also|maybe|perhaps),? |(?:i|we) (?:think|thought|guess|bet|believe|heard|hope|hoped|suppose|reckon|swear|know|knew|saw|see|dreamt|dreamed|wish)(?: that)? )*";
const ADVERBS =
  "(?:just|already|always|never|ever|usually|normally|often|sometimes|probably|definitely|certainly|accidentally|once|only|also|then|now|soon|later|still|even|quickly|finally|almost|nearly|actually|really|all|both|not)";
/** Auxiliaries: somebody will, may, or should have done it. */
const WILL =
  "(?:(?:'ll|'d(?! (?:like|love|prefer|rather)))| (?:will|would(?! (?:like|love|prefer|rather))|shall|should|might|may|can|could|must|won't|wouldn't|can't|cannot|couldn't|shouldn't|mustn't|don't|didn't|doesn't|never))";
const PLANS =
  "(?: (?:going to|gonna|about to|supposed to|meant to|planning to|trying to|ready to|thinking of|used to|have to|has to|had to|got to|gotta|better|(?:need|needs|want|wants|have|has) to (?:go(?: and)?|remember to|check and)|wanted to|needed to|forgot to|forget to|tried to|decided to|refuse to|managed to))";
const TOLD = `(?: ${ADVERBS}|${PLANS}| (?:am|are|is|was|were|be|have|has|had|'ve)|'m|'re|'s|'ve)*`;

/** Further household verbs; "somebody needs to …" with one of them is a wish. */
const OF_HOME =
  "be|have|get|keep|make|leave|start|stop|run|draw|pull|roll|warm|heat|cool|light|play|record|boil|brew|water|feed|charge|sweep|clean|mop|vacuum|wash|dry|bake|preheat|know|check|hear|see|find out|remember|ask|tell|wake|sleep|go|use";

/** English reports over a whole part: somebody did, does or will do something to a thing, or a thing does it by itself. */
export const ENGLISH_DOERS: readonly RegExp[] = [
  // "I'll turn off the lights", "he would never open it", "we were going to close the blind".
  new RegExp(`${BEFORE}${SOMEBODY}${TOLD}(?:${WILL}|${PLANS})${TOLD} (?:${DO}|${MORE})\\b`),
  // "you could have turned off the light", "you forgot to lock the door"
  new RegExp(
    `${BEFORE}you(?:'ve)?(?:(?: ${ADVERBS}| have| could have| should have| must have)* (?:${DID}|left)| (?:${ADVERBS} )*(?:keep|kept|forgot|always|never|would|might) (?:on )?(?:to )?(?:${DO}|${DOING}))\\b`,
  ),
  new RegExp(`${BEFORE}(?:let me|lemme)(?: (?:just|go|go and|quickly|first|try to))* (?:${DO}|${MORE})\\b`),
  // "my brother turned on the TV", "I think someone opened the door".
  new RegExp(
    `${BEFORE}(?:just )?(?:${SOMEBODY}|who|(?:my|our|his|her|their|the) \\w+)(?:'ve|'d|'s)?(?: (?:has|have|had|just|already|must have|probably|accidentally|never|always|should have|could have))* (?:${DID}|left|started|stopped|drew|pulled|made)\\b(?! of\\b)`,
  ),
  // "the garage door's open": how it is; "could you have left the light on"
  new RegExp(
    `${BEFORE}(?:(?:the|my|our|his|her|their|this|that) (?:\\w+ ){0,2})?(?!let's|what's|who's|where's|how's|when's)\\w+'s (?:(?:still|already|just|all|wide|half|been) )*(?:open|closed|shut|on|off|out|locked|unlocked|stuck|broken|running)\\b`,
  ),
  new RegExp(`^(?:could|would|might|must|should) (?:you|i|we|he|she|they|someone|somebody) have (?:${DID}|left)\\b`),
  // "emma just made it warmer"
  new RegExp(
    `^(?!please|can|could|will|would|now|then|and|just|ok|so|never|don't|not)\\w+ (?:has |had |must have )?(?:just|already|accidentally) (?:${DID}|left|started|stopped|made)\\b`,
  ),
  // "we're lowering the blinds"
  new RegExp(`${BEFORE}${SOMEBODY}(?:'m|'re|'s| am| are| is| was| were)(?: ${ADVERBS})* (?:${DOING})\\b`),
  new RegExp(
    `^(?:(?:thanks|thank you|cheers|sorry|apologies)(?: \\w+){0,3}? (?:for|about)|without|instead of|rather than|no)(?: not| always)? (?:${DOING})\\b`,
  ),
  // "he turns the TV off every night", "the heater turns on at six"
  new RegExp(
    `${BEFORE}(?:he|she|it|mum|mom|dad|everyone|everybody|someone|somebody|nobody|(?:the|my|our|his|her|their|this|that) (?:[\\w']+ ){0,2}[\\w']+)(?: ${ADVERBS})* (?:${DOES}|starts|stops)\\b`,
  ),
  // "the TV won't turn off", "the blind keeps opening"
  new RegExp(
    `${BEFORE}(?:it|they|(?:the|my|our|his|her|their|this|that) (?:[\\w']+ ){0,2}[\\w']+)(?: ${ADVERBS})* (?:(?:won't|will not|wouldn't|would not|doesn't|does not|don't|didn't|did not|can't|cannot|couldn't|never|refuses to|refused to|fails to|failed to|should have|shouldn't have|was supposed to|were supposed to) (?:${DO}|${DID}|start|stop|work|go|come|move|heat|cool|light)|keeps? (?:on )?(?:${DOING}|starting|stopping|going|coming|beeping))\\b`,
  ),
  // "the curtains close when it gets dark"
  new RegExp(
    `^(?:the|my|our|these|those) (?:\\w+ ){0,2}\\w+s(?: ${ADVERBS})* (?:${DO}|go|come|start|stop)(?: on| off| up| down)?(?: (?:when|whenever|if|at|by|every|on their own|automatically|slowly|quickly|after|before|too)\\b|$)`,
  ),
  // "need to shave", "got to find my keys": what somebody is about to do, and not about the home.
  new RegExp(`^(?:just )?(?:need|want|got|have|going|trying|about|off) to (?!(?:${DO}|${OF_HOME})\\b)\\w+`),
  // "film time", "it's nearly bath time"
  /^(?:(?:so|ok|okay|right|well)(?: then)?,? )?(?:it'?s )?(?:nearly |almost |about )?(?:(?:film|movie|story|dinner|tea|lunch|breakfast|supper|bath|game|party|nap|play|study|work|coffee|cocktail|homework) ?time|bedtime|time for (?:bed|dinner|lunch|tea|a (?:film|movie|bath|nap|story)))$/,
  // "it's too early to open the curtains"
  new RegExp(
    `^(?:it'?s|it is|it was|it isn'?t|it'?d be|it would be|that'?s)(?! (?:ok|okay|fine|alright|all right|time|nice|great|good|lovely|cool|awesome|helpful)\\b) (?:\\w+ ){1,3}(?:to|if (?:you|i|we)) (?:not |ever |just )?(?:${DO}|${MORE})\\b`,
  ),
];
