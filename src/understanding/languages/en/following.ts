import type { FollowingForms } from "../../utterance/forms/following.ts";
import { ENGLISH_TELLINGS } from "./tellings.ts";

/** Words before any follow-up. */
const LEAD =
  "(?:(?:oh|ah|aha|well|hm+|um+|er+m?|no|nope|ok|okay|good|great|right|yes|yeah|sorry|oops|wait|hang on|actually|so|and|but|now|then|please|just|thanks?|thank you)\\b[,. ]*)*";
const IT = "(?:it|that|this|them|those|these)";
/** Subjects of remarks. */
const WHO =
  "(?:it|that|this|they|these|those|he|she|i|we|everyone|everybody|someone|(?:the|my|our|his|her) [\\w'-]+(?: [\\w'-]+)?|[a-z]+)";
/** A complaint of excess in front. */
const TOO =
  "(?:(?:(?:that|it|this)(?:'s| is| was) )?(?:(?:a (?:bit|little)|far|way|much|now|still|just) )*too [a-z]+(?: now)?[,. ]+)?";
const COUNT = "(?<n>\\d+(?:\\.\\d)?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|half a)";
const UNIT = "(?: (?<unit>degrees?|percent|%|points?|notch(?:es)?|levels?|steps?))?";
const SO_NOW = "(?: (?:already|now|anyway|by now|then|after all|again|too|at last|finally|today))*";
/** States in which waiting is over. */
const OVER =
  "(?:done|ready|finished|out|over|fed|back|gone|asleep|awake|cooked|burnt|boiled|dry|clean|fine|sorted|enough|plenty|home|in bed|here|up|empty|full|off to [a-z]+)";

/** Verbs of defects. */
const DOES =
  "work(?:ing)?|come on|coming on|turn on|turning on|go on|going on|start(?:ing)?|light(?:ing)? up|light|respond(?:ing)?|react(?:ing)?|do anything|doing anything|cool(?:ing)?(?: down)?|heat(?:ing)?(?: up)?|spin(?:ning)?|charge|move|moving|blow(?:ing)?|making (?:any )?(?:cold|heat|sound|noise)|make (?:any )?(?:sound|noise)|play anything";

/** English. */
export const ENGLISH_FOLLOWING: FollowingForms = {
  remarks: [
    new RegExp(
      `^${LEAD}(?:never ?mind|forget it|you know what|on second thoughts?|(?:i(?:'ve)? )?changed my mind|my mistake|come to think of it)$`,
    ),
    /^(?:oh|ah|well|hm+|um+|er+m?|ok|okay|good|great|right|sorry|oops|actually|perfect|lovely|nice|cool|thanks?|thank you|cheers)(?:[, ]+(?:then|now|thanks?|thank you|that'?s (?:better|good|great|nice)))*$/,
    new RegExp(
      `^${LEAD}${WHO}(?:'s|'re|'ve| is| are| was| were| has| have| has been| have been|'s been|'ve been)(?: (?:just|all|already|been|now|nearly|almost|not))* ${OVER}${SO_NOW}$`,
    ),
    // What somebody did just now is told, and not asked for.
    new RegExp(
      `^${LEAD}(?:i|we|he|she|they|mum|dad)(?:'ve|'s| have| has)(?: (?:just|already|now|all))* (?!got\\b|to\\b)[a-z]+(?: [\\w'-]+){0,4}$`,
    ),
    new RegExp(
      `^${LEAD}(?:(?:that|it|this)(?:'s| is| was) )?(?:(?:a (?:bit|little|touch)|far|way|much|still|now|just|really|rather) )*too [a-z]+(?: (?:for|in|like) [\\w' ]{1,24})?(?: now)?$`,
    ),
    new RegExp(
      `^${LEAD}(?:that|it|this)(?:'s| is| was) (?:(?:a (?:bit|little)|still|now|really) )*(?:not (?:good|nice|right|great|it)|(?:even )?worse|horrible|awful|terrible|blinding|no good|rubbish|better|much better)$`,
    ),
    new RegExp(
      `^${LEAD}(?:i|we)(?:'m| am|'re| are) (?:(?:just|all|now|already|fine|off|going|too|still) )*(?:watching|reading|using|working|listening|cooking|sitting here|done|fine|good|warm enough|cold|hot|tired|up|awake|home|back|busy)${SO_NOW}$`,
    ),
    new RegExp(
      `^${LEAD}(?:i|we|he|she|they) (?:can'?t|cannot|couldn'?t|don'?t|doesn'?t) (?:see|hear|sleep|concentrate|like it|like that|need it|need that|work)(?: [\\w']+){0,3}$`,
    ),
    new RegExp(
      `^${LEAD}(?:the )?(?:baby|kids?|children|neighbou?rs?|everyone|[a-z]+)(?:'s| is|'re| are) (?:sleeping|asleep|awake|complaining|trying to sleep|coming|napping)${SO_NOW}$`,
    ),
    new RegExp(`^${LEAD}change (?:that|it)(?:,? please)?$`),
    ...ENGLISH_TELLINGS,
  ],
  stays: [
    // "The colour stays as it is"
    new RegExp(
      `^${LEAD}(?:but )?(?:leave|keep) (?:the |my )?[\\w' ]+ (?:as it is|as is|as they are|alone|the same|like that|unchanged)$`,
    ),
    new RegExp(
      `^${LEAD}(?:but )?(?:the |my )?[\\w' ]+ (?:stays|can stay|should stay|is fine|are fine|is ok|is good)(?: (?:as it is|as is|as they are|the same|like that|as it was))?$`,
    ),
  ],
  waits: [
    /^(?:(?:oh|no)[, ]+)*(?:wait|hang on|hold on|one (?:sec|second|moment)|just a (?:sec|second|moment|minute))$/,
  ],
  doneByUs: [
    new RegExp(
      `^${LEAD}(?:i|we)(?:'ll|'d| will| can| want to| prefer to| would rather)(?: (?:just|rather|better|only))* (?:do|see to|handle|manage|take care of|turn|switch|get|close|open|put)(?: (?:${IT}|(?:the|my) [\\w ]+?))?(?: (?:off|on|out))?(?: (?:myself|ourselves|by myself|by hand|later|from here|manually))*$`,
    ),
  ],
  reported: [
    new RegExp(
      `^${LEAD}(?:s?he|they|mum|mom|mummy|dad|daddy|granny|grandma|grandpa|everyone|everybody|my (?:wife|husband|mum|mom|dad|son|daughter|sister|brother|mother|father)|the (?:kids?|children|baby)|(?!(?:i|we|it|that|this|these|those|there|you|who|what|which|one|none|nobody|noone|someone|somebody|anyone|anybody|people|nothing|something|everything)\\b)[a-z]{2,12})(?:'d like| (?:(?:just|only|also|really|now) )*(?:says?|said|wants?|wanted|prefers?|preferred|meant|means|thinks|needs|likes|would like|asked for|asks for))(?: (?:it|that|to have it|it to be|it should be|make it|it's))?(?: (?:at|to|on))? (?<rest>.+)$`,
    ),
  ],
  origins: [
    new RegExp(
      `^${LEAD}(?:please )?(?:(?:put|set|change|turn|bring|go|get|take)(?: (?<every>everything|things|all of it|all of them|it all|them all|the (?:whole )?lot)| ${IT})? )?(?:all )?(?:back )?(?:to )?(?:how|the way|what|where|as) (?:${IT}|they|things|everything) (?:was|were)(?: (?:on|at|set to))? (?:(?:right )?at (?:first|the (?:very )?(?:start|beginning|outset))|(?:to begin|to start) with|originally|in the first place|(?:when|before) (?:we|i|you) (?:started|began|came in)|before (?:all (?:of )?(?:this|that)|everything|we started|i started|any of this)|(?<complained>before (?:i|we|he|she|they|anyone) (?:complained|moaned|said (?:anything|something|that|it)|asked|spoke|mentioned it|whined|grumbled)))(?:,? please)?$`,
    ),
    new RegExp(
      `^${LEAD}(?:please )?(?:(?:put|set|change|turn|bring|go|get|take)(?: (?<every>everything|things|all of it|all of them|it all|them all|the (?:whole )?lot)| ${IT})? )?(?:all )?(?:the way )?back to (?:(?:the|its|their) )?(?:very )?(?:original|first|initial|starting) (?:state|one|settings|(?<value>value|number|setting|level)|(?<what>[a-z ]+?))(?:,? please)?$`,
    ),
    new RegExp(
      `^${LEAD}(?:please )?(?:(?:put|set|change|turn|bring|go|get|take)(?: (?<every>everything|things|all of it|all of them|it all|them all|the (?:whole )?lot)| ${IT})? )?(?:all )?(?:the way )?back to (?:where|how) (?:(?:we|i) (?:started|began)|it (?:all )?(?:started|began))(?: (?:from|off))?(?:,? please)?$`,
    ),
  ],
  sameAs: [
    // "The spotlights to the same brightness as the floor lamp", "same as the other one"
    new RegExp(
      `^${LEAD}(?:please )?(?:(?:make|set|put|turn|bring|have|give) )?(?:${IT} |(?:the )?(?<subject>(?!same\\b)[\\w' -]+?) )?(?:to |at |on )?(?:exactly )?(?:the )?same (?<prop>brightness|volume|temperature|level|speed|humidity|colou?r temperature|position|height|setting|value)?(?: ?(?:as|like)) (?:${IT}|(?<other>(?:the )?other(?: one)?)|(?<what>.+?))(?: (?:is|has|one is))?(?:,? please)?$`,
    ),
    // "The spotlights to the same"
    new RegExp(
      `^${LEAD}(?:please )?(?:(?:make|set|put|turn|bring|have|give) )?(?:the )?(?<subject>(?!same\\b|${IT}\\b)[\\w' -]+?) (?:to|at|on) (?:exactly )?the same(?: (?<prop>brightness|volume|temperature|level|speed|humidity|colou?r temperature|position|height|setting|value))?(?: too| as well)?(?:,? please)?$`,
    ),
    new RegExp(
      `^${LEAD}(?:please )?(?:(?:make|set|put|turn|bring|have) )?(?:${IT} |(?:the )?(?<subject>(?!same\\b)[\\w' -]+?) )?(?:just |exactly )?as (?<prop>bright|dim|dark|loud|quiet|warm|hot|cold|cool|fast|strong|high|low|far) as (?:${IT}|(?<other>(?:the )?other(?: one)?)|(?<what>.+?))(?: is| one is)?(?:,? please)?$`,
    ),
    new RegExp(
      `^${LEAD}(?:please )?(?:match|like) (?:(?<other>the other(?: one)?)|(?<what>(?:the|my) .+?))(?:,? please)?$`,
    ),
  ],
  uses: /\b(?:watching|listening to|using|enjoying|playing on)\b/,
  toldOf:
    /\b(?:is|are|was|were|am|be|been|isn['’]?t|aren['’]?t|not|never|will|would|won['’]?t|must|should|shall|may|might|does|did|do|don['’]?t|doesn['’]?t|can|could|has|have|had|why|how|who|what|which|when|where|if|whether)\b|n['’]t\b/,
  judges: /\b(?:is|are|was|were|too|not|never|enough|if|would|could|should|how|what|why)\b|n['’]t\b|\?/,
  between: [
    new RegExp(
      `^${LEAD}(?:please )?(?:(?:make|set|put|go|take|try|have|give me|let'?s (?:say|try|go|have)|how about|what about|maybe|say|somewhere|something|then)(?: ${IT})? )*(?:to |for )?(?:(?:(?:half ?way|midway|right|exactly|in the middle|the middle|the mean|the average)(?: of)? )?(?:in ?between|between)(?: (?:those|these|the|them|the last)(?: two| both)?(?: values| numbers| settings)?)?|(?:half ?way|midway|in the middle) of (?:those|these|the|them|the last)(?: two| both)?(?: values| numbers| settings)?|split the difference|meet in the middle)(?:,? (?:then|please|instead))*$`,
    ),
  ],
  swaps: [
    new RegExp(
      `^${LEAD}(?:please )?(?:(?:make it |do it |put it |turn it )?(?:the )?other way (?:a)?round|(?:swap|switch) (?:them|those|the two|these|it)(?: (?:a)?round| over)?|vice versa|in reverse)(?:,? please)?$`,
    ),
  ],
  onceMore: [
    new RegExp(
      `^${LEAD}(?:please )?(?:do )?(?:that|it|the same|same|same thing|the same thing)(?: thing)? (?:again|once more|one more time|another time)(?:,? please)?$`,
    ),
    new RegExp(
      `^${LEAD}(?:please )?(?:another(?: one| step| notch| bit)?|one more(?: step| notch| time)?|once more|a(?: little)? bit more|some more|a little more|more|again|keep going)(?:,? please)?$`,
    ),
    /^(?:and )?(?:same again|repeat that|do another)(?:,? please)?$/,
  ],
  utmost: [
    new RegExp(
      `^${LEAD}(?:please )?(?:(?:go|take|turn|put)(?: ${IT})? )?(?:all the way|the whole way|right to the (?:end|top|bottom)|as far as (?:it|they) (?:goes|go|will go)|as (?:much|far) as possible|to the (?:max|maximum|limit))(?: (?:up|down|then|please))*$`,
    ),
  ],
  stepsBack: [
    {
      said: new RegExp(
        `^${LEAD}${TOO}${LEAD}(?:please )?(?:(?:take|knock|shave)(?: (?:it|that))? ${COUNT}${UNIT} (?:back )?off(?: of it)?|(?:(?:take|bring|turn|put)(?: (?:it|that))? )?(?:back )?(?:by )?${COUNT}${UNIT} (?:back down|down again))(?: (?:again|it|please))*$`,
      ),
      plain: ({ n = "", unit = "" }) => `lower it by ${numberOf(n)} ${unit}`.trim(),
    },
    {
      said: new RegExp(
        `^${LEAD}${TOO}${LEAD}(?:please )?(?:(?:put|add)(?: (?:it|that))? ${COUNT}${UNIT} (?:back(?: on)?|on again)|(?:(?:take|bring|turn|put)(?: (?:it|that))? )?(?:back )?(?:by )?${COUNT}${UNIT} (?:back up|up again))(?: (?:again|it|please))*$`,
      ),
      plain: ({ n = "", unit = "" }) => `raise it by ${numberOf(n)} ${unit}`.trim(),
    },
    {
      said: new RegExp(
        `^${LEAD}${TOO}${LEAD}(?:please )?(?:(?:go|take|turn|bring|put|come)(?: (?:it|that))? )?back (?<way>up|down) (?:by )?${COUNT}${UNIT}(?: (?:again|please))*$`,
      ),
      plain: ({ way, n = "", unit = "" }) => `${way === "up" ? "raise" : "lower"} it by ${numberOf(n)} ${unit}`.trim(),
    },
  ],
  cancelsThat: [
    new RegExp(
      `^${LEAD}(?:please )?(?:(?:can|could) you )?(?:cancel|stop|delete|remove|scrap|kill|drop|turn off|switch off) (?:(?:(?<that>that|this)|the|my)(?: one| (?:timer|alarm|reminder|countdown))|mine)(?: (?:now|then|please|again))*$`,
    ),
  ],
  declinesDeed: [
    new RegExp(
      `^${LEAD}(?:please )?(?<weak>don'?t|do not|no need to|you needn'?t|you don'?t (?:need|have) to) (?:bother to )?(?:(?:turn|switch|shut|put) ${IT} (?<act>on|off)|(?<act>open|close|lock|unlock) ${IT})(?: (?:after all|then|please|any ?more|though))*$`,
    ),
    new RegExp(
      `^${LEAD}(?:please )?(?:leave(?: out)?|skip|drop|scrap|cancel|forget(?: about)?|never ?mind|no need for|don'?t bother with|i don'?t need|we don'?t need) (?:about )?(?:the |that )?(?:(?:(?:switching|turning|shutting|putting)(?: ${IT}| (?:the|my) [\\w ]+?)? )(?<act>on|off)|(?<act>opening|closing|locking|unlocking|starting|stopping)(?: ${IT})?)(?: (?:part|bit|one|again))*(?: out)?(?: please| then| though)*$`,
    ),
  ],
  asksLeft: [
    new RegExp(
      `^${LEAD}(?:how long|how much longer|how much time|how many minutes)(?: (?:has|have|does|do|is|are|will|until|till|before)| (?:it|that|this|one|the one|there|still|got|left|to go|remaining|need|needs|take|going|be|run|for|more|it's|done|finished))*$`,
    ),
    new RegExp(
      `^${LEAD}when(?: (?:is|will|does))? (?:it|that|this)(?: (?:be|is|going to be|get))? (?:done|finished|finish|ready|over|through|end|ends)$`,
    ),
  ],
  asksTouched: [
    new RegExp(
      `^${LEAD}(?:(?:did|have) you|you (?:did not|didn'?t|haven'?t|have not)) (?:also |just |even )?(?:change|touch|alter|do anything (?:to|with)|adjust|move|changed|touched|altered|done anything (?:to|with)|adjusted|moved) (?:the |my )?(?<what>[^,]+?)(?: (?:too|as well|also|either|at all))*(?:,? (?:did|have) you)?$`,
    ),
  ],
  defects: [
    new RegExp(
      `^${LEAD}(?:i think |it looks like |it seems |looks like )?(?:the |my |our |that )?(?<what>[^,]+?) (?:just |still |suddenly |always )*(?:(?:does not|doesn'?t|do not|don'?t|won'?t|will not|can'?t|isn'?t|is not|aren'?t|are not|no longer|hasn'?t been) (?:${DOES})|(?:has |have )?(?:stopped|quit) (?:${DOES}))(?: (?:any ?more|any longer|properly|right|at all|again|up|out|anything|now|today))*(?: since [^,]+)?$`,
    ),
    new RegExp(
      `^${LEAD}(?:i think |it looks like |it seems |looks like )?(?:the |my |our |that )?(?<what>[^,]+?) (?:(?:is|are|seems?|looks?|must be|might be|may be|could be)(?: to be)? (?:probably |totally |completely |all )?(?:broken|dead|faulty|defective|kaput|out of order|bust(?:ed)?|burnt out|bu?rned out|on the blink|acting up)|(?:has |have )?(?:just )?(?:broken|broke|died|packed up|given up|burnt out|conked out)(?: down)?)(?: again)?$`,
    ),
    new RegExp(
      `^${LEAD}(?:is there |there'?s |there is )?(?:something|anything)(?:'?s| is)? wrong with (?:the |my |our |that )?(?<what>[^,]+?)$`,
    ),
  ],
  asksAny: [
    new RegExp(
      `^${LEAD}(?:(?:are|is) (?:there )?)?any(?: of (?:them|those|these)|thing| one)?(?: left)?(?: that(?:'s| is| are))? still (?<state>on|off|open|closed|unlocked|locked|running)(?: now)?$`,
    ),
    new RegExp(`^${LEAD}(?:are|is) any (?:of (?:them|those|these) )?(?<state>on|off|open|closed|unlocked|locked)$`),
  ],
  asksWhen: [
    new RegExp(
      `^${LEAD}(?:when|what time|at what time)(?: exactly)? (?:does|will|is|do|are) (?:it|that|this|the alarm|the timer|the reminder|(?<several>they|those|these|both(?: of them)?|the alarms|the timers|the reminders))(?: (?:go|goes|going|going to|ring|rings|due|be|set|happen|happens|off|up|for|end|over|to))+$`,
    ),
    // "What time is it" asks the clock.
    new RegExp(
      `^${LEAD}(?:(?:what time|when)(?: exactly)? (?:will|would) (?:it|that|this)|when(?: exactly)? is (?:it|that|this)|what time(?: exactly)? is (?:that|this))(?: be)?(?: then)?$`,
    ),
  ],
  asksWhichOf: [
    new RegExp(
      `^${LEAD}(?:which|what) (?:ones?|of (?:them|those|these))(?:'s| is| are)?(?: still)? (?<state>on|off|open|closed)(?: now| right now)?$`,
    ),
  ],
};

const WORDS: readonly string[] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A number in digits: "one" is a pronoun beside a verb. */
function numberOf(word: string): string {
  const at = WORDS.indexOf(word);
  if (at >= 0) return String(at + 1);
  return word === "fifteen" ? "15" : word === "twenty" ? "20" : word === "half a" ? "0.5" : word;
}
