import type { ObjectionForms } from "./objections.ts";

/** What may stand before an objection in English and says no more than that there is one. */
const OPENING =
  "(?:(?:no+|nope|nah|oops|whoops|sorry|wait|hang on|hold on|actually|hm+|er+m?|um+|uh+|ah|oh|never ?mind|forget it|well)\\b[,.! ]*)*";
const IT = "(?:it|them|that|those|this|these|all of (?:it|them)|both(?: of them)?|everything)";
const WAS = "(?:how|the way|what|where|as) (?:it|they|that|things|everything) (?:was|were|used to be)(?: before)?";
/** That what was done is not what was meant. */
const STRONG =
  "(?:no+|nope|nah|not (?:that|this|those|these)(?: ones?)?|(?:that(?:'?s| is| was) )?(?:the )?wrong (?:one|room|light|lamp|device|place|thing)|(?:that(?:'?s| is| was) )?not (?:what|the one) i (?:meant|said|wanted|asked for)|i mean(?:t)?|i said|i was (?:talking about|thinking of)|i wanted|i asked for)";
const WEAK = "(?:sorry|oops|whoops|wait|hang on|hold on|actually|or rather|correction|er+m?|um+|hm+)";

/** English. */
export const ENGLISH_OBJECTIONS: ObjectionForms = {
  takesBack: [
    new RegExp(
      `^${OPENING}(?:please )?(?:don'?t|do not|don'?t do (?:that|it|this)|not (?:that|this|those)(?: ones?)?|i (?:didn'?t|did not) (?:mean|want|ask for|say) ${IT}|i don'?t want ${IT}(?: (?:on|off|open|closed))?)(?: please)?$`,
    ),
    new RegExp(`^${OPENING}(?:please )?(?:don'?t|do not) (?:turn|switch|put) ${IT} (?<act>on|off)$`),
    new RegExp(`^${OPENING}(?:please )?(?:don'?t|do not) (?<act>open|close|lock|unlock|shut) ${IT}$`),
    new RegExp(
      `^${OPENING}(?:please )?(?:leave|keep|put|set|change|make|turn|bring)? ?${IT}? ?(?:all )?(?:back )?(?:to )?${WAS}(?: please)?$`,
    ),
  ],
  putsBack: [
    new RegExp(
      `^${OPENING}(?:please )?(?:put|set|turn|change|bring) (?:the |my )?(?<what>.+?) back(?: (?:to )?${WAS})?(?: again| please)*$`,
    ),
  ],
  leaves: [
    new RegExp(
      `^${OPENING}(?:please )?(?:leave|keep) ${IT} (?<state>on|off|open|closed|shut|locked|unlocked)(?: please)?$`,
    ),
  ],
  returns: [
    new RegExp(
      `^(?<before>${OPENING}(?:please )?(?:(?:turn|switch|put|flip) (?:${IT} )?(?:all )?)?)(?:back|again) (?<act>on|off)(?<after>)(?: again)?(?: please)?$`,
    ),
    new RegExp(
      `^(?<before>${OPENING}(?:please )?(?<act>open|close|lock|unlock|shut) ${IT})(?: back)? ?(?:up|again)?(?<after>) again$`,
    ),
  ],
  narrows: [
    new RegExp(
      `^${OPENING}(?:please )?(?:i (?:only|just) (?:meant|wanted|want|need) |(?:just|only) (?:turn |switch )?(?:(?<act>on|off|open|close) )?)(?<what>.+?)(?: (?:is enough|is fine|will do|would do|please))*$`,
    ),
  ],
  recalls: [
    /^(?:hey,? |sorry,? |wait,? )?what (?:did you (?:just )?(?:do|change|turn on|turn off|switch on|switch off)|have you (?:just )?(?:done|changed)|(?:just )?happened|was that)(?: (?:just now|there|then))?$/,
  ],
  instead: [
    new RegExp(
      `^${OPENING}not (?:in |on |for )?(?:the |my )?(?<denied>[^,]+?)(?:,| but| -)+ *(?:but |rather |i mean(?:t)? )?(?<rest>.+)$`,
    ),
    new RegExp(`^${OPENING}(?:${STRONG}\\b[,.:! ]*)+(?:but )?(?<rest>.+)$`),
    new RegExp(`^(?:(?<weak>${WEAK})\\b[,.:! ]*)+(?<rest>.+)$`),
    /^(?<rest>.+?),? (?:i mean(?:t)?|i said)$/,
  ],
};
