import type { MemoryForms } from "../../memory/forms.ts";
import { ENGLISH_OPEN_QUESTIONS } from "./open-questions.ts";

const ADVERB = "(?: now| also| usually| normally| always| generally| mostly| often| typically| tend to| really| do)*";
const OWN = "(?:my|our|the)";
/** A thing by its article: "the floor lamp". */
const THING = "(?:the|my|our|this|that) [\\w'’ -]+?";
const SIDE = "(?<side>before|after|ahead of|past)";
/** On which days, in front. */
const DAYS = "(?:(?<days>(?:on|at|during|every) [\\w ,]+?),? )?";
const PART =
  "(?: (?<part>at night|in the (?:morning|afternoon|evening)|at noon|overnight|in the evenings|in the mornings|at nights))?";

/** English. */
export const ENGLISH_MEMORY: MemoryForms = {
  reached: /\b(?:(?:tele)?phone|mobile|number|address|e-?mail)s?\b/giu,
  facts:
    /^(?:(?:the|my|our|his|her|their) )?[a-z'’ -]+? (?:goes|go|gets|get|is|are) (?:put |taken |collected |picked )?(?:out|up|away|back|collected)\b(?!.*\b(?:then|please)\b)/iu,
  kept: {
    keeps:
      /\b(?:remember|memori[sz]e|note|write (?:it |this |that )?down|don'?t (?:you )?forget|do not forget|never forget|keep in mind|bear in mind|keep a note|save|store|learn)\b/iu,
    states:
      /^(?:(?:by the way|btw|fyi|so|ok|okay|hey|jia|just so you know|also)[, ]+)*(?:(?:my|our|the|his|her|their|this|that|[a-z]+'s)\b[^,;?]*? (?:is|are|'s|=|opens with|unlocks with)|(?:my|our|the)\b[^,;?:]*:|the [^,;?]*'s) ?[^,;?]+$/iu,
    asks: /\?\s*$|^(?:(?:hey|ok|okay|so|and|jia)[, ]+)*(?:what|which|who|where|when|why|how|is|are|do|does|did|can you tell|tell me|forget|delete|turn|switch|set|change)\b|\b(?:remember|forget|note) (?:to|how|when|where|what|which|if|whether)\b/iu,
  },
  events: {
    bedtime: {
      noun: "bed ?-?time|time for bed|time to go to bed|sleeping time",
      does: "go(?:es)? to bed|go to sleep|head to bed|turn in for the night|sleep",
    },
    wakeup: {
      noun: "wake[- ]?up time|waking[- ]up time|getting[- ]up time|time (?:to|for) (?:get|getting) up",
      does: "get up|wake up|get out of bed",
    },
    breakfast: { noun: "breakfast(?:[- ]?time)?", does: "(?:have|eat) (?:our |my )?breakfast" },
    lunch: { noun: "lunch(?:[- ]?time)?", does: "(?:have|eat) (?:our |my )?lunch" },
    dinner: {
      noun: "dinner(?:[- ]?time)?|supper(?:[- ]?time)?",
      does: "(?:have|eat) (?:our |my )?(?:dinner|supper)",
    },
    work: {
      noun: "work|time for work",
      does: "(?:leave|set off|head off|go off|go|head out|leave home|leave the house) (?:for|to) work|start work(?:ing)?|leave for the office|go to the office",
    },
    homecoming: {
      noun: "home ?-?time|(?:the )?time (?:i|we) (?:come|get) home",
      does: "(?:come|get|am|are|arrive) (?:back )?home(?: from work)?|get back from work",
    },
  },
  lead: "(?:(?:hey|hi|hello|ok|okay|oh|well|so|and|also|please|listen|jia|by the way|btw|fyi|just so you know|for your information|no|actually|yes)\\b[,:.!]* *)*",
  tail: "(?:,? (?:please|thanks|thank you|jia|ok|okay|will you|would you|can you))*[ .!]*",
  remember: [
    "(?:(?:can|could|will|would) you |i (?:want|need) you to |i['’]d like you to |you (?:should|must|can) |do )?(?:please )?(?:always )?(?:remember|memori[sz]e|keep in mind|bear in mind|don['’]?t (?:you )?forget|do not forget|never forget|note(?: down)?|make a note|take a note|take note|write down|learn)(?: (?:this|for me|for us|for later|please))*(?: (?:until|till) (?<until>[^,:]+?),?)?(?<that> that| the fact that|:)+ (?<what>.+?)",
    "(?:(?:can|could|will|would) you )?(?:please )?(?:always )?remember(?: (?:until|till) (?<until>[^,:]+?),)?,? (?<what>(?!that\\b|this\\b).+?)",
  ],
  notWhat: [
    /^(?:to|how|when(?:ever)?|if|whether|what|where|who|why|which|not to|me|us|it|this|that|these|those|them|everything|nothing|all)\b/iu,
    /^(?:the |this |that |my |our |current )*(?:scenes?|set ?up|settings?|state|lights? (?:now|like this))\b/iu,
    /\b(?:as|in) (?:an? )?(?:new )?scene\b/iu,
    /\bremind\b/iu,
  ],
  tells:
    /\b(?:is|are|was|were|am|has|have|had|likes?|loves?|prefers?|hates?|needs?|wants?|goes?|comes?|go|can|can['’]?t|cannot|could|must|may|lives?|works?|called|named|means?|belongs?|starts?|ends?|opens?|closes?|eats?|sleeps?|takes?|gets?|costs?|keeps?|stands?|runs?|collects?|arrives?|leaves?|allergic|born|don['’]?t|doesn['’]?t|isn['’]?t|aren['’]?t|won['’]?t|will|should)\b|['’](?:s|re|m|ve|ll)\b/iu,
  names: [
    `(?:from now on,? |in future,? )?(?<mine>i)?(?:we|let['’]?s|you can|please|just|people|everybody|everyone|the kids)?${ADVERB} ?call (?<both>${THING} .+?)(?: from now on)?`,
    `(?:from now on,? |in future,? )?(?<thing>${THING}) (?:is|are|shall be|will be|should be|gets)(?: now| also| just)* (?:called|named|known as) (?<name>.+?)(?: from now on| too| as well)?`,
    `when (?<mine>i)?(?:we|people|the kids)? ?(?:say|talk about|speak of) (?<name>[^,]+?),? (?:i mean|we mean|they mean|that means|that['’]?s|it means|it['’]?s) (?<thing>${THING})`,
    `(?<name>${OWN} [\\w'’ -]+?) (?:is|means) (?:another name for|what (?:we|i|people) call|the same (?:thing )?as|(?:our|my) name for|short for) (?<thing>${THING})`,
  ],
  namesTold: [`(?<name>[\\w'’ -]+?) (?:is|means|stands for) (?<thing>${THING})`],
  unnames: [
    `(?:please )?(?:don['’]?t|do not|stop|never|no longer)(?: calling| call| using the name) (?<both>${THING} .+?)(?: any ?more| any longer)?`,
    `(?<thing>${THING}) (?:is|are) (?:no longer|not) (?:called|named) (?<name>.+?)(?: any ?more| any longer)?`,
  ],
  article: /^(?:the|my|our|a|an|this|that) /iu,
  times: [
    `${DAYS}${OWN} ?(?:usual |normal )?(?<noun>{noun}) (?:is|['’]s|starts|begins|will be|shall be|has moved to|moved to)${ADVERB}(?: at| around| about| by| to)* (?<when>.+?)`,
    `${OWN} ?(?:usual |normal )?(?<noun>{noun}) (?<days>(?:on|at|during) [\\w ,]+?) (?:is|['’]s|starts|begins)${ADVERB}(?: at| around| about| by| to)* (?<when>.+?)`,
    `(?:make|change|move|set) (?:my|our) (?<noun>{noun}) (?:to |at |be )*(?<when>.+?)`,
    `(?<noun>dinner|supper|lunch|breakfast|bed ?-?time) (?:is|starts|begins)${ADVERB}(?: at| around| about)+ (?<when>.+?)`,
    `${DAYS}(?:i|we)(?:['’]ll)?${ADVERB} (?<does>{does})${ADVERB} (?:at |around |about |by |on )*(?<when>(?!the\\b|for\\b|with\\b|early\\b|late\\b|when\\b|if\\b|now\\b|soon\\b).+?)`,
    `(?:my|our) (?<name>[a-z][\\w'’ -]{1,40}?) (?:is|starts|begins)${ADVERB} at (?<when>.+?)`,
  ],
  timesTold: [
    `(?:the |my |our )?(?<noun>{noun}) (?:is|['’]s|starts|begins)${ADVERB}(?: at| around| about)* (?<when>.+?)`,
    `(?:the |my |our )?(?<name>[a-z][\\w'’ -]{1,40}?) (?:is|starts|begins)${ADVERB} at (?<when>.+?)`,
  ],
  and: /,? (?:and|but) |, /iu,
  about:
    /\b(?:at|around|about|by|on|every|each|roughly|sharp|o['’]clock|or so|usually|now|from now on|instead|actually)\b/giu,
  oclock: "{hour} o'clock",
  likes: [
    `(?:i|we)${ADVERB} (?:like|prefer|love) (?:it when |having |to have )?(?<thing>(?:the|my|our|it in the|all the)? ?[\\w'’ -]+?)(?: to be| set| kept| is| are| best)*(?: at| to| on| around)+ (?<value>(?!night\\b|the\\b|my\\b|home\\b).+?)${PART}`,
    `${PART.replace("(?: ", "(?:").replace(")?", ",? )?")}(?:i|we)${ADVERB} (?:like|prefer) (?<thing>(?:the|my|our) [\\w'’ -]+?)(?: to be| set| kept)*(?: at| to| on)+ (?<value>(?!night\\b|the\\b|my\\b).+?)`,
  ],
  liking: /\b(?:like|favou?rite|prefer(?:red)?|comfortable|comfy|co[sz]y|usual|as always)\b/iu,
  favourites: [
    "(?:my|our) (?:favou?rite|preferred) (?<property>[a-z]+(?: [a-z]+)?) (?:for (?<thing>.+?) )?(?:is|are)(?: now)? (?<value>.+?)",
    "(?<value>[a-z][\\w ]*?) is (?:my|our) favou?rite (?<property>[a-z]+)",
  ],
  properties: {
    color: "colou?rs?",
    "target-temperature": "temperatures?|warmth",
    brightness: "brightness|light level",
    volume: "volume",
    "color-temperature": "white",
  },
  parts: {
    morning: "in the mornings?",
    noon: "at noon",
    afternoon: "in the afternoons?",
    evening: "in the evenings?",
    night: "at nights?|overnight",
  },
  command: "set {thing} to {value}",
  commandFor: "set the {thing} to {value}",
  commandOf: "set the {property} of {thing} to {value}",
  lamps: "the lights",
  joining: " and ",
  askAll: [
    "what (?:do|did|have|can) you (?:all )?(?:remember(?:ed)?|know|noted?|memori[sz]ed?|kept in mind)(?: (?:about|of|for) (?<me>me|myself|us))?(?: so far)?\\??",
    "(?:what|which things) (?:have|did) (?:i|we) (?:ask(?:ed)?|told|tell) you to remember\\??",
    "(?:show|tell|list|read)(?: me)? (?:everything|all|what) (?:that )?you(?:['’]ve)? (?:remember(?:ed)?|know)(?: about (?<me>me|us))?\\??",
    "what['’]?s in your memory\\??",
  ],
  askAbout: [
    "what (?:did|have) (?:i|we) (?:say|said|tell you|told you|told|ask you to remember) about (?<about>.+?)\\??",
    "what (?:do|did) you (?:remember|know|note) (?:about|of) (?!me\\b|us\\b)(?<about>.+?)\\??",
    "do you remember (?:what (?:i|we) (?:said|told you) about |anything about )?(?!to\\b|how\\b|when\\b|if\\b|whether\\b|me\\b|it\\b|that\\b)(?<about>.+?)\\??",
    "(?:tell me )?what you (?:remember|know) about (?!me\\b|us\\b)(?<about>.+?)\\??",
  ],
  askTime: [
    "(?:when|what time|at what time|how late)(?: is| was|['’]s) (?:it )?(?:my |our |the )?(?:usual )?(?<noun>{noun})\\??",
    `(?:when|what time|at what time) do (?:i|we)${ADVERB} (?<does>{does})\\??`,
    "(?:when|what time|at what time)(?: is|['’]s| does) (?:my |our |the )?(?<name>[a-z][\\w'’ -]+?)(?: at| start| begin)?\\??",
  ],
  askName: [
    `what (?:do|did) (?:i|we) call (?<thing>${THING})\\??`,
    `what(?:['’]?s| is) (?<thing>${THING}) called\\??`,
    "(?:what|which (?:room|device|one))(?:['’]?s| is) (?<name>(?:the )?[\\w'’ -]+?)\\??",
    "what (?:do i|do we|did i|did we) mean by (?<name>[\\w'’ -]+?)\\??",
  ],
  askLike: [
    "what(?:['’]?s| is) (?:my|our) favou?rite (?<property>[a-z]+)\\??",
    `how (?:warm |bright |loud |high )?do (?:i|we) like (?<thing>${THING})\\??`,
  ],
  askFact: [
    "(?:who|what|where|when|what day|which day)(?:['’]?s| is| are| was)(?: it)? (?:the |my |our )?(?<about>[\\w'’ -]+?)\\??",
    "(?:what|which) day is (?:the |my |our )?(?<about>[\\w'’ -]+?)\\??",
    "(?:who|what|where|when|what day|which day|what time|how many|how much|which)(?: is| are| was| does| do| did| will| can| has| have|['’]s) (?:the |my |our )?(?<about>[\\w'’ -]+?)\\??",
    "(?:is|are|was|were|does|do|did|has|have|can) (?!you\\b|it\\b|that\\b|there\\b)(?:the |my |our |we |i )?(?<about>[\\w'’ -]+?)\\??",
  ],
  free: ENGLISH_OPEN_QUESTIONS,
  forgetIt: [
    "(?:no,? )*(?:forget|delete|drop|undo|scratch|strike|take back) (?:that|it|this)(?: again)?",
    "(?:you )?(?:don['’]?t|needn['’]?t|do not) (?:have to |need to )?remember (?:that|it)",
    "undo(?: it| that)?",
  ],
  forgetAll: [
    "(?:forget|delete|erase|wipe|clear) (?:everything|all)(?: (?:that )?you (?:know|remember)(?:ed)?| of it)?(?: (?:about|of) (?:me|us))?(?: (?:that )?(?:i|we)(?:['’]ve)? (?:ever )?(?:said|told you|asked you to remember))?",
    "(?:clear|wipe|erase|delete) (?:your|the|my) (?:whole )?memory(?: (?:about|of) (?:me|us))?",
  ],
  forget: [
    "(?:please )?(?:you can )?(?:forget|delete|erase|drop)(?: (?:what (?:i|we)(?: said|['’]ve said| told you)?|everything (?:i|we) (?:said|told you)|all (?:i|we) (?:said|told you)))? (?:about |that |the name |the fact that )+(?<what>.+?)",
    "(?:please )?(?:you can )?stop remembering (?:that |about )?(?<what>.+?)",
    "(?:please )?(?:you can )?(?:forget|delete|erase) (?<what>(?:my|our|the|that|how|what) .+?)",
    "(?:you )?(?:don['’]?t|needn['’]?t|do not) (?:have to |need to )?remember (?:that |about )?(?<what>.+?)(?: any ?more| any longer)?",
  ],
  halves: {
    am: "(?:in the )?mornings?|a\\.?m\\.?|before noon",
    pm: "(?:in the )?(?:evenings?|afternoons?)|at night|p\\.?m\\.?|after noon",
  },
  mine: /\b(?:i|my|mine|me|myself)\b/iu,
  ours: /\b(?:we|our|ours|us|everyone|everybody)\b/iu,
  changed: /\b(?:now|actually|from now on|no longer|instead|changed to|has changed|moved to|not .+ but)\b/iu,
  subject: /^(?:(?:the|my|our) )?(?<subject>.+?) (?:is|are|was|has|lives|starts|comes)(?: now| actually)? /iu,
  small:
    /^(?:the|a|an|my|our|your|is|are|was|were|be|am|i|we|me|us|you|it|its|of|in|on|at|to|for|and|or|that|this|about|with|by|from|do|does|did|has|have|had|what|when|where|who|which|how|name|called|s|like|likes?|remember|forget|said|say|told|tell)$/iu,
  used: {
    offset: [`${SIDE} {event}`],
    offsetBehind: [],
    before: /^(?:before|ahead of)$/iu,
    at: ["(?:at|around|about|by|before) {event}", "(?<keep>until|till|from|between|to|and|since|after|past) {event}"],
    clock: (hour, minute) =>
      `${hour % 12 || 12}${minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`} ${hour < 12 ? "am" : "pm"}`,
    atClock: "at {clock}",
    condition: /\b(?:if|when|whenever|unless|while|as long as)\b/iu,
    named: "\\b(?:(?:my|our|the) )?(?:usual |normal )?{name}(?:[- ]?time)?(?![\\w'’-])",
    done: "\\b(?:i|we)(?: usually| normally| always)? {does}(?![\\w'’-])",
    own: "(?:my|our) (?:usual )?",
  },
  liked: {
    favourite: "\\b(?:my|our) (?:favou?rite|preferred) (?<property>[a-z]+)\\b",
    asLiked: [
      "(?:please )?(?:set|put|make|heat|warm|cool|light|dim|turn|bring|adjust|get)(?: up| down)? (?<thing>.+?)(?: up| down| on)? (?:to|at) (?:my|our) (?:favou?rite|preferred|usual) (?<property>temperature|brightness|volume)",
      "(?:please )?(?<does>set|put|have|make|heat|warm|cool|light|dim|turn|brighten|adjust|get)(?: up| down)? (?<thing>.+?)(?: up| down| on)? (?:(?:just )?as|how|like|the way|to how|to what|to the (?:temperature|brightness|level|colou?r)) (?:i|we)(?: usually| always| normally)? (?:like|prefer|want)(?: (?:it|them|that))?",
    ],
    impliedBy: {
      "target-temperature": "heat|warm|cool",
      brightness: "light|dim|brighten",
    },
    alone: [
      "(?:please )?(?:set|make it|put on|use|go for|show|turn on|give me|choose|pick) (?:my|our) (?:favou?rite|preferred) (?<property>[a-z]+)(?: (?:in|on|for) (?<where>(?:the|my|our) [\\w'’ -]+|here|in here))?",
    ],
    comfortable: [
      "(?:please )?(?:make|get|set)(?: (?:it|things|everything|this place|this room))+ (?:nice and |all |more )?(?:comfortable|comfy|the way (?:i|we) like it|how (?:i|we) like it|as (?:i|we) like it|to my liking|just right)(?: (?<where>here|in here|(?:in|on) (?:the|my|our) [\\w'’ -]+))?",
      "(?:please )?(?:make|get|set) (?<where>(?:the|my|our) [\\w'’ -]+?) (?:nice and |all |more )?(?:comfortable|comfy|to my liking|just right)",
    ],
  },
};
