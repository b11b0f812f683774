import type { PlanForms } from "../../plans/forms.ts";

const TAKE_AWAY =
  "cancel|delete|remove|clear|stop|get rid of|kill|call off|scrap|drop|lose|ditch|bin|erase|wipe|dismiss|abort|unset|disable|deactivate|silence|axe|unschedule|turn off|switch off|shut off";
/** At the end of what is no longer wanted. */
const NO_LONGER = "(?: (?:any more|anymore|any longer|again|after all|from now on|no longer|then))*";
/** After what is asked about. */
const ASKED_TAIL =
  "(?: (?:do i have|do we have|do you have|have i|have we|have you|i have|we have|did i|did you|i|got|set|is|are|am(?= i\\b)|there|on|active|running|going|planned|scheduled|coming|up|left|for me|still|stored|saved|pending))*";
const RINGS =
  "(?: (?:for|at|to|set|due|go|goes|going|off|ring|rings|ringing|be|is|are|up|supposed|on|over|end|ends|finish|finishes|done|run|runs|out))*";

/** How long, or when: so that a name ends before it. */
const LASTING =
  "(?:\\d+|half|quarter|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)(?: [\\p{L}\\d]+){0,4}";

/** Why something is cancelled, behind it. */
const UNWANTED_WHY =
  "(?:[,. ]+(?:i |we |it'?s |it is |that'?s )?(?:don'?t need (?:it|that|one|them)|don'?t want (?:it|that|them)|changed my mind|not needed|no need|not necessary|no longer needed|won'?t need (?:it|that))(?: any ?more| any longer| after all| now)*)?";

/** Words of every day, in names of plans as in anything else. */
const EVERYDAY = [
  "that this these those them they then than there here when where what which while with without from",
  "into onto over under about after before again back been being have having will would could should",
  "must might shall does done doing just only also some more most much many very really well your yours",
  "mine ours their thing things something anything everything nothing someone somebody anyone everybody",
  "people time times today tonight tomorrow morning evening night week minute minutes hour hours second",
  "moment timer alarm reminder remind turn switch take taking taken make making made give given going",
  "goes gone come coming came need needs want wants like know look looking think said says tell told",
  "keep keeps left leave leaving start stop check checking find found good right sure okay still",
  "already never always maybe last next first other another same both each every little long home house",
  "room down away out off",
].flatMap((line) => line.split(" "));

/** How plans are spoken of in English. */
export const ENGLISH_PLANS: PlanForms = {
  cancels: [
    new RegExp(`^(?:${TAKE_AWAY}) (?<which>.+?)(?: off)?${NO_LONGER}$`, "du"),
    new RegExp(`^(?:turn|switch|shut|take|call|put) (?<which>.+) off${NO_LONGER}$`, "du"),
    /^(?<which>.+) (?:can go|is off|are off|is cancelled|is canceled)$/du,
  ],
  declines: [
    new RegExp(`^(?:forget about|forget|skip|never ?mind about|never ?mind) (?<which>.+?)${NO_LONGER}$`, "du"),
    new RegExp(
      `^(?:i |you |we )?(?:dont|do not|no longer|neednt|need not|never)(?: (?:have to|have|need to|need|want to|want|bother|to|with))* (?!forget|let|miss|fail|oversleep|make|cancel)(?<which>.+?)${NO_LONGER}$`,
      "du",
    ),
    new RegExp(`^no(?: (?:more|further|for|need|to|longer))* (?<which>.+?)${NO_LONGER}$`, "du"),
    /^(?<which>.+) (?:is not needed|isnt needed|not needed|is no longer needed|no longer needed|are no longer needed)$/du,
  ],
  asks: [
    new RegExp(
      `^(?:what are|what is|whats|what|which ones|which|list|show me|show|display|view|see|find|confirm|verify|double check|check on|bring up|pull up|go over|go through|look up|look at|read me|read out|read off|read|name|tell me|give me(?= .*s\\b)|how many|say|(?:i|we)(?: (?:want to|need to|would like to|like to|wanna))? (?:know|see|hear|check)(?: (?:if|whether))?)(?: (?:is|are|of|all|about))* (?<which>.+?)${ASKED_TAIL}$`,
      "du",
    ),
    new RegExp(
      `^(?:is there|are there|do i have|do we have|have i|have we|have you|did i|did you|did we|does|is|are|got|any|check if|check whether|check|see if|tell me if)(?: (?:there is|there are|i have|i have got|any|set|got|is|still))* (?<which>.+?)${ASKED_TAIL}$`,
      "du",
    ),
    new RegExp(
      `^(?:when is|when are|when does|when do|when did|when will|when was|whens|what time is|what time are|what time does|what time did|what time do|what time will|what time have|what time|what hour|since when|at what time|for when)(?: (?:i|you|we|set|have|did|is|are|does|do|will|was))* (?<which>.+?)${RINGS}$`,
      "du",
    ),
    /^(?<which>(?:next|upcoming|current|active|existing) (?:alarms?|timers?|reminders?))$/du,
    /^(?<which>(?:all )?(?:alarms?|reminders?)) (?:list|status|details|overview|information|info|times?)$/du,
    /^(?:is there|are there|do i have|have i|did i|did you|have you)(?: (?:got|set|there))* (?:something|anything) to (?<which>.+)$/du,
  ],
  asksLeft: [
    /^(?:how long|how much time|how much longer|how many minutes|how many seconds|how many hours|how much|whats|what is|time|minutes|how long is|how long has|how long have|how long until)(?: (?:is|are|do|does|have|has|i|we|left|remaining|remains|longer|until|till|before|on|for|in|of|to|go|there|still|got|time|is left|is left on|left on))*(?: (?<which>(?:.* )?(?:timer|timers|countdown|alarm|alarms|it|that|reminder))(?: (?:got|left|remaining|to|go|still|have|has|run|runs|going|goes|off|ends|end|rings|ring|is|up|done|finished|finishes|over|on))*)$/du,
    /^(?:how much time is left|how much time left|how long is left|how long left|time left|how many minutes are left|how many minutes left|how much longer|remaining|how long until|when will|left on|is left|are left|how long is left on)(?: (?:on|for|of|until|in|do|i|have|is|there|left))*(?: (?<which>.+?)(?: (?:to|go|goes|off|rings|ring|ends|is|up|done))*)?$/du,
  ],
  asksReminders: [
    /^what(?: (?:is|are|do|am|should|must|will|did|i|you|we|have|need|needs|ask|asked|going|supposed|want|to|be|have to))* (?:remind me about|remind me to|remind me that|remind me|remind us|reminded|reminding me|reminding)(?: (?:of|about|to|do|for|on))*(?: (?<which>.+))?$/du,
  ],
  asksWaking: [
    /^(?:when do|when will|when am|when are|when should|when must|what time|what time do|what time will|what time am|what time did|at what time)(?: (?:am|do|will|are|should|must|did|is|i|we|you|have|need|be|going|to|supposed|say|want))* (?:woken|waking|wake|getting up|get up|awoken|wake me|wake me up|getting out of bed|get out of bed|up)(?: (?:me|us|up|by you))*(?: (?<which>.+))?$/du,
  ],
  changes: [
    /^(?:change|move|postpone|delay|push back|push|put back|reschedule|shift|bring forward|bring|update|adjust|switch|alter|edit|reset|correct|pull|extend|snooze) (?<rest>.+)$/du,
    /^(?:make|set|put|have) (?<which>it|that|this|that one|this one) (?:(?:for|to|at|as|ring at|go off at) )?(?<value>.+)$/du,
    // "On weekends make it 11"
    /^(?<which>(?:on|at|for|every) (?:the )?\p{L}+(?: and \p{L}+)?) (?:make|set|put|have|do) (?:it|that|this) (?:(?:for|to|at) )?(?<value>.+)$/du,
    // "make an alarm for seven" makes one.
    /^make (?!.* (?:for|at|called|named) )(?<rest>.+)$/du,
  ],
  later: [
    /^(?:postpone|delay|push back|push out|put back|put off|push|shift|snooze|extend|lengthen|prolong|move back|move) (?<which>.+?)(?: back| out)?(?: by| for| another)? (?<by>(?:half |quarter )?(?:an |of )*[\p{L}\d]+(?: (?:and|[\p{L}\d]+)){0,5})$/du,
    /^(?:add|put|give)(?: me| it| us)?(?: another| further| extra)? (?<by>.+) (?:to|on|onto|for) (?<which>.+)$/du,
    /^(?:add|give me|give it|extend by|snooze for|snooze)(?: another| further| extra)? (?<by>.+)$/du,
    /^give (?<which>.+ (?:timer|alarm|reminder)) (?:another )?(?<by>.+)$/du,
  ],
  earlier: [
    /^(?:bring forward|pull forward|move forward|move up|shorten|cut|reduce|lower) (?<which>.+?)(?: by)? (?<by>[\p{L}\d]+(?: [\p{L}\d]+){0,5})$/du,
    /^(?:take|knock|remove|subtract|shave|cut|drop) (?<by>.+) (?:off|from|off of) (?<which>.+)$/du,
  ],
  another: [
    /^(?:and )?(?:another one|another|one more|an additional|additional|a further|further|a second|second|an extra|extra|also|one)(?: (?:one|ones|timer|alarm|reminder))*(?: (?:for|of|at|in))? (?<value>.+)$/du,
    /^and (?:one )?(?:for|at) (?<value>.+?)(?: too| as well)?$/du,
    // "and a sauce timer for 20 minutes"
    new RegExp(
      `^(?:(?:and|then|also|plus|now|ok|okay) )+(?!another|one|second|extra|set)(?<name>.+?) (?:timer|one) (?:(?:for|of|at) )?(?<value>${LASTING})$`,
      "du",
    ),
    // "and another one for the sauce, 20 minutes", "and 20 minutes for the rice"
    new RegExp(
      `^(?:(?:and|then|now|ok|okay|also|plus|set|start) )*(?:another one|another|one more|one|second one|second|extra one)(?: (?:timer|alarm|reminder))? (?:for|called|named|to) (?<name>.+?) (?:(?:for|of|at|in) )?(?<value>${LASTING})$`,
      "du",
    ),
    new RegExp(
      `^(?:(?:and|then|now|ok|okay|also|plus) )*(?:(?:another one|another|one more|one)(?: (?:timer|alarm))?(?: (?:for|of|at|in))? )?(?<value>${LASTING}) (?:for|on) (?<name>.+)$`,
      "du",
    ),
  ],
  more: [
    /^(?:(?:and|ok|okay|make it|make that|actually|just|no|rather|say|lets say|better) )*(?<count>(?:an?|half|three|one|two|three and) [\p{L}\d ]+?) (?:later|longer|more)(?: please)?$/du,
    /^(?:(?:and|ok|okay|please|just) )*(?:(?:add|plus|give me|give it|give us) (?:another |an extra )?|another )(?<count>[\p{L}\d]+)(?: (?<unit>minutes?|mins?|hours?|seconds?|secs?))?$/du,
    /^(?:(?:and|ok|okay|give me|give it|give us|add|plus|make it|actually|i need|just|another|extra|with) )*(?<count>[\p{L}\d]+(?: [\p{L}\d]+)?) (?:more|extra|longer)(?: (?<unit>minutes?|mins?|hours?|seconds?|secs?))?$/du,
    /^(?:(?:and|ok|okay|make it|actually|just) )*(?<count>[\p{L}\d]+(?: [\p{L}\d]+)?) (?<unit>minutes?|mins?|hours?|seconds?|secs?) (?:more|longer|later|extra)$/du,
  ],
  less: [
    /^(?:(?:and|ok|okay|make it|make that|actually|just|no|rather|say|lets say|better) )*(?<count>(?:an?|half|three|one|two) [\p{L}\d ]+?) (?:earlier|sooner|shorter)(?: please)?$/du,
    /^(?:(?:and|ok|okay|make it|actually|just) )*(?<count>[\p{L}\d]+(?: [\p{L}\d]+)?) (?:less|fewer|shorter)(?: (?<unit>minutes?|mins?|hours?|seconds?|secs?))?$/du,
    /^(?:(?:and|ok|okay|make it|actually|just) )*(?<count>[\p{L}\d]+(?: [\p{L}\d]+)?) (?<unit>minutes?|mins?|hours?|seconds?|secs?) (?:less|shorter|earlier|sooner)$/du,
  ],
  days: [
    /^(?:(?:and|but|just|only|make it|make that|set it|do it|do that|repeat|repeat it|it should be|for|on|that is|thats) )*(?<value>.+?)(?: (?:only|though|too|as well|from now on))*$/du,
  ],
  notDays: [
    /^(?:(?:and|but|just|please) )*(?:not|never|except|except for|skip|apart from|leave out)(?: (?:at|on|for|over))?(?: the)? (?<value>.+?)(?: (?:though|please))*$/du,
  ],
  rather: [
    /^(?:(?:no|oh|actually|hm+|well|thats|that is|its|bit|a bit|far|way|much) )*too (?:early|late|soon|long|short)(?: (?:make it|say|lets say|rather|better|set it to|try))*(?: (?:at|for))? (?<value>.+?)$/du,
    /^(?:(?:hm+|well|no|oh|actually) )*(?<value>.+?)(?: (?:is|would be|will be|might be))? (?:better|rather|then|enough|plenty|fine|all it needs)(?: (?:too|actually|really|now))*$/du,
    /^(?:(?:hm+|well|no|oh|ok|actually|on second thoughts?) )*(?:leave|keep) (?:it|that|this) (?:at|for|to|on) (?<value>.+?)(?: then| after all| please)*$/du,
    /^(?:(?:hm+|well|no|oh|actually) )*(?<value>.+?) (?:will do|would do|should do|should be enough|should be plenty)$/du,
    /^(?:(?:hm+|um+|er+m?|well|or|no|oh|actually|hang on|wait) )*(?:better|rather|or rather|perhaps|maybe|lets say|make that|lets make it|id rather have|say|id prefer)(?: (?:at|for))? (?<value>.+?)$/du,
  ],
  atOnce: [
    /^(?:(?:no|actually|wait|oh|well|please|just|or|on second thoughts) )*(?:do (?:it|that|so) )?(?:right now|now|straight away|right away|immediately)(?: (?:please|instead))*$/du,
    /^(?:(?:no|actually|wait|oh|well|please|just|or) )*(?:turn|switch|put) (?:it|that|them) (?<act>on|off) (?:right now|now|straight away|right away|immediately)(?: (?:please|instead))*$/du,
    /^(?:(?:no|actually|wait|oh|well|please|just|or) )*(?<act>open|close|lock|unlock|start|stop) (?:it|that|them) (?:right now|now|straight away|right away|immediately)(?: (?:please|instead))*$/du,
  ],
  unwanted: [
    new RegExp(
      `^(?:(?:no|ok|okay|actually|wait|oh|well|please|hm+|um+|you know what|sorry|and|then|just|on second thoughts?|can you|could you)[,. ]+)*(?:cancel|delete|remove|scrap|drop|kill|lose|stop|get rid of|call off|bin) (?:it|that|that one|them|them both|both|both of them|the whole thing)(?: again| then| please| now| altogether| completely)*${UNWANTED_WHY}$`,
      "du",
    ),
    /^(?:(?:no|ok|okay|actually|wait|oh|well|hm+|um+|you know what|sorry)[,. ]+)*(?:i |we )?(?:don'?t|do not|won'?t|no longer) (?:need|want) (?:it|that|one|them)(?: any ?more| any longer| after all| now| then)*(?:[,. ]+(?:so |please |just )*(?:cancel|delete|remove|scrap|drop|stop) (?:it|that))?(?: please)?$/du,
    /^(?:(?:no|ok|okay|actually|wait|oh|well|hm+|sorry|on second thoughts?)[,. ]+)*(?:(?:please )?don'?t bother(?: with (?:it|that))?|no need(?: for (?:it|that))?|not necessary|there'?s no need|skip it|forget about it)(?: any ?more| after all| then| now| actually)*$/du,
    /^(?:(?:no|ok|okay|actually|wait|oh|well|sorry)[,. ]+)*(?:scratch (?:that|it)|(?:i'?ve |i have |i )?changed my mind)(?:[,. ]+sorry)?$/du,
    /^(?:(?:no|ok|okay|actually|wait|oh|well|sorry)[,. ]+)*(?:don't|do not) (?:wake|remind|ring|call)(?: me)?(?: up)?(?: any ?more| after all| then| please)*$/du,
  ],
  completed: ["{asked} for {answer}", "{asked} at {answer}", "{asked} {answer}", "{asked} for {answer} minutes"],
  vaguely: [],
  someTime: ["7:30", "10 minutes"],
  laterWords: new Set(["later", "longer", "back", "more", "out", "push back"]),
  earlierWords: new Set(["earlier", "sooner", "forward", "forwards", "shorter", "less"]),
  small: new Set([
    "i",
    "me",
    "we",
    "you",
    "one",
    "ones",
    "that",
    "which",
    "got",
    "there",
    "still",
    "set",
    "said",
    "called",
    "named",
    "about",
    "labelled",
    "going off",
    "goes off",
    "for me",
    "from",
    "ring",
    "rings",
    "going",
    "go",
    "up",
    "again",
    "any",
    "back",
    "new",
    "to",
    "have i",
    "have we",
    "have you",
    "did i",
    "do i",
    "do i have",
    "turning",
    "switching",
    "shutting",
    "putting",
    "instead",
  ]),
  everyday: new Set(EVERYDAY),
};
