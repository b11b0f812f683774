import type { NoticeForms } from "../../utterance/forms/notices.ts";

const PLEASE = "(?:(?:please|ok|okay|hey|so|and|can you|could you|would you|will you|jia)[, ]+)*";
const END = "(?:[, ]+(?:please|jia|today|now|yet|for me|at all|thanks|thank you))*";
const NOTICES = "(?:news|notices|notifications|messages|alerts|warnings|alarms|updates)";
const NOTICE = `(?:${NOTICES}|notice|notification|message|alert|update)`;
const ALL = "(?:all|everything|it|them|those|these|that)";
const THOSE = `(?:${ALL}|(?:all )?(?:of )?(?:the|my|our|those|these)? ?(?:new |unread )?${NOTICES}|all ${NOTICES}|all of (?:them|those|these))`;
const DISTURB = "(?:bother|disturb|interrupt|message|notify|text|ping|alert)";
const UNTIL = "(?:until|till|before) (?<until>[^,;]+?)";
const FOR = "for (?:the next )?(?<for>[^,;]+?)";
const WHILE = `(?: (?:again )?(?:${UNTIL}|${FOR}))?`;

const HOME =
  "(?: (?:at|back|in|around|with|inside) (?:home|the (?:house|home|flat|apartment|place)|our (?:house|home|flat|place)))";
const FINE = "(?:ok|okay|fine|alright|all right|good|in order|well|normal|safe|secure|under control)";

const whole = (body: string): RegExp => new RegExp(`^${PLEASE}${body}${END}$`);

/** "Any news?", "mark them as read", "don't bother me until eight". */
export const ENGLISH_NOTICES: NoticeForms = {
  news: [
    whole("what(?:'s| is) new(?: with the (?:house|home))?"),
    whole(
      "(?:did|has|have) (?:anything|something) (?:happen|happened|come up|come in)(?: (?:while|when) (?:i|we) (?:was|were) (?:out|away|gone|asleep|at work|sleeping))?",
    ),
    whole(
      `(?:(?:are|is) there |do (?:i|we) have |have (?:i|we) got |got )?(?:any )?(?:new |unread )?${NOTICES}(?: for (?:me|us))?`,
    ),
    whole(
      `(?:(?:are|is) there |do (?:i|we) have |have (?:i|we) got )?(?:any|a) (?:new |unread )?${NOTICE}(?: for (?:me|us))?`,
    ),
    whole(
      `(?:what|which) (?:new |unread )?${NOTICES} (?:are there|do (?:i|we) have|have (?:i|we) got|did (?:i|we) (?:get|miss)|are new|are unread)`,
    ),
    whole(
      `(?:what are|what're|tell me|read(?: out)?|read me|show|show me|list|give me|let me hear) (?:all )?(?:the |my |our )?(?:new |unread |latest )?${NOTICES}(?: out)?`,
    ),
    whole(
      "(?:what(?: did| have|'ve)|did|have) (?:i|we) miss(?:ed)?(?: anything| something)?(?: while (?:i|we) (?:was|were) (?:out|away|gone|asleep))?",
    ),
    whole("(?:is there )?any ?thing (?:new|i missed|to report)(?: about)?"),
    whole("(?:catch|fill) (?:me|us) (?:up|in)"),
    whole(`how many (?:new |unread )?${NOTICES} (?:are there|do (?:i|we) have|have (?:i|we) got|are unread|are new)`),
  ],
  well: [
    whole(`(?:is|are) (?:everything|all|things) ${FINE}${HOME}?`),
    whole(`(?:everything|all|things) ${FINE}${HOME}?`),
    whole(`is (?:the|our|my) (?:house|home|flat|apartment|place) ${FINE}`),
    whole(`how(?:'s| is|s) (?:the|our|my) (?:house|home|flat|apartment|place)(?: doing| looking)?`),
    whole(`how(?:'s| is|s| are) (?:everything|things|it)(?: going| looking)?${HOME}`),
    whole(`(?:(?:are|is) there |got )?any (?:problems?|issues?|trouble)${HOME}?`),
    whole(`(?:is )?(?:there )?(?:any ?thing|something) (?:wrong|amiss|unusual|out of the ordinary|not right)${HOME}?`),
    whole(
      "(?:is there )?any ?thing (?:i|we) (?:should|need to|ought to|must) (?:know|worry|be worried|be aware)(?: about| of)?",
    ),
    whole(`what(?:'?s| is) (?:going on|happening|up|the (?:situation|state of things))${HOME}`),
    whole(
      "(?:give me (?:a |the )?)?(?:(?:home|house) )?status (?:report|update)(?: (?:of|on|for) (?:the|our) (?:house|home))?",
    ),
  ],
  again: [
    whole(
      `(?:tell me|read(?: out)?|read me|show|show me|list|repeat) (?:the |my |our )?(?:last |latest )?${NOTICES} (?:once more|again)`,
    ),
    whole(
      `(?:tell me|read(?: out)?|read me|show|show me|list) (?:all (?:the |my |our )?|(?:the |my |our )?(?:old|last|latest|read) )${NOTICES}`,
    ),
    whole(`(?:what were|what was|what are) (?:the |my |our )(?:last|latest|old) ${NOTICES}`),
  ],
  read: [
    whole(`mark ${THOSE}(?: all)? (?:as )?(?:read|seen)`),
    whole(`mark ${THOSE} (?:as )?(?:all )?(?:read|seen|done)`),
    whole(`(?:clear|dismiss) (?:all )?(?:of )?(?:the |my |our |those |these )?(?:new |unread )?${NOTICES}`),
    whole(
      `i(?:'ve| have) (?:read|seen) (?:them all|all of them|all (?:the |my )?${NOTICES}|(?:the|my|those|these) ${NOTICES})`,
    ),
  ],
  quiet: [
    whole(
      `stop (?:sending|giving|messaging|bothering|notifying|alerting|pinging|disturbing)(?: (?:me|us))?(?: (?:any |all |my |the |your )*(?:${NOTICES}|anything|things))?${WHILE}`,
    ),
    whole(`(?:turn|switch) off (?:all |my |the )*(?:notices|notifications|messages|alerts) (?:${UNTIL}|${FOR})`),
    whole(`(?:turn|switch) (?:all |my |the )*(?:notices|notifications|messages|alerts) off (?:${UNTIL}|${FOR})`),
    whole(`(?:do not|don't|dont|no need to) ${DISTURB} (?:me|us)(?: with (?:anything|${NOTICES}))?${WHILE}`),
    whole(`(?:do not|don't|dont) disturb (?:${UNTIL}|${FOR})`),
    whole(
      `(?:do not|don't|dont) send (?:me |us )?(?:any(?:thing)?|any (?:more )?${NOTICES}|${NOTICES}|any more)${WHILE}`,
    ),
    whole(
      `(?:no|hold|pause|stop|mute|silence|snooze) (?:(?:all|any|more|my|the|our) )*(?:notices|notifications|messages|alerts) (?:${UNTIL}|${FOR})`,
    ),
    whole(`(?:pause|mute|silence|snooze) (?:(?:all|my|the|our) )*(?:notices|notifications|messages|alerts)`),
    whole(`leave (?:me|us) (?:alone|in peace) (?:${UNTIL}|${FOR})`),
    whole(`(?:(?:be|keep|stay) )?(?:quiet|silent)(?: please)? (?:${UNTIL}|${FOR})`),
    whole(`(?:silence|quiet time|do not disturb|dnd) (?:${UNTIL}|${FOR})`),
  ],
  loud: [
    whole(`(?:you can|you may|feel free to) ${DISTURB} (?:me|us) again`),
    whole("(?:you can|you may) send (?:me |us )?(?:notices|notifications|messages|alerts) again"),
    whole("(?:unmute|unpause|resume|restart) (?:(?:all|my|the|our) )*(?:notices|notifications|messages|alerts)"),
    whole("(?:turn|switch) (?:(?:my|the|our) )?(?:notices|notifications|messages|alerts) (?:back )?on(?: again)?"),
    whole("(?:turn|switch) on (?:(?:my|the|our) )?(?:notices|notifications|messages|alerts)(?: again)?"),
    whole("(?:notices|notifications|messages|alerts) (?:back )?on(?: again)?"),
    whole(`(?:end|stop|cancel|turn off|switch off) (?:the )?(?:do not disturb|quiet time)`),
  ],
  at: (until) => `remind me at ${until}`,
  in: (span) => `remind me in ${span}`,
  parts: [
    {
      said: /^(?:tomorrow(?: morning)?|the morning|morning|i (?:wake|get) up|i'm up|i am up)$/,
      hour: 7,
      tomorrow: false,
    },
    { said: /^tomorrow (?:afternoon|lunch ?time)$/, hour: 13, tomorrow: true },
    { said: /^tomorrow (?:evening|night)$/, hour: 18, tomorrow: true },
    { said: /^(?:the |this )?(?:afternoon|lunch ?time)$/, hour: 13, tomorrow: false },
    { said: /^(?:the |this )?evening$|^tonight$/, hour: 18, tomorrow: false },
  ],
};
