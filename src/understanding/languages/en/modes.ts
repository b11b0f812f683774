import type { ModeForms } from "../../utterance/forms/modes.ts";

const PLEASE = "(?:please |can you |could you |let'?s )?";
const HOME = "(?:the |our |my )?(?:house|home|flat|apartment|place)";
const NAME = "(?<name>[^,;]+?)";
const END = "(?: now| please)*";

const ALL = "(?:every(?:one|body)|the whole family|the whole house)";
const CALLED = "(?:jia|everyone|everybody|all|home|house)";
const HELLO = `(?:(?:hey|hi|hello|ok|okay|well|so|right|yes|yeah|jia|(?:good )?morning(?: ${CALLED})?)[,.! ]+)*`;
const UP = `(?:(?:(?:i'?m|i am|we'?re|we are)(?: all)?|${ALL}(?:'s| is))(?: (?:already|finally|just|now))* (?:up|awake)(?: and about)?|(?:(?:i|we)(?:'ve| have)? )?(?:only )?just (?:woken|woke|got|gotten) up|(?:i|we)(?:'ve| have)? (?:woken up|got up|woke up)|rise and shine|time to get up)(?: (?:now|early|already|again|today|this morning))*`;
const TELL = "(?:so |and |hey |jia[, ]+|please |tell me |can you tell me |do you know )*";
const EXACTLY = "(?: exactly| anyway| again)?";
const MAKE =
  "(?:please |can you |could you |i want (?:you )?to |i'd like to )*(?:make|create|add|set up|i want|i'd like|i need)";
const SINCE_WHEN = "(?:when|(?:at )?what time|how long ago)";
const BEGUN = "(?:begun|began|started|come on|came on|turned on|switched on|activated|set|begin|start|come on|go on)";

/** "Put the house in holiday mode", "guest mode on", "which mode are we in". */
export const ENGLISH_MODES: ModeForms = {
  home: [
    new RegExp(`^${PLEASE}(?:put|switch|set|bring) (?:us|everything) (?:in|on|to|into) (?:the )?${NAME} mode${END}$`),
    new RegExp(
      `^${PLEASE}(?:switch|change|set|put|turn|bring) ${HOME} (?:in|on|to|into) (?:the )?${NAME}(?: mode)?${END}$`,
    ),
    new RegExp(`^${HOME} (?:in|on|to|into) (?:the )?${NAME} mode${END}$`),
  ],
  named: [
    new RegExp(
      `^${PLEASE}(?:switch|change|go|turn|activate|start|begin|enable|enter|set)(?: on| to| into)? (?:the )?${NAME} mode(?: on)?${END}$`,
    ),
    new RegExp(`^(?:the )?${NAME} mode(?: on)?${END}$`),
  ],
  word: " mode",
  bare: {
    goes: [
      new RegExp(
        `^${PLEASE}(?:switch|change|go|move|return|get|put us)(?: us| back)* (?:on to|to|into|in|back to) ${NAME}${END}$`,
      ),
    ],
    begins: [
      new RegExp(`^${PLEASE}(?:turn on|switch on|activate|start|begin|enable|enter|set) (?:the )?${NAME}${END}$`),
      new RegExp(`^${PLEASE}(?:turn|switch) (?:the )?${NAME} on${END}$`),
    ],
    ends: [
      new RegExp(`^${PLEASE}(?:turn off|switch off|end|stop|leave|exit|cancel|disable|finish) (?:the )?${NAME}${END}$`),
      new RegExp(`^${PLEASE}(?:turn|switch) (?:the )?${NAME} off${END}$`),
      new RegExp(`^(?:the )?${NAME} is (?:over|finished|done)${END}$`),
    ],
  },
  played:
    /^(?:movies?|films?|shows?|series|tv|television|telly|music|songs?|tracks?|playlists?|albums?|videos?|clips?|recordings?|podcasts?|radio|audiobooks?|stor(?:y|ies)|news|games?|match(?:es)?|streams?|episodes?|timers?|alarms?|cleaning|vacuuming|mopping|washing|drying|cooling|heating|charging)$/,
  over: {
    night: [new RegExp(`^${HELLO}(?:(?:good )?morning|gm|${UP})(?:[,.! ]+(?:${CALLED}|${UP}))*$`)],
    guest: [
      /^(?:(?:the|our|my) )?(?:guests?|visitors?|company)(?: have| has|'ve|'s| are| is)? (?:all )?(?:left|gone|gone home|away again)(?: now| again)?$/,
      /^(?:we|i) (?:don't|do not) have (?:any )?(?:guests?|visitors?) (?:any ?more|any longer)$/,
    ],
    holiday: [
      /^(?:(?:the|our|my) )?(?:holidays?|vacation|trip) (?:is|are|has) (?:over|finished|ended|done|come to an end)(?: now)?$/,
      /^(?:we(?:'re| are)|i'm|i am) (?:all )?(?:back|home)(?: again)? from (?:(?:the|our|my) )?(?:holidays?|vacation|trip)(?: now)?$/,
    ],
  },
  greeted: [/^(?:(?:hey|hi|hello|jia)[, ]+)*good morning(?: (?:jia|everyone|everybody|all))?[,.!]+ (?=\S)/],
  made: [
    new RegExp(
      `^${MAKE} (?:a|an|another|my own|the) (?:new )?(?:home )?mode (?:called|named|for) ["'“]?${NAME}["'”]?${END}$`,
    ),
    new RegExp(`^${MAKE} (?:a|an|another) (?:new )?${NAME} mode${END}$`),
    new RegExp(`^new mode:? ${NAME}$`),
  ],
  removed: [new RegExp(`^${PLEASE}(?:delete|remove|get rid of) (?:the |my )?${NAME} mode${END}$`)],
  does: [
    new RegExp(
      `^${TELL}what (?:does|will|would) (?:the )?${NAME} mode (?:actually )?(?:do|check|look at|turn off|change)${EXACTLY}$`,
    ),
    new RegExp(`^${TELL}what (?:the )?${NAME} mode (?:does|checks|looks at|is for|is about)${EXACTLY}$`),
    new RegExp(`^${TELL}what(?:'s| is) (?:the )?${NAME} mode(?: for| about)?$`),
    new RegExp(
      `^${TELL}what (?:happens|do you do|will you do|will happen) (?:in|during|with|when (?:i turn on|i start|we go into|i switch to)) (?:the )?${NAME} mode$`,
    ),
    new RegExp(`^(?:please |can you )?explain (?:the )?${NAME} mode(?: to me)?$`),
  ],
  doesWhen: {
    away: [
      new RegExp(
        `^${TELL}what (?:happens|do you do|will you do|will happen) when (?:i|we|everyone|everybody)(?: all)? (?:leaves?|goes? out|go(?:es)? away)(?: (?:the )?(?:house|home))?$`,
      ),
    ],
    night: [
      new RegExp(
        `^${TELL}what (?:happens|do you do|will you do|will happen) (?:at bed ?time|when (?:i|we) (?:go to (?:bed|sleep)|say good ?night))$`,
      ),
    ],
  },
  when: [
    new RegExp(`^${SINCE_WHEN} (?:did|was|has) (?:the )?${NAME} mode (?<last>last )?(?:been )?${BEGUN}(?: last)?$`),
    new RegExp(
      `^(?:since when|how long)(?: have we been| are we| has ${HOME} been| is ${HOME})(?: in)? (?:the )?${NAME} mode$`,
    ),
    new RegExp(`^(?:since when|how long)(?: is| has| was) (?:the )?${NAME} mode (?:been )?(?:on|active)$`),
    new RegExp(
      `^when (?:were we|was ${HOME}|did we go|did ${HOME} go|have we been) (?<last>last )?(?:in|into|on|to) (?:the )?${NAME} mode(?: last)?$`,
    ),
    new RegExp(
      `^when was (?:the last time (?:we were in |we had |${HOME} was in )?)?(?:the )?${NAME} mode(?: last)?(?: was)?(?: on| active)?$`,
    ),
  ],
  questionsHere: [
    /^(?:what(?:'s| is) the mode|(?:what|which) mode (?:is it|is this|is on|is active))(?: now| right now| at the moment)?$/,
  ],
  ended: [
    new RegExp(`^${PLEASE}(?:turn off|switch off|end|stop|leave|exit|cancel|disable) (?:the )?${NAME} mode${END}$`),
    new RegExp(`^${PLEASE}(?:turn|switch) (?:the )?${NAME} mode off${END}$`),
    new RegExp(`^(?:the )?${NAME} mode off${END}$`),
  ],
  questions: [
    new RegExp(`^(?:what|which) mode (?:are we|is ${HOME}|is it|am i) (?:in|on)(?: now| right now| at the moment)?$`),
    new RegExp(`^(?:what|which)(?: i|')s the (?:mode of ${HOME}|${HOME} mode|current mode)(?: now| right now)?$`),
    new RegExp(`^is ${HOME} (?:in|on) (?<name>[^,;]+?) mode$`),
    /^(?:are we|am i) (?:still |now )?(?:in|on) (?<name>[^,;]+?) mode(?: now| still| at the moment)?$/,
    /^is (?:the )?(?<name>[^,;]+?) mode (?:still )?on(?: now| at the moment)?$/,
  ],
  listed: [
    new RegExp(`^(?:what|which) modes (?:are there|do we have|does ${HOME} have|are there for ${HOME})$`),
    new RegExp(`^(?:list|show)(?: me)?(?: all)? (?:the )?modes(?: of ${HOME})?$`),
  ],
  statements: {
    night: [
      new RegExp(
        `^(?:${ALL}(?:'s| is)|we(?:'re| are) all)(?: (?:now|already|finally|fast|sound))* (?:asleep|sleeping|in bed|off to bed|gone to (?:bed|sleep))(?: now| already)*$`,
      ),
      new RegExp(
        `^(?:${ALL}(?: has)?|we(?: have|'ve)? all) (?:just |already )?(?:gone|went) to (?:bed|sleep)(?: now| already)*$`,
      ),
    ],
    holiday: [
      /^we(?:'re| are) (?:going|off|leaving) (?:on|for) (?:a |our )?(?:holiday|holidays|vacation)(?: now| today)?$/,
      /^(?:we(?:'re| are) )?off on (?:holiday|vacation)(?: now)?$/,
    ],
    away: [
      /^(?:every(?:one|body)(?:'s| is| has)? |we(?:'ve| have| are|'re)? all )(?:just )?(?:gone|left|out|gone out|left the house|away)(?: now| already)?$/,
    ],
    guest: [
      /^(?:we(?:'ve| have)(?: got)?|there are|i(?:'ve| have)(?: got)?) (?:some )?(?:guests|visitors|people|friends|family|company) (?:staying|over|coming to stay|here)(?: with us)?(?: tonight| for the night| this weekend| overnight| for (?:a few|some|two|three) (?:days|nights))?$/,
      /^(?:the |our |my )?(?:guests|visitors) are (?:staying|here)(?: tonight| for the night| overnight)?$/,
    ],
  },
};
