import type { ObjectionForms } from "../../utterance/forms/objections.ts";

/** Interjections before an English objection. */
const OPENING =
  "(?:(?:no+|nope|nah|oops|whoops|whoa|ugh|br+|yikes|eek|blimey|yeah no|sorry|wait|hang on|hold on|actually|hm+|er+m?|um+|uh+|ah|oh|never ?mind|forget it|well|i (?:said|meant|told you)(?: to)?(?= (?:do not|don'?t|not to) )|(?:cancel|scrap|forget|scratch) (?:that|it)(?=[,.! ]+(?:leave|keep|put|back|go|turn|set))|on second thoughts?|(?:i(?:'ve)? )?changed my mind|(?:that(?:'s| is)|it(?:'s| is)|this is)? ?(?:(?:a (?:bit|little|touch)|bit|far|way|much|still|now|just|really|rather) )*too [a-z]+(?: (?:now|in here|for me|like that|like this))?(?=[,.! ]+[a-z])|not (?:all the way|fully|completely|that much|so much)|i don'?t like (?:it|that|this)(?: (?:colou?r|one))?|(?:(?:that|it|this)(?:'s| is| looks| feels| sounds)|(?:that|they)(?:'re| are| look)) (?:not (?:good|nice|right|great|better|it)|(?:even )?worse|ugly|horrible|awful|terrible|blinding|no good|rubbish))\\b[,.! ]*)*";
const IT = "(?:it|them|that|those|this|these|all of (?:it|them)|both(?: of them)?|everything)";
const WAS =
  "(?:(?:how|the way|what|where|as) (?:it|they|that|things|everything) (?:was|were|used to be|had been)(?: (?:on|at|set to|like))?(?: (?:before|earlier|originally|previously|a minute ago|just now))*|(?:how|the way|what|where) (?:i|we) had (?:it|them|that)(?: (?:on|at|set to))?(?: (?:before|earlier|originally))?|(?:as|like) before|the same as before)";
/** Verbs of undoing and their objects. */
const UNDO = "(?:undo|revert|reverse|take back|roll back|scrap|cancel)";
const COMMANDS = "(?:things|commands|changes|steps|ones|actions)";
/** All that was done, in one breath: "it all", "everything". */
const ALL_OF_IT = "(?:(?:it|that|this) all|all (?:of )?(?:it|that|this)|everything|the (?:whole )?lot)";
/** Words behind a request. */
const ENDING = "(?: please| again| now| then| for me|,? (?:would|will|could|can) you)*";
/** An exception before the thing that is reverted: "leave the lamp, …". */
const KEPT =
  "(?:(?:leave|keep) (?:the |my )?[^,]+?|(?:the |my )?[^,]+? (?:is|are) (?:fine|ok|okay|good|great|nice)|(?:the |my )?[^,]+? (?:can|should) stay)(?: (?:as (?:it is|they are|is)|alone|on|off|open|closed|like that|there))*(?:,| but| and)+ (?:but |and |so )?(?:please )?";
/** The action was not wanted. */
const MISTAKE =
  "(?:(?:sorry,? )?(?:that|this|it)(?:'s| is| was) (?:a mistake|an accident|(?:all )?wrong|not right|not what i (?:meant|said|wanted|asked for|had in mind))|(?:my mistake|by mistake|wrong (?:one|button))|that (?:wasn'?t|isn'?t) what i (?:meant|said|wanted|asked for|had in mind)|(?:neither|none)(?: of (?:them|those|these|the two))?|as you were|(?:go|put things) back(?: to before)?|(?:restore|back to) the (?:previous|old|last|former) (?:state|settings?))";
/** The action was a misunderstanding. */
const STRONG =
  "(?:no+(?! (?:more|need|problem|worries|thanks|thank|further|one|idea|way|point|doubt|body|big|time|matter|wonder|longer|rush|hurry|kidding|luck|good|sign|news|chance|use)\\b)|nope|nah|not (?:that|this|those|these)(?: ones?)?|(?:that(?:'?s| is| was) )?(?:the )?wrong (?:one|room|light|lamp|device|place|thing)|(?:that(?:'?s| is| was) )?not (?:what|the one) i (?:meant|said|wanted|asked for)|i (?:only |just )?mean(?:t)?(?: just| only)?|i (?:only |just )?said|i was (?:talking about|thinking of)|i wanted|i asked for)";
const WEAK = "(?:sorry|oops|whoops|wait|hang on|hold on|actually|or rather|correction|er+m?|um+|hm+)";

/** Words of agreement. */
const APPROVING =
  "(?:(?:yes|yeah|yep|yup|right|good|great|perfect|lovely|fine|ok|okay|exactly|that'?s (?:it|right|better|the one)|thanks|thank you|cheers|and|so|ah|oh)\\b[,.! ]*)+";
const STAYING = "on|off|open|closed|shut|locked|unlocked";

/** English. */
export const ENGLISH_OBJECTIONS: ObjectionForms = {
  takesBack: [
    new RegExp(
      `^${OPENING}(?:please )?(?:don'?t|do not|don'?t do (?:that|it|this)|not (?:that|this|those)(?: ones?)?|i (?:didn'?t|did not) (?:mean|want|ask for|say) ${IT}|i don'?t want ${IT}(?: (?:on|off|open|closed))?)(?: please)?$`,
    ),
    // A bare "no" says that it was not wanted; "no problem" and "no thanks" say more than that.
    /^(?:oh|oops|whoops|hey|wait|ah|er|um|sorry)?[,.! ]*(?:(?:no+|nope|nah)[,.! ]*)+(?:stop|wait|sorry|please|don't|cancel|stop it|cancel that|cancel it|not now|not yet)?$/,
    /^(?:oh|oops|whoops|wait|sorry)?[,.! ]*cancel(?: (?:that|it))?(?: please)?$/,
    /^(?:(?:no|oh|ok|okay|actually|wait)[,. ]+)*(?:never ?mind|forget (?:it|that|about it)|leave it|don't bother)[,. ]+(?:i'?ll|i will|i can|we'?ll|we will) (?:(?:just|rather|better) )*(?:do|get|see to|take care of|handle|manage|start|stop|turn|switch|close|open|lock)(?: (?:it|that|them))?(?: (?:on|off))?(?: (?:myself|ourselves|later|by myself))?$/,
    /^(?:hey|oi|um)?[, ]*who (?:told|asked) you to(?: .+)?$/,
    new RegExp(`^${OPENING}(?:please )?(?:don'?t|do not|not to) (?:turn|switch|put) ${IT} (?<act>on|off)$`),
    new RegExp(`^${OPENING}(?:please )?(?:don'?t|do not|not to) (?<act>open|close|lock|unlock|shut) ${IT}$`),
    new RegExp(
      `^${OPENING}(?:please )?(?:leave|keep|put|set|change|make|turn|bring)? ?${IT}? ?(?:all )?(?:back )?(?:to )?${WAS}(?: please)?$`,
    ),
    new RegExp(`^${OPENING}${MISTAKE}(?:,? (?:sorry|please))*$`),
    new RegExp(
      `^${OPENING}(?:but )?(?:i|we) (?:(?:didn'?t|did not) (?:ask|tell|want)|never (?:asked|told)|don'?t want) you to(?: (?:do (?:that|it|this)|(?:turn|switch|put) ${IT} (?<act>on|off)|(?:turn|switch|put) (?<act>on|off) ${IT}|(?<act>open|close|lock|unlock|shut) ${IT}))?$`,
    ),
    new RegExp(
      `^${OPENING}(?:(?:there(?:'s| is| was) )?no need to|you (?:didn'?t|don'?t) (?:need|have) to) (?:do (?:that|it|this)|(?:turn|switch|put) ${IT} (?<act>on|off)|(?:turn|switch|put) (?<act>on|off) ${IT}|(?<act>open|close|lock|unlock|shut) ${IT})$`,
    ),
    // "No, leave it": it shall stay as it was before.
    /^(?:(?:oh|sorry|hm+|ah|er+m?|um+)\b[,.! ]*)*(?:(?:no+|nope|nah|wait|hang on|hold on|actually|on second thoughts?|never ?mind|forget it|(?:i(?:'ve)? )?changed my mind)\b[,.! ]*)+(?:(?:just|please|let'?s|sorry)\b[,. ]*)*leave (?:it|them|that)(?: be| alone)?(?: please)?$/,
    /^(?:(?:oh|ah|actually|no|ok|okay|sorry|wait|hm+)\b[,.! ]*)*(?:never ?mind|forget (?:it|that|about (?:it|that))|scratch that|scrap that|strike that)(?:,? (?:that|then|please|thanks|sorry))*$/,
    new RegExp(
      `^${OPENING}(?:(?:i )?(?:want|need|would like|'d like|liked|like|preferred|prefer) ${IT} |(?:it|that|they) (?:was|were) )(?:(?:back|better|more|nicer|fine|good|best) )*(?:${WAS}|before|earlier)(?: please)?$`,
    ),
  ],
  undoes: [
    // "Set everything back how it was"
    new RegExp(
      `^${OPENING}(?:please )?(?:(?:and|now|just|let'?s)\\b[, ]*)*(?:(?:put|set|change|turn|bring|switch|take|get|have|leave|make) )?(?<every>${ALL_OF_IT}) (?:back(?: (?:to )?(?:${WAS}|normal))?|(?:to )?${WAS})${ENDING}$`,
    ),
    new RegExp(
      `^${OPENING}(?:please )?(?:put|set|change|turn|bring|switch|take) back (?<every>${ALL_OF_IT})${ENDING}$`,
    ),
    new RegExp(
      `^${OPENING}(?:please )?(?:take|get) (?:that|it|this|(?:the|that|my) (?:very )?last (?:thing|one|bit|part|command|step|change)) (?:back|away again)${ENDING}$`,
    ),
    new RegExp(
      `^${OPENING}(?:please )?${UNDO} (?:(?<every>everything|the (?:whole )?lot)|(?<them>all|all of (?:it|that|them|these|those)|all that|them all)|(?<both>both(?: of (?:them|those|these))?|the (?:last )?two|these two|those two)|(?:the )?last (?<count>two|three|four|five|[2-5])(?: ${COMMANDS})?)(?: please| again)*$`,
    ),
    new RegExp(
      `^${OPENING}(?:please )?(?:just )?(?:undo|revert|reverse|take back|scrap)(?: (?:that|it|this|them|what you (?:just )?did|(?:the|that|my|your) (?:very )?last (?:thing|one|bit|part|command|step|change)(?: (?:you|i|we) (?:just )?(?:did|said|made))?))?${ENDING}$`,
    ),
    new RegExp(
      `^${OPENING}(?:and |now )?(?:please )?(?:undo|revert|reverse|take back|scrap) (?:(?:that|it|this)(?: one)?|the (?:one|thing|step|command|change) before(?: (?:that|it))?|the previous (?:one|thing|step|command|change)|another (?:one|step)|one more(?: (?:step|time))?)(?: too| as well| also)?(?: please)?$`,
    ),
    new RegExp(`^${OPENING}(?:please )?(?:put|set|change|turn|switch) (?:it|that|them) back(?: please| again)*$`),
    /^(?:(?:no|ok|okay|please|wait|actually)[, ]+)*(?:go|step|take (?:it|that)) back (?:one|one step|a step|one step|a notch|one notch)(?: please)?$/,
    new RegExp(
      `^${OPENING}(?:ok|okay|and|too (?:much|far)|a bit too (?:much|far)|[,. ])*(?:(?:go|step|turn|take|bring|put|dial) )?(?:it |that |them )?(?<step>back (?:a (?:little bit|bit|little|touch|tad)|slightly|one))(?: again| please)*$`,
    ),
    // "And back to what it was", whatever was said since.
    new RegExp(
      `^${OPENING}(?:(?:and|now|ok|okay|then|please)\\b[, ]*)*(?:leave|put|set|change|make|turn|bring|go)? ?${IT}? ?(?:all )?back (?:to )?${WAS}(?: again| please)*$`,
    ),
    /^(?:(?:oh|ok|okay|no|oops|whoa|hm+|now)\b[,.! ]*)*(?:(?:that|it)(?:'?s| is| was) )?(?:now )?(?<step>(?:(?:a (?:bit|little|touch)|far|way|much) )*too (?:much|far)|overshot)(?: now)?$/,
    /^and (?:the one|the thing|what came) before(?: that| it)?(?: too| as well)?$/,
  ],
  undoesBut: [
    new RegExp(
      `^${OPENING}(?:please )?(?:${UNDO}|put)(?: (?:that|it|this|them|all|all of (?:it|that|them)|everything|the lot))?(?: back)?[, ]+(?:but |just |only )*(?:leave|keep) (?:the |my )?(?<what>[^,]+?)(?: (?:as it is|as is|like that|alone|(?<state>on|off|open|closed|shut|locked|unlocked)))?(?: please| though)*$`,
    ),
    new RegExp(
      `^${OPENING}(?:please )?(?:${UNDO}|put)(?: (?:that|it|this|them|all|all of (?:it|that|them)|everything|the lot))?(?: back)?[, ]+(?:but not|except for|except|apart from|all but|other than|just not) (?:the |my )?(?<what>[^,]+?)(?: please| though)*$`,
    ),
  ],
  switchesBack: [
    new RegExp(
      `^${OPENING}(?:please )?(?:turn|switch|put|flip|bring) (?<what>.+?) (?:back|again) (?<act>on|off)${ENDING}$`,
    ),
    new RegExp(
      `^${OPENING}(?:please )?(?:turn|switch|put|flip) (?:back )?(?<act>on|off) (?<what>.+?) again(?: please)?$`,
    ),
    new RegExp(`^${OPENING}(?:please )?(?:turn|switch|put|flip) back (?<act>on|off) (?<what>.+?)${ENDING}$`),
    new RegExp(`^${OPENING}(?:please )?(?:turn|switch|put|flip) (?<what>.+?) (?<act>on|off) again(?: please)?$`),
    new RegExp(`^${OPENING}(?<what>(?:all|the|my)\\b.+?) back (?<act>on|off)${ENDING}$`),
  ],
  putsBack: [
    new RegExp(
      `^${OPENING}(?:please )?(?:put|set|turn|change|bring|go|switch) (?:it |that |them )?back to (?:the|its|my|their) (?:old|previous|former|original|earlier|last) (?<what>[a-z ]+?)(?: again| please)*$`,
    ),
    new RegExp(
      `^${OPENING}(?:${KEPT})?(?:please )?(?:just |only )?(?:undo|revert|reverse|restore|take back|scrap)(?: (?:that|it) (?:for|in|on|with))? (?:the |my )?(?<what>(?!that|it\\b|this|them|last|old|previous|everything|all\\b|both\\b|what\\b)[^,]+?)(?:'s (?:part|bit))?${ENDING}$`,
    ),
    new RegExp(
      `^${OPENING}(?:${KEPT})?(?:please )?(?:just |only )?(?:put|set|turn|change|bring|take) (?:just |only )?(?:the |my )?(?<what>.+?) back(?: (?:to )?${WAS})?${ENDING}$`,
    ),
  ],
  approves: [
    new RegExp(
      `^${APPROVING}(?:leave|keep) (?:the |my )?(?<what>[^,]+?) (?<state>${STAYING})(?: as (?:it is|they are)| then| please| for now| though)*$`,
    ),
    new RegExp(
      `^${APPROVING}(?:the |my )?(?<what>[^,]+?) (?:stays?|remains?|(?:can|should|may|is to|must) (?:stay|remain|be left)|is (?:fine|ok|okay|good)(?: being| staying)?|was (?:fine|ok|okay|meant to be)) (?<state>${STAYING})(?: as (?:it is|they are)| then| please| for now| though)*$`,
    ),
  ],
  leaves: [
    new RegExp(
      `^${OPENING}(?:please |just |let'?s )*(?:leave|keep) ${IT} (?<state>on|off|open|closed|shut|locked|unlocked)(?: (?:please|for good|for now|then|instead|after all|all (?:day|night|evening)|until i say so|permanently))*$`,
    ),
  ],
  spares: [
    // "Not the second one, turn that off again"
    new RegExp(
      `^${OPENING}(?:but )?(?:not|i don'?t need|we don'?t need) (?:the |my )?(?<what>[^,]+?)[,. ]+(?:(?:so|please|and|just)[, ]+)*(?:turn|switch|put) (?:${IT}|that one|it) (?:back )?(?<to>on|off)(?: again)?(?: please)?$`,
    ),
    /^(?:no+|nope|nah)\b[,.! ]+(?:(?:please|just|actually) )*leave (?:the |my )?(?<what>[^,]+?)(?: alone| be| out of it| please)*$/,
    new RegExp(
      `^${OPENING}(?:please )?(?:but )?(?:leave|keep) (?:the |my )?(?<what>[^,]+?) (?<state>on|off|open|closed|shut|locked|unlocked)(?: please| though)*$`,
    ),
    new RegExp(
      `^${OPENING}(?:but )?(?:i|we) (?:(?:didn'?t|did not) (?:ask|tell|want)|never (?:asked|told)) you to (?:(?:turn|switch|put) (?:the |my )?(?<what>[^,]+?) (?<act>on|off)|(?:turn|switch|put) (?<act>on|off) (?:the |my )?(?<what>[^,]+?)|(?<act>open|close|lock|unlock|shut) (?:the |my )?(?<what>[^,]+?))$`,
    ),
    new RegExp(
      `^${OPENING}(?:but )?(?:i|we) (?:didn'?t|did not|never) (?:say|said|mean|meant|ask for|asked for) (?:the |my )?(?<what>[^,]+?)$`,
    ),
    new RegExp(
      `^${OPENING}(?:but )?(?:the |my )?(?<what>[^,]+?) (?:can|should|may|could|must|has to|have to|needs? to|was supposed to|were supposed to) (?:stay|remain|be left|be kept|keep) (?<state>on|off|open|closed|shut|locked|unlocked)(?: please| though)*$`,
    ),
    new RegExp(
      `^${OPENING}(?:please )?(?:but )?(?:don'?t|do not) (?:turn|switch|put) (?:the |my )?(?<what>[^,]+?) (?<act>on|off)(?: please| though)*$`,
    ),
    new RegExp(
      `^${OPENING}(?:please )?(?:but )?(?:don'?t|do not) (?:turn|switch|put) (?<act>on|off) (?:the |my )?(?<what>[^,]+?)(?: please| though)*$`,
    ),
    new RegExp(
      `^${OPENING}(?:please )?(?:but )?(?:don'?t|do not) (?<act>open|close|shut|lock|unlock) (?:the |my )?(?<what>[^,]+?)(?: please| though)*$`,
    ),
    new RegExp(
      `^${OPENING}(?:but |just )?(?:not(?! (?:just|only|so|too|very|quite|yet|now|again)\\b)|except|except for|all except|all but|apart from|other than) (?:for |in |on )?(?:the |my )?(?<what>[^,]+?)(?: please| though)*$`,
    ),
    new RegExp(
      `^${OPENING}(?:but )?(?:(?:i |we )(?:don'?t|do not) (?:want|need)|forget(?: about)?|skip|never ?mind(?: about)?) (?:the |my )?(?<what>[^,]+?)(?: any ?more| please| though| after all)*$`,
    ),
    new RegExp(
      `^${OPENING}(?:please )?(?:just |only )?(?:turn |switch |put )?(?:just |only )?(?:the |my )?(?<what>[^,]+?) (?<state>on|off) again(?: please| though)*$`,
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
    new RegExp(
      `^${OPENING}(?:the |my )?(?<what>(?!that|this|it\\b|i\\b)[^,]+?)(?: alone| on its own)? (?:is|was|would be|would have been|will be|were|are) (?:enough|sufficient)$`,
    ),
  ],
  goesOn: [
    /^(?:and |now )?(?:do )?(?:the )?same (?:again )?(?:in|for|with|to|at) (?<before>[^,]+?)(?<after>)(?: please)?$/,
    /^(?:(?:and|now|also|then|next|plus)(?: now| then| also)? )+(?<before>[^,]+?)(?<after>)(?: too| as well| also)?(?: please)?$/,
    /^(?<before>[^,]+?)(?<after>),? (?:too|as well|also|(?:the )?same(?: again| thing)?)(?: please)?$/,
  ],
  enough: [
    /^(?:(?:ok|okay|yes|yeah|yep|right|there|good|ah|oh|now|great|nice|cool|whoa|wait|please)[,.! ]+)*(?:(?<stop>stop(?: it| that| there| it there| now| right there)?|hold it(?: there)?)|stay there|(?:that'?s|this is|it'?s) (?:ok|okay|fine|good|great|perfect|enough|better|much better|it|plenty|about right|just right|right|nice|lovely|alright|all right|good enough|fine now|good now|okay now)(?: (?:now|there|like that|as it is|thanks))*|perfect|enough|good enough|just right|spot on|leave it(?: there| like that| at that| as it is)?|no more|fine|lovely|right there)(?:[,.! ]+(?:thanks?|thank you|cheers|please|ta))*$/,
  ],
  atOnce: [/\b(?:now|immediately|right away|straight away|at once|this instant)\b/],
  asksDone: /^(?:(?:so|and|ok|okay|well|but),? )*(?:is|are|was|were|has|have|had|did|does)\b/,
  asksWhich: [
    /^(?:(?:and|so|ok|okay)[, ]+)*which(?: (?:ones?|of (?:them|those)|is it|are they|room|rooms))?(?: (?:is|are) (?:it|they|that|on|off|open|closed|locked|unlocked))?$/,
  ],
  asksAgain: [
    /^(?:(?:and|so|ok|okay|what about|how about|how is it|hows it|how's it|check)[, ]+)+(?:now|right now|this time|again now)\??$/,
  ],
  whereabouts: [
    /^(?:(?:ok|okay|so|hey|hi|right),? )?(?:i'?m|i am|we'?re|we are)(?: now| just| currently| here| back)* in (?:the |my |our )?(?<room>[^,]+?)(?: now| right now| at the moment)?$/,
  ],
  recalls: [
    /^(?:hey,? |sorry,? |wait,? )?what (?:did you (?:just )?(?:do|change|turn on|turn off|switch on|switch off)|have you (?:just )?(?:done|changed)|(?:just )?happened|was that)(?: (?:just now|there|then))?$/,
  ],
  instead: [
    new RegExp(
      `^${OPENING}(?:${STRONG}\\b[,.:! ]*)*(?<rest>[^,]+?)(?:,? and|,? but|,)? (?:not|instead of|rather than) (?:in |on |for )?(?:the |my )?(?<denied>[^,]+)$`,
    ),
    new RegExp(
      `^${OPENING}not (?:in |on |for )?(?:the |my )?(?<denied>[^,]+?)(?:,| but| -)+ *(?:but |rather |i mean(?:t)? )?(?<rest>.+)$`,
    ),
    new RegExp(`^${OPENING}(?:${STRONG}\\b[,.:! ]*)+(?:but )?(?<rest>.+)$`),
    new RegExp(`^(?:(?<weak>${WEAK})\\b[,.:! ]*)+(?<rest>.+)$`),
    /^(?:(?<weak>not (?:all the way|fully|completely|entirely|that (?:much|far|high|low|bright|dark|loud|warm|hot|cold)|so (?:much|far)))\b[,.:! ]*)+(?<rest>.+)$/,
    /^(?<rest>.+?),? (?:i mean(?:t)?|i said)$/,
  ],
  corrected: [
    /^(?:(?:sorry|no|but|and)\b[, ]*)*(?:i (?:mean(?:t)?|wanted|asked for|was talking about|was thinking of)|it should (?:be|have been)|it was supposed to be) (?<rest>.+)$/,
  ],
  elseThing: [
    /^(?:(?:ok|okay|well|right|alright|all right|fine|never ?mind)\b[, ]*)*then (?:(?:just|do|try|use|take|maybe) )*(?<rest>[^,?]+?)(?: please)?$/,
    /^(?:(?:ok|okay|well|right|alright|all right|fine|never ?mind)\b[, ]*)*(?:(?:just|do|try|use|take|maybe) )*(?<rest>(?:the|my) [^,?]+?),? then(?: please)?$/,
  ],
  otherThing: [
    new RegExp(
      `^${OPENING}(?:(?:ok|okay|then|and|please|let'?s|can you|could you)\\b[,. ]*)*(?<said>(?:(?:do|try|use|have|make it|make that)\\b[,. ]*)*(?<rest>[^,]+?)) instead(?: please)?$`,
    ),
  ],
};
