import type { UnsupportedForms } from "../../utterance/forms/unsupported.ts";

/** More or less of something. */
const MORE =
  "(?:more|less|higher|lower|warmer|hotter|cooler|colder|brighter|lighter|dimmer|darker|louder|quieter|faster|slower|stronger|weaker|above|below|over|under)";
/** Words for the usual value; a step from it is supported. */
const NOW =
  "(?:that|this|it|now|before|usual|normal|currently|at the moment|the current|what it is|(?:a|an|\\d|one|two|three|four|five|ten|fifteen|twenty|thirty)\\b)";

/** English. */
export const ENGLISH_UNSUPPORTED: UnsupportedForms = {
  compares: [
    /\bsame\b.* as\b(?! (?:before|usual|always|ever|last time|yesterday)\b)/u,
    /\bas (?!soon|long|well|far|quick|much as|many|little as)\p{L}+ as (?!possible|usual|before|ever|needed|necessary|(?:it|they|you|we|i)\b)/u,
    new RegExp(
      `\\b(?:degrees?|percent|per cent|points?|notch(?:es)?|steps?|hours?|minutes?)(?: \\w+)? ${MORE} than (?!${NOW})|% ${MORE} than (?!${NOW})`,
      "u",
    ),
    /\b(?:degrees?|percent|points?|notch(?:es)?|steps?) (?:above|below|over|under) (?:the|my|our|what|\w+['’]s)\b/u,
    new RegExp(`\\b${MORE} than (?:the|my|our|in|inside|outside|\\w+['’]s)\\b`, "u"),
    /\b(?:half|twice|double|triple|a (?:third|quarter)|(?:two|three) (?:thirds|quarters)|(?:one and a (?:half|quarter)|[\d.]+|two|three|four) times)(?: of)? (?:what|(?:the|my|our) (?:[\w'’]+ ){1,3}?(?:light|lamp|lights|lamps|strip|spots|fan|speaker|tv|ac|heater|one)\b|the (?:volume|brightness|temperature|speed|level)|its|that|as \w+ as)\b/u,
    /\b(?:one and a (?:half|quarter)|\d\.\d|two and a half) times\b/u,
    /\bhalf as (?:much|many|\w+) again\b/u,
  ],
  picks: [
    // A rule for a while only, and what is only to be looked at.
    /\bif\b[^,]*\b(?:gets?|goes|rises?|drops?|falls?)\b[^,]*\b(?:above|over|below|under|than)\b.*\b(?:(?:in|within|over) the next|within|tonight|today|this (?:morning|afternoon|evening)|before|by)\b/u,
    /\b(?:check|see|look|find out)\b(?: for me)? (?:if|whether)\b.*\b(?:gets?|goes|rises?|drops?|falls?)\b/u,
    // How far both shall go is said behind the second, and one of all is left out.
    /\b(?:open|close|shut) .+ and .+ half ?way,? (?:but|except|and leave|only)\b/u,
    /\b(?:whichever|whatever|whoever)\b/u,
    // Half of what another thing has, and no half of its own.
    /\b(?:half|twice|double|(?:a|one) (?:third|quarter) of) the (?:brightness|volume|temperature|speed|level|position) of (?!(?:that|it|this|now)\b)/u,
    /\bany (?:that|which|of (?:them|those|these) (?:that|which))\b/u,
  ],
  sets: [
    // "Add a little to the bedroom light", "add ten percent to the lamp": it is more of something.
    /^(?:please |can you |could you |now |ok |okay |i want to |i'?d like to )*add (?:the|my|our|a new|this|that|another|an?) (?!(?:bit|little|touch|lot|few|tad|notch|couple|degree|percent|minute|hour|half|quarter|alarm|timer|reminder)\b)(?:[\w'’]+ ){1,4}?(?:to|into|in) (?:the |my |our |this |that )?[\w'’]+(?:(?: [\w'’]+){0,2} (?:room|home|house|flat|apartment|floor|group|list)|(?: room)?)$/u,
    /\b(?:create|make|add|set up|build|define|invent|program|configure)(?: me| us)? (?:an?|the|my|our|another|some)(?: new)? (?:[\w'’-]+ ){1,3}(?:mode|scene(?![^:]*:))\b(?! (?:brighter|darker|dimmer|warmer|cooler|louder|quieter))/u,
    /\b(?:create|make|add|set up|build|define|invent|program|configure)(?: me| us)? (?:an?|another)(?: new)? (?:mode|scene(?![^:]*:))\b/u,
  ],
  owns: [/\bmy (?:own )?room\b/u],
  unless: [/\bunless\b|\bexcept (?:if|when|while)\b/u],
  waits: [/\bwhen (?:the time|time|it)(?:['’]s| is) up\b/u],
  reckons: [
    // Whether something rings is told by no lamp that is on.
    /\b(?:will|does|do|is|are|would)(?:n['’]?t)? (?:it|that|they|the (?:alarm|timer|reminder)s?)(?: still| also)* (?:go(?:ing)? (?:to )?)?(?:ring|wake|remind|go off|going off)\b/u,
    /\bhow (?:many|much)(?: \w+)? more\b.*\b(?:until|till|to go|before|to reach|to get)\b/u,
    // At how much it stops is no part of how it is now.
    /\b(?:what|which|how (?:many|much|high|low|full)) ?(?:percent(?:age)?|per cent|level|temperature|charge|degrees?|humidity|point|number)?\b.*\b(?:will|would|does|do|is|are)\b.*\b(?:stop|start|finish|switch|turn|shut|cut|kick|begin|cut out|pause)(?:s|ing)?\b.*\bat\??$/u,
    /\bhow many more (?:degrees?|percent|points?)\b/u,
    // Which of two has more or less of something; which value is lower is told.
    /\bwhich(?: one| of them)?(?:['’]s got| has(?: got)?|['’]s| is) (?:less|more|fuller|emptier|most|least)\b.* or \b/u,
    /\b(?:why|how come)\b.*\b(?:always|keeps?|never|every time)\b/u,
    /\bhow (?:much|many \w+|far)(?: \w+)?(?: (?:is|are))? (?:left|missing|short|off|to go|away)\b.*\b(?:until|till|before|to|of|from)\b.*(?:\d|\b(?:full|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|target)\b)/u,
    /\b(?:why|how come)(?:['’]s|['’]re| is| are| does| do| has| have)?\b.*\bstill\b/u,
  ],
};
