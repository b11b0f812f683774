import type { UtteranceForms } from "../../utterance/forms.ts";
import { ENGLISH_DOERS } from "./doers.ts";

/** Wake words of assistants that many homes have had before. */
const ASSISTANT = "(?:jia|alexa|siri|google|cortana|bixby|computer|assistant|house|jarvis|olly)";
const GREETING = "(?:hey|hi|hello|ok|okay|oi|yo|good (?:morning|evening|afternoon))";
/** Words between a modal verb and the verb: "could you possibly". */
const ADVERBS = "(?:(?:maybe|perhaps|please|just|kindly|possibly|quickly|also|then|awfully|at least) +)*";

/** Subjects of a purpose: "so the kids can sleep". */
const SOMEBODY = "(?:i|we|he|she|they|it|you|(?:the|my|our|his|her) \\w+)";

/** Purposes: "to create a cosy atmosphere". */
const AIM =
  "create|make|keep|help|let|save|block|enjoy|avoid|prevent|reduce|provide|give|add|allow|protect|maintain|enhance|improve|relax|read|sleep|see|work|cook|eat|watch|study|freshen|match|suit|fit|welcome|celebrate|conserve|get|have|accommodate|combat|wake|calm|prepare|fill|bring|feel|stay|be able|unwind|rest|play|exercise|greet|host|dry|air|clear|look|concentrate|focus|do|go|take|leave|finish|start|avoid|signal|show|hide|cut|kill|chase|scare|lighten|liven|spice|cheer|cosy|cozy|warm (?:the|my|our|it|us|things|up)|cool (?:the|my|our|it|us|things|down)|brighten (?:the|my|our|up)|soften (?:the|things)";
/** To the end, without a second command: nothing joins another to it. */
const TO_END = "(?:(?! and |[,;.!?]).)*$";
/** Words before a question about an ability, and words that make it a request. */
const ASKING = `^(?:(?:so|and|but|${GREETING}|${ASSISTANT}) )*`;
const UNASKED = "(?!.*\\b(?:please|for me)\\b)";

const SOMEBODY_OF_US =
  "(?:my|our|his|her|the) (?:\\w+ )?(?:wife|husband|mum|mom|mother|dad|father|kids?|son|daughter|sister|brother|flatmate|roommate|cleaner|maid|guests?)";

/** Amounts before "is enough". */
const AMOUNT =
  "(?:\\d+|%|percent|degrees?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|max|maximum|minimum)";
/** Words before a bare amount; "the lamp at fifty is fine" is a statement. */
const ALONE =
  "(?:(?:no|oh|well|actually|ok|okay|yes|yeah|sure|hm+|just|about|maybe|perhaps|only|then|make it|i think|i guess|say),? )*";
const ENOUGH =
  "(?:(?: (?:is|would be|will be|should be|'ll be)|'s|'ll be|'d be) (?:(?:just|about|really|quite) )?(?:plenty|enough|fine|good|ok|okay|perfect|right|alright|all right|great|lovely)| plenty| (?:will|should|would|ought to) do|'ll do)(?: (?:it|nicely|the trick|me|us|for (?:now|me|us)))*";

/** English. */
export const ENGLISH_UTTERANCES: UtteranceForms = {
  openings: [
    new RegExp(`${GREETING}(?: there)?(?: ${ASSISTANT})?\\b`, "y"),
    new RegExp(`${ASSISTANT}\\b(?! (?:is|has|lights?|lamps?|alarm)\\b)`, "y"),
    /(?:it'?s|its) me(?: again)?\b/y,
    /right\b(?=,| (?:turn|switch|put|open|close|set|dim|can|could|let|now|so|then|make|i|we|it)\b)/y,
    /(?:listen(?: up)?|look(?=,)|so|well|now then|alright|all right|um+|uh+|er+m?|hmm+|oh|ah)\b(?= |,)(?! (?:there|here))/y,
    new RegExp(
      `(?:(?:do|don't) you (?:think|suppose|reckon) |i don'?t suppose |(?:is there )?any chance |i was (?:just )?(?:wondering|hoping) (?:if )?|i wonder if |is it (?:ok|okay|possible|alright) if )?(?:you|u|we|i) (?:could|can|would|will|might)(?: want to)?(?: mind)? +${ADVERBS}`,
      "y",
    ),
    new RegExp(`(?:could|can|would|will|won'?t) (?:you|u) (?!mind )${ADVERBS}`, "y"),
    /(?:would you )?be (?:a |an )?(?:so |very )?(?:dear|love|darling|sweetheart|angel|star|pal|legend|gem|champ|sport|kind|good|nice)(?: enough)?(?:,)? (?:as )?(?:and|to) /y,
    /(?:could|can|may|might) (?:i|we) (?:get|ask|trouble|bother) you (?:to|for)\b/y,
    /do (?:me|us) a (?:huge |big |small )?fav(?:ou)?r(?: and|,)?/y,
    /(?:if|when) (?:it'?s|its|that'?s|thats)(?: not| no)? (?:too much |much |any )?(?:trouble|bother|ok|okay|alright|all right|possible|fine)(?: with you)?\b/y,
    /(?:if|when(?:ever)?) you(?:'re|'ve| are| have| get| can| could| don'?t| wouldn'?t| would)?(?: got)?(?: a| the)? ?(?:mind|free|ready|chance|time|moment|minute|sec|second|please|like|able to)?\b(?= *,)/y,
    /when(?:ever)? you (?:get|have) (?:a|the) (?:chance|moment|minute|sec|second|time)\b/y,
    /(?:go ahead and|feel free to|why don'?t you|try and|try to|make sure (?:that )?(?:to|you)(?= )|remember to|don'?t forget to|time to)\b/y,
    /(?:pretty |yes |and |but )?(?:please|pls|plz|pleeease|pretty please)\b/y,
    /(?:quick(?:ly)?|hurry(?: up)?(?: and)?|come on|at once|right away|straight away|immediately|asap|urgent(?:ly)?|now)\b(?=,| come| quick| |$)(?! then)/y,
    /just (?=\w)/y,
    /(?:and )?(?:while|since|as long as|as) (?:you|we)(?:'?re| are) (?:at it|on it|about it|on the subject)\b/y,
    /(?:thanks|thank you|cheers|sorry)\b(?=,)/y,
  ],
  closings: [
    new RegExp(`(?:,? )?${ASSISTANT}$`, ""),
    /,? ?(?:please|pls|plz|ta|cheers|thanks|thank you|thx)(?: (?:a lot|a million|ever so much|so much|very much|again|mate|love|dear|buddy|in advance))?$/,
    /,? (?:love|darling|sweetie|sweetheart|honey|hun|babe|dear|dearie|pal|bud|man|dude|bro|guys|sir|my friend)$/,
    /,? ?(?:much appreciated|i'?d appreciate (?:it|that)|appreciate (?:it|that)|would be (?:nice|great|lovely))$/,
    /,? (?:will|would|could|can|won'?t) you$/,
    /,? if (?:you (?:can|could|would|will|don'?t mind|wouldn'?t mind|please|like|have a (?:sec|second|moment|minute))|possible|that'?s (?:ok|okay|alright|all right|possible))$/,
    /,? (?:when|whenever) you (?:get|have) (?:a|the) (?:chance|moment|minute|sec|second|time)$/,
    /,? (?:while|since|as long as|as) (?:you|we)(?:'?re| are) (?:at it|on it|about it|there|on the subject|doing that)$/,
    // "Twenty-one ought to do", "twenty percent is fine"
    new RegExp(`(?<=(?:^|[,.;!] )${ALONE}(?:${AMOUNT}[ -])*${AMOUNT}(?: ?%)?)${ENOUGH}$`),
    /,? (?:real(?:ly)? quick|real(?:ly)? fast|right (?:now|away|this (?:second|minute|instant))|this (?:second|instant)|pronto|sharpish|double quick|asap|straight away|at once|immediately|quickly|a sec)$/,
    /,? ?no (?:rush|hurry|worries|problem|pressure|stress)(?: at all)?$/,
    /,? (?:for me|for us|for (?:our |my |the |some )?(?:guests?|visitors|company|family|kids|children|everyone|everybody)|by any chance|if at all possible)$/,
    /,? (?:for the (?:night|evening|day|rest of the (?:day|night|evening)|moment|time being)|overnight|throughout the (?:night|day|evening))$/,
    /,? (?:ok|okay|alright|all right|hurry(?: up)?|quick)$/,
  ],
  wishes: [
    /(?:please )?(?:make sure|ensure|be sure|make certain|see to it)(?: that)? (?=(?:the|my|our|all|both|every)\b.* (?:is|are|stays?|gets?)\b)/y,
    /(?:i|we)(?:'?d| would) (?:really |also |just )?(?:like|love|prefer)(?: it if)?(?: to have| you to have)? /y,
    /(?:i|we)(?:'d| would)? rather (?!you\b)(?:have|see)? ?/y,
    /(?:i|we) (?:really |just )?(?:want|need|wanna have|wish)(?: to have)? /y,
    /(?:i'?m |i am |we'?re |we are )?(?:gonna|going to) (?:need|want) /y,
    /(?:i|we)(?:'?ll| will) (?:be )?(?:need|want)(?:ing)? (?:to have )?/y,
    /it(?: would|'?d) be (?:nice|great|good|lovely|cool|awesome|helpful) (?:to have|if (?:you|we) (?:could|would|can) |if )/y,
    /(?:let|have) (?:us have )?(?=the |my |our |all )/y,
    /(?:can|could|should) (?=(?:the|my|our|all) .*\b(?:be|go|turn|glow|shine) )/y,
  ],
  passives: [
    / (?:needs?|wants?|ought|has|have) to be /,
    / (?:needs?|wants?) (?=\w+ing\b)/,
    / be (?=(?:turned|switched|put|opened|closed|shut|drawn|locked|unlocked|started|stopped|dimmed)\b)/,
  ],
  because: [
    /(?:just )?let(?:ting)? (?:a (?:little|bit of)|some|the|more|in some|in the|in more) (?:light|sun|sunlight|daylight|air|fresh air|breeze)(?: in)?\b/y,
    /(?:because|cause|'cause|cos|since|seeing(?: as| that)|given that)\b/y,
    /as (?=(?:i|we|he|she|they|it)(?:'?m| am|'?re| are|'?s| is|'?ve| can'?t| cannot| need to| want to)\b)/y,
    new RegExp(`so (?:that )?${SOMEBODY} (?:can|could|don'?t|doesn'?t|won'?t|will)\\b`, "y"),
    // "so it's nice and warm": how it shall have become, and no setting.
    new RegExp(
      `so (?:that )?(?:${SOMEBODY}|everything|everybody)(?:'s|'re|'m|s| is| are| am|'ll be| will be| feels?| gets?) (?:(?:nice|all|lovely|good|not|too|so|really|a bit|bit|properly|and|already) )*(?:warm|warmed up|hot|cosy|cozy|toasty|cool|cold|dark|light|bright|fresh|ready|quiet|dry|clean|nice|comfortable|comfy|done|pleasant|aired)\\b`,
      "y",
    ),
  ],
  statements: [
    /(?:can'?t|cannot|couldn'?t) (?:even )?(?:see|hear|read|sleep|focus)\b(?: (?:a|any)thing| anything| a bloody thing)?/y,
    /(?:my|our|his|her) (?:eyes?|head|ears?|back|feet|legs?|hands?|nose|throat) (?:hurts?|aches?|(?:is|are) \w+)\b/y,
    /(?:i|we) have (?:guests|visitors|company|friends|people|family)\b/y,
    /(?:i|we) (?:want|need|wanna|have|would like) (?:to )?(?:go )?(?:to )?(?:sleep|nap|bed|rest|relax|read|work|study|eat|cook|watch)\b/y,
    /(?:the|my|our) (?:floors?|carpets?|rugs?|room|kitchen|house|place|dishes|laundry) (?:is|are|looks?) (?:so |too |very |really |all |quite |pretty )*(?:dirty|messy|filthy|dusty|sticky|grubby|disgusting|dark|hot|cold|done)\b/y,
    /(?:i|we|he|she|they)(?:'m|m| am|'re| are|'s| is)\b(?! (?:next|near|beside|sitting|standing|talking|under|looking|not|sure|turning|switching|using)\b)/y,
    /(?:i|we) (?:can'?t|cannot|can not) (?:see|sleep|hear|read|focus|concentrate|find)\b/y,
    /(?:i|we)(?:'ve|ve| have) (?:a|an|to|some|got (?:a|an|to))\b/y,
    /(?:my|his|her|our|the|both) (?:hands?|arms?|feet|legs?|eyes?|head|ears?|back) (?:is|are|hurts?|aches?)\b/y,
    /(?:the|my|our|his|her) (?:baby|babies|kids?|child|children|twins|son|daughter|wife|husband|mum|mom|mother|dad|father|grandma|grandpa|guests?|visitors?|dog|cat|film|movie|show|match|sun|neighbou?rs?) (?:is|are|has|have|needs|just|fell|can'?t)\b/y,
    /(?:it'?s|it is) (?:way |far |much |a bit |too |so |very |getting |really |already |almost )*(?:late|early|bedtime|morning|night|sunny|dark|bright|loud|hot|cold|warm|stuffy|noisy|freezing|boiling|raining|snowing|lunch|dinner)\b/y,
  ],
  so: [
    /(?<!\b(?:is|are|am|was|were|be|been|feels?|looks?|sounds?|smells?|gets?|getting|got|not|just|ever|it's|that's|i'm|we're|he's|she's|they're|s|re|m) ),? ?(?:and )?so\b(?! (?:dark|bright|hot|cold|loud|that|far|warm|much|stuffy|quiet))(?! (?:(?:the|my|our) )?\w+ (?:can|could|don'?t|doesn'?t|won'?t|will)\b)/y,
  ],
  repairs: [
    /(?:no(?! (?:need|more|further|one|problem|worries))\b,? ?(?:wait|sorry|hang on|hold on|actually)?|wait,? no|sorry,?|oops,?|i mean|i meant|scratch that|correction|or rather|er+m?|um+|actually)\b,? (?:i mean |i meant |make (?:that|it) |not that one,? )?/y,
  ],
  interruptions: [
    /(?:(?:oh |ah |er+m? |um+ )?no,? (?:wait|sorry|no|hang on|hold on|actually|make it|i mean|i meant)|wait,? no|oh no|i mean|i meant|scratch that|correction|or rather|oops)\b/y,
  ],
  corrections: [
    /(?:no|nope|sorry|actually|oops|wait|rather)(?:,? (?:no|sorry|wait|actually))*,? (?=(?:the|my|our|in) )/y,
  ],
  clarifies: [/i (?:mean|meant)\b/y],
  facts: [],
  afterthoughts: [
    new RegExp(`(?<=.{8}) (?:so as |in order |just )?(?:not )?to (?:${AIM})\\b${TO_END}`),
    new RegExp(
      `(?<=.{8}) (?:so|so that|such that) (?:the|my|our|it|we|i|they|everyone|everybody|nobody|no one|people|you)\\b${TO_END}`,
    ),
    /(?<=.{8}) for (?:an? |the |my |our |some |better |more |extra |added |tonight'?s? )(?:\w+ ){0,3}(?:\w+)$/,
    /(?<=.{8}) for (?:comfort|safety|privacy|visibility|ambian?ce|ambience|warmth|relaxation|reading|sleeping|working|cooking|dinner|lunch|breakfast|bed|bedtime|guests|company|everyone|everybody|us all)$/,
  ],
  asksFor:
    /^(?:(?:hey|ok|and|then|also),? )?(?:please|(?:can|could|would|will) you|play|call|text|ring|order|tell|send|read|search|look up|put on|remind)\b/,
  contrasts: [/not (?=(?:the|that|my|our|in|on) )/y],
  affirmed: [/(?:but )?it(?:'?s| is) /y],
  impersonal: /^(?:it|there)(?:'?s| is| are| was| has)?\b/,
  retracts: [
    /(?:no,? |oh,? |actually,? |wait,? |sorry,? |um,? |but |on second thoughts?,? )*(?:never ?mind(?: (?:that|it))?|forget (?:it|that|about it|i said (?:that|anything))|scratch that|cancel that|leave (?:it|them|that|everything)(?: (?:on|off|open|closed|locked|be|alone|for now|as (?:it is|they are)))?|(?:please )?do(?:n'?t| not)(?: (?:bother|do (?:it|that)|touch (?:it|them|that)))?|skip it|no need(?: to)?|as you were|not (?:now|yet)|i (?:have |'?ve )?changed my mind|stop(?: it| that)?)/y,
    /(?:oh,? |um,? )*(?:actually,? |wait,? |hang on,? |hold on,? )no\b(?: (?:no|thanks|wait|stop))*/y,
    /no(?:,? (?:no|stop|wait|thanks|forget it))+/y,
  ],
  subjects: [
    /(?:i|we|he|she|they|it|there|everyone|everybody|someone|somebody|nobody|no one|my \w+|our \w+|his \w+|her \w+|the (?:kids?|children|baby|dog|cat|guests?|neighbou?rs?|sun|air|rain|weather|film|movie|show|game|match))(?:'s|'re|'m|'ve|'d|'ll)?\b(?! (?:lights?|lamps?)\b)/y,
    /(?:the|an?|some|this|that|these|those|his|her|their) (?:\w+ ){1,2}(?:is|are|was|were|has|have|had|can'?t|cannot|won'?t|keeps?|kept|just|isn'?t|aren'?t|wasn'?t|didn'?t|doesn'?t|don'?t|will)\b/y,
    /(?:guests|visitors|friends|people|company|crumbs|mosquitoes|flies)\b/y,
    /(?:all|both|most|some|none|\w+) of us\b/y,
    /(?:that|this|that's|it's)\b(?! (?:one|light|lamp|fan|room))/y,
  ],
  doers: [
    // "I will start washing the dishes": whoever says so does it.
    new RegExp(
      `^(?:(?:so|ok|okay|now|then|and|(?:when |where )?(?:can|could|should|shall|may|must|do|did)) )*(?:i|we|they|he|she|let me|let'?s|lets|${SOMEBODY_OF_US})(?:'ll|'d|'m|'re|'s|'ve)?(?: (?:am|are|is|was|were|will|would|shall|should|can|could|may|might|must|have|has|had|just|now|soon|then|also|probably|really|to|like|love|want|wants|need|needs|got|going|gonna|wanna|about|plan|planning|try|trying|ready|supposed|prefer|rather|better))* (?:start|starts|started|starting|begin|begins|began|beginning|get started|go on|continue|finish|finished|finishing)(?: (?:on|with))? \\w+ing\\b`,
    ),
    ...ENGLISH_DOERS,
  ],
  quotes: [
    // "mum, can you turn off the light": it is said to her.
    /^(?:hey |oi |oh )?(?:mum|mummy|mom|mommy|dad|daddy|grandma|grandpa|granny|nan|honey|hun|babe|kids|boys|girls|son)(?:, *| )(?=(?:can|could|would|will|please|turn|switch|put|open|close|shut|lock|dim|set|make|go|give|help|have)\b)/,
    // As bright as another thing is: that is looked at nowhere.
    /\bas (?:bright|dark|dim|warm|hot|cool|cold|loud|quiet|high|low|fast|slow) as (?=(?:the|my|our|in|[a-z]+'s)\b)/,
    // "25 degrees is too warm", "it's 25 degrees in here", "the lights should be off by now"
    /^(?:it'?s |it is )?(?:about |only |already |still )*\d+ ?(?:degrees?|percent|celsius|fahrenheit|°|%)(?: c| f)? (?:(?:is|was|feels) (?:\w+ )*(?:hot|cold|warm|cool|bright|dark|loud|quiet|high|low|enough|fine)|in here|inside|in there|outside|out there)$/,
    /\bshould (?:all )?(?:be|have been) \w+ (?:by now|already)$/,
    // "put the lamp on the table", "set the table for four"
    /^(?:please )?(?:put|move|take|bring|carry|place) (?:the|my|that|this|a) (?:\w+ ){1,2}(?:on|in|into|onto|to|under|beside|behind|next to) (?:the|my|that) (?:table|floor|shelf|desk|bed|wall|window|corner|car|box|cupboard|counter|sofa|couch|chair|drawer)$/,
    /^(?:please )?(?:set|lay) the table(?: for \w+)?$/,
    /^(?:please )?(?:turn|switch|put) (?:on|off) (?:the |my )?\w+(?: \w+)? or (?:the |my )?\w+(?: \w+)?$/,
    new RegExp(
      `^(?:(?:please|can you|could you|hey|ok|${ASSISTANT}),? )*(?:play|sing|hum|put on)(?: me| us)? (?:the|a|that) (?:song|track|tune|album|record)(?: called)? (?:turn|switch|open|close|shut|lock|unlock|dim|light)\\b`,
    ),
    /\b(?:in|from) (?:the|a|this|that|my|his|her) (?:book|novel|song|story|film|movie|poem|play|script|lyrics|game|dream|show|episode|article|advert|joke)\b(?=.*\b(?:says?|said|goes|sings?|called|named|line|where|they|he|she|when)\b)/,
    /\b(?:book|novel|song|story|film|movie|poem|play|script|lyrics|game|show|episode|chapter|track|album)(?: is| was|'s)? (?:called|named|titled|entitled|says?|goes|went)\b/,
    /\b(?:just|only) (?:kidding|joking|messing|pulling your leg)\b|\bi (?:was|am|'m)? ?(?:just )?(?:kidding|joking)\b|\bfor example,? if\b|\blet'?s say\b/,
    /\bwouldn'?t it be (?:nice|great|lovely|funny) if\b|\bif only\b/,
    // "26 would be too cold for the AC": how it would be is why something else is wanted, or nothing.
    /\b(?:would|might|could|may|will)(?: (?:only|just|probably|surely|still))? be (?:(?:a bit|a little|a tad|way|far|much|rather) )?too \w+/,
  ],
  warnings: [
    /^(?:so (?:that )?(?:we|i|you|it) don'?t|so as not to|(?:or|or else|otherwise) (?:i|we|he|she|they|it|the \w+|my \w+)(?:'ll| will|'s| is)|don'?t (?:wake|disturb|let))\b/,
  ],
  wonders: [
    /\b(?:see|know|check|remember|recall|sure|tell|find out|wonder|wondering|forget|forgot) (?:if|whether)\b(?! you\b)/,
  ],
  overdue: [],
  complaints: [/(?:(?:way |far |much )?too|a (?:bit|little) too|so|really|very)(?= )/y],
  moments: [
    /\b(?:after|before|once|until|till|while|when|whenever|as soon as|by the time|every|each|next time|if|unless)\b/,
    /\bat (?:about |around )?(?:half|quarter|noon|midnight|dawn|dusk|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/,
  ],
  past: /^(?:it'?s|it is) |\b(?:was|were|had|been|did|didn'?t|ago|yesterday|already|just|last (?:night|week|month|year|time)|went|came|got|has|have|'ve|since)\b/,
  coming:
    /(?:'ll|\b(?:will|going to|gonna|have to|has to|need to|needs to|coming|due|expecting|about to|got|'ve got|have|has))\b/,
  tellings: [],
  moods:
    /\b(?:\w+n['’]?t|need|no|not|he|she|they|him|her|his|their|who|whom|whose|why|when|did|does|can|cannot|never|nobody|noone|none|neither|nor|used|uses|says?|said|saying|told|tells?|asked|asks|thinks?|thought|heard|hears?|knows?|knew|dreamed|dreamt|forgot|remember(?:ed|s)?|likes?|loves?|enjoys?|hates?|dislikes?|prefers?|adores?|would|should|could|might|must|ought|was|were|been|had|has|already|yesterday|ago|usually|often|always|rather|instead|play|song|read|write|poem|story|spell|mean(?:s|t)?|translate|sings?|sang|look(?:s|ed)? up|search|buy|bought|order(?:s|ed)?|send|message|call|email|list|note|called|somebody|someone|everybody|everyone|people|necessary|without)\b/u,
  abilities: [
    new RegExp(
      `${ASKING}(?:can|could|may|might|should|shall|must|will|would|does|do|did) (?:the|my|our|this|that|it) ${UNASKED}`,
    ),
    new RegExp(
      `${ASKING}(?:are|is) (?:you|the|my|our|it|we|he|she|they) .*\\b(?:able|allowed|possible|capable|ready)\\b`,
    ),
    new RegExp(`${ASKING}(?:are|do) you (?:able|know how|ever|usually|always)\\b`),
  ],
  permissions: [
    new RegExp(
      `${ASKING}(?:is|was|will|would|wouldn'?t|isn'?t) (?:it|that|there) (?:be )?(?:(?:even|ever|still|also|really) )?(?:possible|okay|ok|safe|allowed|alright|all right|fine|a way|any way|able|help|worth|better|smart|wise|dangerous|bad)\\b${UNASKED}`,
    ),
    new RegExp(
      `${ASKING}(?:can|could|may|might|should|shall|must|will|would|does|do|did) (?!(?:i|we) (?:have|get|ask|trouble|bother) )(?:i|we|he|she|they|one|anyone|anybody|someone|somebody) ${UNASKED}`,
    ),
  ],
  requests: [],
  modes: [/\b(?:to|in|into|on) (?:the |its )?(?<mode>[a-z]+(?: [a-z]+)?) mode\b/u],
  picks: [/\b(?:one|timer|automation)s? (?:that|which) /u],
};
