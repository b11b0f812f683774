import { wishSignsBy } from "../wish-signs.ts";

/** Words for people other than the speaker. */
const OTHERS = "(?:he|she|they|someone|somebody|people)";

export const wishSigns = wishSignsBy({
  order:
    /\b(?:(?:i|we)(?:'d| would| do)? (?:really |just |also |only )?(?:want|need|love|like|prefer)|(?:could|can|would|will) you|please|remind|let|make sure|from now on|remember|see to it)\b/,
  tale: /\b(?:used to|was|were|had|did|didn't|yesterday|last (?:night|week|month|year|time)|ago|no longer|any ?more|no way|never|(?:stop|quit|cease|end|hates?|dislike|mind|annoy\w*|tired of)\b.*\b\w+ing|hates?|(?:i|we|you|he|she|they) (?:\w+ )?(?:(?!need)[a-z]{3,}ed|went|came))\b/,
  perhaps:
    /\b(?:if only|imagine|suppos(?:e|ing)|pretend|maybe|perhaps|might|possibly|wonder(?:ing)?|think(?:ing)? (?:of|about)|should (?:i|we)|(?:i|we) should|would be (?:nice|great|lovely)|would have)\b/,
  others: new RegExp(
    `\\b(?:says?|said|wants|wanted|thinks|told|tells|asked|likes|loves)\\b|(?<!\\b(?:when|whenever|if|once|until|unless|as soon as|(?:every|each|any) ?time) )\\b${OTHERS}(?:'s|'re|'ll| \\w+s| would| will| could| should| is| are)\\b|\\bmy (?!home\\b|house\\b|flat\\b|room\\b)\\w+ (?:always |often |usually |never |still )?(?:turns|switches|opens|closes|locks|unlocks|sets|puts|keeps|has|is|does|dims|likes|wants)\\b`,
  ),
  states: /\b(?:is|are|'s|turns|switches|goes|comes|opens|closes|locks|unlocks|keeps|stays|runs|starts|stops|dims)\b/,
  recurs:
    /\b(?:every|each|daily|nightly|weekly|always|from now on|whenever|weekdays?|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:morning|evening|night|afternoon)s|any time|anytime|all the time|as a rule|once a (?:day|week)|regularly)\b/,
  remembers:
    /\b(?:remember|memori[sz]e|keep in mind|bear in mind|don't forget|do not forget|never forget|make a note|take a note|note (?:down|that)|for (?:the record|future reference|next time)|write (?:that|this|it) down|you should know|just so you know|fyi)\b/,
  forgets:
    /\b(?:(?<!don't |do not |never |not )forget|(?:delete|erase|drop|clear|remove) (?:what|that|the|my|everything|all)|(?:don't|needn't|no need to|do not) (?:have to |need to )?remember|no longer true)\b/,
  discards:
    /(?:^|[,.;] ?|\b(?:just|actually|no|please|and|then|can you|could you) )(?:bin|ditch|chuck|scrap|nix|lose) (?:it|that|this|the|my|both)\b/,
  spares:
    /\b(?:leave|leaving|keep|keeping|except|excepting|but not|apart from|other than|as it is|as they are|alone|stays|not the|don't touch|not touch|excluding|besides|spare|still need)\b/,
});
