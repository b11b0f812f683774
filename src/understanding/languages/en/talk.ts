import type { TalkForms } from "../../talk/types.ts";

const I = "(?:i am|im|we are|were|were all|we are all)";
const SOON = "(?:just|now|all|both|about to|ready to|off|finally|only|really)";
const PLACES =
  "(?:the )?(?:work|school|shops?|gym|office|airport|station|supermarket|stores?|market|park|cinema|pub|bank|doctors?|dentist|library|church|class|uni|university|college|kindergarten|nursery run)";
const TRIP = `(?:to ${PLACES}|(?:for|on) (?:a|the|our|my) (?:bit|while|walk|run|jog|drive|trip|ride|moment|minute|few days|week|weekend|evening|day)|on (?:holiday|vacation)|shopping|to (?:see|meet|visit) (?:friends|a friend|my (?:mum|mom|dad|parents|sister|brother|friends|grandma)|family))`;
const FROM = `from (?:${PLACES}|holiday|vacation|shopping|a (?:walk|run|trip)|(?:our|my|the) (?:walk|run|trip|holiday|vacation|honeymoon)|abroad|town)`;

const SUBJECT =
  "(?:it is|its|it feels|im|i am|i feel|im feeling|were|we are|we feel|this (?:room|place) is|the (?:room|air|air in here) (?:is|feels)|is it just me or is it|god it is|feels)";
const VERY =
  "(?:so|too|very|really|quite|rather|pretty|kind of|kinda|sort of|super|awfully|terribly|far too|way too|much too|a bit|a little|a little bit|a tad|bit|a touch|absolutely|totally|bloody|damn|still|getting|just)";
const HERE =
  "(?:in here|over here|up here|down here|here|in this room|for me|for us|for my liking|to (?:read|see|work|sit|sleep)(?: here| in here)?|isnt it|dont you think|now|right now|at the moment|again)";

/** "it's too dark in here", "a bit dark", "dark in here"; the word alone says too little. */
function felt(words: string): readonly string[] {
  return [
    `${SUBJECT}(?: ${VERY})* (?:${words})(?: ${HERE})*`,
    `(?:${VERY} )+(?:${words})(?: ${HERE})*`,
    `(?:${words})(?: ${HERE})+`,
  ];
}

const CLOCK =
  "(?:\\d{1,2}(?: \\d\\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|midday)(?: o ?clock| am| pm| thirty| fifteen)?";
const DAY = "(?:today|tomorrow|yesterday|the day after tomorrow|the day before yesterday)";

/** English. */
export const ENGLISH_TALK: TalkForms = {
  gap: " ",
  opening:
    "hey, hi, hello, oh, oh no, ah, aw, ok, okay, right, alright, all right, well, so, um, uh, er, and, now, now then, please, sorry, excuse me, honey, darling, guys, everyone, everybody, folks, house, jia, alexa, siri, google, computer, assistant, yay, phew, wow, ugh, brr, brrr, gosh, god, man, listen, look, actually, by the way, btw, anyway, can you, could you, would you, do you know, i think, just, good",
  closing:
    "please, then, jia, alexa, siri, google, computer, assistant, everyone, everybody, folks, guys, all, mate, buddy, pal, love, dear, darling, honey, sweetheart, my friend, friend, house, there, thanks, thank you, cheers, ta, ok, okay, right, alright, though, for now, really, btw, again, me",
  phrases: {
    morning: ["(?:good )?morning(?: to you)?", "top of the morning"],
    afternoon: ["good afternoon", "afternoon"],
    evening: ["good evening", "evening"],
    greeting: [
      "(?:hello|hi|hey|hiya|heya|hullo|howdy|yo|g ?day|good day|greetings|hola|aloha|ahoy|welcome)(?: (?:there|hello|hi|again|you|partner|boss|stranger|sunshine|world))*",
      "(?:its |it is )?(?:nice|pleased|good|lovely|great) to (?:meet|see|hear(?: from)?) you",
      "long time no see",
    ],
    how: [
      "how (?:are|r) (?:you|u|things)(?: (?:doing|today|feeling|getting on|keeping|this morning|this evening|tonight|then|going))*",
      "how (?:is|s) (?:it going|life|everything|your day|you)",
      "(?:hows|how is|how has) (?:your day|it)(?: been| going)?",
      "how do you (?:do|feel)(?: today)?",
      "how have you been",
      "(?:what is|whats) (?:up|new|good|cooking|happening)",
      "sup",
      "(?:are )?you (?:ok|okay|well|alright|all right)",
      "did you sleep well",
    ],
    thanks: [
      "(?:thanks|thank you|thankyou|thank u|thx|ty|cheers)(?: (?:so|very|ever so|a lot|a million|a bunch|a ton|much|again|for (?:that|this|everything|(?:your|the) help|helping(?: me| us)?|asking|doing that)|you|anyway|jia|love|mate))*",
      "many thanks|much (?:obliged|appreciated)|ta(?: (?:very much|muchly|ever so|love|mate))*",
      "(?:i |we )?(?:really |do |very much )*appreciate (?:it|that|your help|you)|appreciated",
      "(?:that is|thats|that was|youre|you are|how)(?: (?:very|so|too|really|most|awfully|extremely))* (?:kind|nice|thoughtful|sweet|good)(?: of you)?",
      "i owe you(?: one)?|bless you|youve been (?:very |so |a great )*(?:help|helpful)|what would i do without you",
    ],
    praise: [
      "(?:well|nicely|beautifully) done",
      "(?:you (?:did|do|are doing)(?: (?:a|an|such a|very))? )?(?:good|great|nice|fantastic|excellent|awesome|amazing|brilliant|lovely|super|wonderful) (?:job|work|one|stuff)(?: (?:today|again|as always|there))?",
      "you did (?:it|well|great)(?: (?:today|again))?",
      "(?:that is|thats|youre|you are|this is|that was|this was|it is|its)(?: (?:so|really|just|very|absolutely|simply|much|the|a|an|such a))* (?:perfect|great|brilliant|awesome|lovely|wonderful|amazing|excellent|fantastic|superb|best|star|legend|gem|lifesaver|genius|treasure|clever|smart|good|helpful|nice|better|beautiful)",
      "(?:good|clever|smart) (?:girl|boy|bot|house|assistant)",
      "(?:i|we) (?:really |just )?(?:love|like|adore) (?:you|it|this|that)|love it|bravo|splendid|hooray|magic",
    ],
    goodbye: [
      "(?:good ?bye|bye)(?: (?:bye|now|for now))*",
      "(?:see|catch) (?:you|ya)(?: (?:later|soon|tomorrow|around|then|again|tonight|this evening|in the morning|next week))*",
      "so long|cya|farewell|cheerio|ciao|take care|ta ta|toodle ?oo|laters|later",
      "(?:talk|speak) (?:to you )?(?:later|soon|tomorrow)",
      "(?:have|enjoy) (?:a|your|the) (?:very |really )?(?:good|nice|great|lovely|pleasant)? ?(?:day|evening|weekend|one|time|afternoon|rest of (?:the|your) day)",
      "until (?:tomorrow|later|then|next time)",
    ],
    apology: [
      "(?:i am |im |were |we are )?(?:so |very |really |terribly |awfully )*sorry(?: (?:about|for) (?:that|this|it|shouting|the trouble|bothering you|the confusion|before|earlier))?",
      "(?:oops |whoops )?(?:my (?:bad|mistake|fault|apologies)|oops|whoops)|apologies|i apologise|i apologize|forgive me|(?:please )?excuse me|i didnt mean (?:it|that|to)|no (?:offence|offense)",
    ],
    noted: [
      "(?!.*\\b(?:thanks|thank|cheers|ta)\\b)(?:ok|okay|okey|okie|okie dokie|okey dokey|k|kk|alright|all right|right|right then|fine|good|great|nice|sure|very well|got it|gotcha|understood|noted|copy that|roger|fair enough|makes sense|(?:oh |ah )?i (?:see|understand|get it)|aha|(?:thats |that is |its |it is )?(?:fine|good|great|ok|okay|alright|all right|good to know|fine by me|fine with me)|sounds good|no problem|no worries|mhm|uh huh|will do|whatever)(?: (?:ok|okay|good|great|fine|sure|alright|got it))*",
    ],
    done: [
      "(?:that is|thats|that will be|thatll be|this is) (?:all|it|everything|enough)(?: (?:for (?:now|today|tonight)|then|(?:i need|i needed)|i wanted))*",
      "(?:that|thatll|that will) do(?: it| nicely)?",
      "nothing(?: (?:else|more|right now|for now|at all|really|now))*",
      "no (?:thanks|thank you)(?: (?:im|i am|were) (?:good|fine|ok))?",
      "no (?:thanks |thank you )?(?:nothing|that is all|thats all)(?: (?:else|more))?",
      "(?:i am|im|were|we are) (?:done|finished|all set|all good)(?: (?:here|now|for (?:now|today)))*",
      "never ?mind(?: (?:me|that|then|it))*|forget (?:it|about it|that|i (?:said|asked)(?: anything)?)",
      "(?:i was|i am|im|we were|were)(?: just)? (?:talking|speaking) to (?:someone|somebody|my (?:wife|husband|son|daughter|friend|mum|mom|dad)|the (?:dog|cat|kids|children))(?: else)?",
      "(?:i )?wasnt (?:talking|speaking) to you|i didnt mean you|not you|i didnt say anything|it was nothing|as you were",
    ],
    present: [
      "(?:are you|you) (?:there|still there|here|still here|listening|awake|online|working|alive|with (?:me|us))(?: to me)?",
      "(?:can|do|did) you (?:still )?(?:hear|understand|copy) (?:me|us|that)(?: now| ok| okay| well)?",
      "(?:is )?(?:anyone|anybody) (?:there|listening)",
      "are you (?:even )?(?:listening|paying attention)(?: to me)?",
      "(?:mic )?(?:test|testing)(?: (?:(?:test|testing)|one|two|three|1|2|3|mic|check))*|mic check|is this thing (?:on|working)",
    ],
    identity: [
      "(?:and )?who (?:are|r) (?:you|u)(?: anyway| exactly)?|what are you(?: called| exactly| anyway)?",
      "(?:what is|whats|tell me|say) your name(?: again)?|your name|what (?:do|should|can|shall) (?:i|we) call you",
      "(?:do you have|have you got|you got|have you) a name|what is it that youre called",
      "who am i (?:talking|speaking) (?:to|with)|tell me (?:something )?about yourself|tell me who you are|introduce yourself",
      "are you (?:called )?jia",
    ],
    nature: [
      "are you (?:an? |the |just an? |really an? |some kind of )?(?:robot|bot|machine|human|human being|person|real|real person|ai|a i|computer|program|woman|man|girl|boy|alive|sentient|conscious|chatgpt|language model|intelligent)",
      "who (?:made|built|created|wrote|invented|programmed|developed|designed|owns) you|(?:which|what) company (?:made|makes|built) you",
      "where (?:do|are|did) you (?:come )?from|how old are you|when were you (?:born|made)|do you (?:have feelings|sleep|dream|eat|ever sleep)",
    ],
    help: [
      "help(?: (?:me|us|out|here|wanted|needed|page|menu|please))*",
      "what(?: (?:else|exactly|all|other things|kind of things|sort of things|things|stuff))? (?:can|could|do|will) (?:you|u|i|we) (?:actually |even )?(?:do|say|ask|control|manage|handle|switch|understand|know how to do|tell you(?: to do)?|ask (?:you|of you)(?: to do)?|make you do|use you for|do with you|help (?:me |us )?with)(?: (?:for|with|to) (?:me|us|you))?(?: (?:here|in this (?:house|home|flat)|around here|in here))?",
      "what are you (?:capable of(?: doing)?|able to do|good (?:at|for)|here for|for)(?: here)?|(?:what is|whats) your (?:purpose|job)|what do you do",
      "(?:what|which) (?:commands|things|features|skills|functions|sentences|words|phrases)(?: (?:can (?:i|we|you) (?:use|say|do)|do you (?:know|have|understand|support)|are there|work))?",
      "how (?:do|can|should|would|does) (?:i|we|one|you|it|this)(?: thing)? (?:use|talk to|speak to|work|operate|control|do)(?: (?:with )?(?:you|this|it|things|this thing|jia|here))?",
      "(?:give|show|tell|teach) (?:me|us)(?: (?:some|a few|an|more|your|the|how to use (?:you|this)|what (?:you can|i can|to) (?:do|say)|what you (?:know|do)))*(?: (?:examples?|sample|commands|example commands|options|instructions|tips))?(?: of (?:(?:a )?commands?|what (?:i|you) can (?:do|say)|things to say))?(?<=examples?|commands|options|instructions|tips|say|do|know|you|this)",
      "i (?:dont|do not) (?:know|understand)(?: (?:how|what))(?: (?:to|i can|you can))? (?:use|do|say|work)(?: (?:with )?(?:this|you|it)(?: thing)?)?",
      "(?:i|we)(?: could use| need| want)(?: some| your| a bit of)? help(?: with (?:this|you))?|(?:can|could|will|would) you help(?: (?:me|us|out))*",
      "examples?|instructions|commands|(?:user )?(?:guide|manual)|what now",
    ],
    time: [
      "(?:(?:what is|whats|what was|tell me|tell us|give me|check|got|have you got|do you have|do you know|do you happen to know|happen to know|know|any idea|say|read me|i need|i want to know)(?: what)? )?(?:the |whats the |what is the )?(?:current |right |exact |local )*time(?: (?:is it|it is|now|right now|at the moment|today|check|here|exactly))*",
      "(?:what|which) (?:time|hour) (?:is it|it is|have you got|do you have|do you make it|have we got)(?: (?:now|right now|at the moment|already|exactly|here|by you))*",
      "how late is it(?: (?:now|already))*|what does the clock say|what o ?clock is it|what time it is",
      `is it (?:(?:already|past|after|nearly|almost|about|only|really|half past|gone) )*${CLOCK}(?: (?:yet|already|now))+`,
      `is it (?:(?:already|past|after|nearly|almost|gone) )+${CLOCK}`,
    ],
    date: [
      "(?:(?:what is|whats|what|tell me|tell us|give me|do you know|say)(?: the)? )?(?:the |todays? |todays |current )*date(?: (?:is it|it is|is today|today|now|of today|tomorrow|for today|do we have))*",
      `(?:what|which) date (?:is it|is|was it|was|will it be|it is|do we have|have we got)(?: ${DAY}| now| again)*`,
      `what (?:is|was|will be|will|s) (?:the date|(?:todays|tomorrows|today|tomorrow) date)(?: be)?(?: ${DAY})?`,
      "(?:what|which) day of the month is it(?: today)?|what is the date (?:today|tomorrow)",
    ],
    year: [
      "(?:what|which) (?:year|month) (?:is it|is this|are we in|do we have|have we got)(?: now| again| currently)?|what is the (?:current )?(?:year|month)",
    ],
    weekday: [
      `(?:what|which)(?: weekday| day| day of the week) (?:is it|it is|is|was it|was|will it be|will|do we have|have we got)(?: ${DAY})?(?: be| now| again| already)*`,
      `(?:what|whats|what is) (?:today|tomorrow|the day)(?: today)?|what(?: is)? (?:${DAY}|the day) (?:of the week|going to be)?`,
      `is (?:it|today|tomorrow) (?:already |really )?(?:a )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|the weekend)(?: today| already| yet| tomorrow)?`,
      "what day today|what day of the week",
    ],
    night: [
      "good ?night|night night|nighty night|nite nite|nightie night|nighty",
      "night (?:jia|all|everyone|everybody|house|alexa|guys|folks|love|darling|dear)",
      "(?:it is |its )?(?:(?:my |our )?bed ?time|time for bed|time to (?:sleep|go to (?:bed|sleep)|hit the (?:hay|sack)|turn in|get some sleep))(?: now| for (?:me|us))*",
      `${I}(?: ${SOON})* (?:going|heading|headed|away|gonna go|going to go|off|to go|ready|go)(?: up| straight)? (?:to (?:bed|sleep)|for bed)(?: now| early| then)*`,
      `${I}(?: ${SOON})* (?:turning in|hitting the (?:hay|sack)|calling it a (?:day|night)|off for the night|done for the (?:day|night)|knackered and off to bed|going to hit the (?:hay|sack))(?: now| early| for the night)*`,
      "(?:i|we)(?: really)? (?:want|need|would like|have|ought|d like|had better|should)(?: to)? (?:sleep|go to (?:bed|sleep)|get some sleep)(?: now)?",
      "(?:i think )?(?:ill|i will|well|we will|i shall|lets|let us|let)(?: just| all)? (?:go to (?:bed|sleep)|turn in|hit the (?:hay|sack)|call it a (?:day|night)|head (?:up )?to bed|get some sleep)(?: now)?",
      "(?:going|off|heading|heading up|up) to (?:bed|sleep)(?: now)?|sleep (?:tight|well)|sweet dreams",
    ],
    leaving: [
      `(?:${I}|ill be|i will be)(?: ${SOON})* (?:leaving|heading (?:out|off)|going (?:out|away|off)|off out|off|(?:popping|stepping|nipping|going|heading|running|off) out|out of here|out the door|on (?:my|our) way out|setting off|away)(?: (?:now|the (?:house|flat|apartment)|home|${TRIP}))*`,
      `${I}(?: ${SOON})* (?:going|heading|off|leaving|driving|out)(?: now)? ${TRIP}(?: now)*`,
      `(?:just )?(?:popping|stepping|nipping|heading|going|off) (?:out|off)(?: (?:now|${TRIP}))*|(?:off|heading|going) ${TRIP}(?: now)*`,
      "gotta (?:go|run|dash)(?: now)?|must dash|(?:it is |its )?time to (?:go|leave|head out|get going|go to (?:work|school))(?: now)?",
      "(?:i|we|ive|weve)(?: really)? (?:have|got|need|must|gotta|want|should|gotta)(?: got)?(?: to)? (?:go|leave|head out|run|get going|be off|dash|go out|go to (?:work|school))(?: now)?",
      "(?:nobody|no one|none of us)(?: is| will be| s)?(?: going to be| gonna be| be)? (?:home|at home|in|here|around)(?: (?:for (?:a (?:bit|while|few (?:hours|days)|week)|the (?:day|weekend|week|rest of the day)|now)|now|today|all day|until (?:tonight|tomorrow|later)))*",
      "(?:ill be |well be |i will be |we will be |im |were |be )?back (?:soon|later|this (?:evening|afternoon)|tonight|tomorrow|in (?:a (?:bit|while|few (?:hours|days))|an hour|the evening|\\d+ (?:minutes|hours|days)))(?: tonight)?",
      `(?:everyone|everybody|the whole family) (?:is )?(?:leaving|going out|heading out|out|off)(?: now| (?:for the day))?|were gone|we are gone|gone out|gone ${TRIP}`,
    ],
    home: [
      `${I}(?: ${SOON})* (?:home|back)(?: (?:home|now|again|at last|early|safely|safe and sound|at home|in|finally|${FROM}))*`,
      `(?:i |we |ive |i have |weve |we have )?(?:just |finally |only just |at last )*(?:got|came|gotten|arrived|walked|made it|got back|come back|came back|returned)(?: (?:home|back|in|through the door|in the door))+(?: (?:just now|now|${FROM}))*`,
      `(?:i |we |ive |i have |weve |we have )(?:just |finally |only just )*(?:arrived|returned)(?: (?:home|${FROM}))*`,
      `(?:finally|at last|just|safely)(?: back)? (?:home|back)(?: (?:now|again|${FROM}))*|(?:home|back)(?: (?:home|again|at last|now|sweet home|finally|${FROM}))+`,
      "home sweet home|honey im home|guess who is (?:home|back)",
    ],
    film: [
      "(?:it is |its )?(?:(?:film|movie|cinema|netflix|popcorn)s? (?:night|time|evening)|time for (?:a|the|our) (?:film|movie))(?: now)?",
      "(?:lets|let us|let|(?:i|we|id|wed)(?: would)?(?: really)? (?:want to|wanna|like to|feel like)|(?:im|i am|were|we are)(?: just)? (?:going to|gonna|about to|ready to|here to)|time to|gonna|ill|we will|shall we) (?:(?:watch|watching)|start|see|put on|enjoy)(?: a| the| our| another| some| this)?(?: good| new| nice| scary)? (?:films?|movies?|flick|netflix|cinema)(?: now| together)*",
      "(?:im|i am|were|we are)(?: just| all)? (?:watching|starting)(?: a| the| our| another) (?:film|movie)(?: now)?",
      "(?:the |our )?(?:film|movie)(?: is)? (?:about to (?:start|begin)|starting|beginning|starts|begins)(?: now)?",
      "(?:home )?(?:cinema|movie|film|theater|theatre) mode",
    ],
    cold: [
      ...felt("cold|freezing(?: cold)?|chilly|nippy|frozen|shivering|icy|parky|ice cold|draughty|cold and damp|frosty"),
      "freezing|brr+|(?:im )?(?:freezing|frozen) (?:to death|solid|my (?:toes|fingers|feet|socks) off)|my (?:hands|feet|toes|fingers) are (?:so |really |like )?(?:cold|freezing|frozen|ice)",
    ],
    hot: [
      ...felt(
        "hot|boiling(?: hot)?|roasting|sweltering|baking|melting|sweating|burning up|overheating|scorching|sweaty|like an oven|like a sauna|stifling|toasty",
      ),
      `(?:${SUBJECT} )?(?:so |too |really |far too |way too |much too |a bit |a bit too |a little |rather |quite |very |getting (?:too |a bit |really )?)+warm(?: ${HERE})*`,
      "sweltering|(?:im )?(?:boiling|melting) (?:alive|away)|im dying of (?:the )?heat|this heat is (?:unbearable|killing me)",
    ],
    dark: [
      "(?:please |can you |could you )?(?:give (?:me|us)|id like|i need|we need|i want|i could use|we could use) (?:some|a bit of|a little) light(?: (?:in here|here|please))*|let there be light",
      ...felt("dark|dim|gloomy|pitch (?:black|dark)|murky|dingy|poorly lit"),
      "(?:i |we )?(?:cant|cannot|can not|can (?:hardly|barely)) see(?: (?:a (?:damn )?thing|anything|much|well|properly|what im doing|where im going|my (?:hand|book|feet)|the (?:stairs|floor|steps|way)))*(?: in here| here| in the dark)?",
      "(?:there is )?(?:not enough|hardly any|barely any|so little|no) light(?: (?:in here|here|to (?:read|see|work)(?: by)?))+|why is it so dark(?: in here)?",
    ],
    bright: [
      `(?:${SUBJECT} )?(?:a bit |a little |far |way |much |just )?(?:too|so) (?:bright|glaring|dazzling|light)(?: ${HERE})*|(?:${SUBJECT} )?a (?:bit|little) (?:too )?bright(?: ${HERE})*`,
      `(?:${SUBJECT} )?(?:${VERY} )?(?:blinding|dazzling|glaring)(?: ${HERE})*|(?:the |this )?light (?:is )?(?:hurts|hurting) my eyes`,
    ],
    stuffy: [
      ...felt("stuffy|airless|stale|unventilated"),
      "(?:the )?air (?:in here )?(?:is|feels) (?:so |really |a bit |very |pretty )*(?:bad|stale|stuffy|thick|used up|heavy)(?: in here)?|(?:there is )?no (?:fresh )?air in here",
    ],
    smelly: [
      ...felt("smelly|stinky"),
      "(?:it|this room|the room|this place|the air)(?: really)? (?:smells|stinks|reeks)(?: (?:so|really|very|a bit))*(?: (?:bad|awful|terrible|horrible|disgusting|funny|nasty|of (?:food|fish|onions?|garlic|cooking|fried food|dog|cat|cabbage)))*(?: in here| here)?(?<=bad|awful|terrible|horrible|disgusting|funny|nasty|stinks|reeks|here|food|fish|onions?|garlic|cooking|dog|cat|cabbage)",
      "there is (?:a|an|such a) (?:really |very )*(?:bad|awful|terrible|horrible|nasty|funny|strange|weird|unpleasant) (?:smell|odor|odour|stink|stench)(?: in here| here)?|what is that (?:awful |terrible |horrible )?(?:smell|stink)(?: in here)?",
    ],
    dry: [
      `(?:it is|its|it feels|the air(?: in here)? (?:is|feels)|this room is)(?: ${VERY})* (?:dry|bone dry|parched)(?: ${HERE})*`,
      `my (?:skin|lips|throat|nose|eyes) (?:is|are|feels?)(?: ${VERY})* dry(?: ${HERE})*|(?:${VERY} )+dry(?: ${HERE})*|dry (?:air )?in here`,
    ],
    humid: felt("humid|damp|muggy|clammy|moist|sticky|wet"),
    loud: [
      "(?:it is|its|that is|thats|this is|the (?:music|sound|volume) is)(?: (?:a bit|a little|far|way|much|just|really))* (?:too|so) (?:loud|noisy)(?: (?:in here|for me|for us|now|again))*",
      "(?:way |far |much |a bit |a little )?too (?:loud|noisy)(?: (?:in here|for me|for us|now))*|(?:i )?cant hear myself think|(?:that is |thats )?too much noise",
    ],
    quiet: [
      "(?:it is|its|that is|thats|the (?:music|sound|volume) is)(?: (?:a bit|a little|far|way|much|just|really))* too quiet(?: (?:in here|for me|for us|now))*",
      "(?:i |we )?(?:cant|cannot|can (?:hardly|barely)) hear (?:it|a thing|anything|a word|the (?:music|sound|film|movie))",
    ],
    aside: [
      "(?:everybody|everyone|kids|children|all of you)?(?: ?please)?(?: ?sit down| be quiet| settle down| come in| quiet)+",
      "look who is (?:here|back|home)|guess (?:what|who)|its me|it is me|only me|here (?:i am|we are)|(?:what|its been) a (?:long )?day|at last|finally",
      "(?:im|i am|were|we are) (?:so |really |very |dead |a bit )*(?:tired|exhausted|knackered|sleepy|shattered|hungry|wiped out)|its (?:getting )?(?:so )?late|it is (?:getting )?(?:so )?late",
      "(?:perfect|great|brilliant|awesome|lovely|wonderful|amazing|excellent|fantastic|superb|good|nice|cool|sweet|neat|marvellous|super)",
      "(?:grab|get|bring) (?:the|some) popcorn|popcorn (?:is )?ready",
    ],
  },
  places: { behind: [" in(?: the| my| our)?$", ""], inFront: ["^", "it "] },
  elsewhere:
    "outside|outdoors|out there|out|yesterday|today|tomorrow|tonight|last (?:night|week|winter|summer|year|time)|this (?:morning|afternoon|evening|week|winter|summer|year)|earlier|later|soon|in (?:the )?(?:winter|summer|morning|afternoon|evening|night)|at (?:work|school|night|the office)|abroad",
  beyond: [
    "(?:(?:tell|read|give|say|recite)(?: (?:me|us))? )(?:a|an|another|some|something|the|one more|your best|me)? ?(?:\\w+ ){0,2}(?:jokes?|story|stories|poems?|riddles?|facts?|fairy tale|news|headlines|weather|forecast|funny|quote|horoscope)(?: .*)?",
    "(?:make (?:me|us) laugh|sing|hum|rap|dance|beatbox)(?: .*)?|(?:write|compose|recite)(?: me| us)? (?:a|an|the|some) .*|do you know (?:a|any|some) (?:good |funny )?(?:jokes?|songs?|stories|poems?|riddles?)(?: .*)?",
    "(?:what is|whats|how is|hows|what will|what was|how will)(?: be)? the (?:weather|forecast|temperature outside|news)(?: .*)?|what weather .*|weather(?: (?:today|tomorrow|forecast|report|please))*",
    "(?:is it|will it|is it going to|does it|did it)(?: be| look like)? (?:rain|raining|snow|snowing|sunny|cloudy|windy|stormy|hail|freeze)(?: .*)?|do (?:i|we) need (?:an umbrella|a coat|a jacket|sunscreen)(?: .*)?",
    "who (?:is|was|are|were|won|wrote|invented|discovered|painted|sang|plays|played) .*|how (?:tall|old|big|deep|far|high|heavy) (?:is|was|are) .*|when (?:was|did|is) .* (?:born|die|invented|built|start|end)|where is (?:the )?(?:capital|country|city) .*",
    "(?:what is|whats|how much is) (?:\\d+|\\w+) (?:plus|times|minus|divided by|to the power of) .*|(?:what is|whats) the (?:capital|meaning|population|square root|definition|tallest|biggest|largest|longest|price|exchange rate|score) .*",
    "translate .*|how do you (?:say|spell) .*|what does .* mean|why (?:is|are|do|does) (?:the sky|the sea|cats|dogs|people|we|birds|water|leaves) .*|explain .*|recommend .*|what should (?:i|we) (?:eat|cook|have for|wear|watch) ?.*|play (?:a |some )?(?:game|trivia|quiz)(?: .*)?|lets (?:play|chat|talk)(?: .*)?",
  ],
  judging: [
    "what (?:can|could|else can) (?:you|i|we|one) (?:all |possibly )?do with .*|what (?:else |all )?can (?:the|my|our|this|that|his|her) .* (?:all )?do|what (?:is|are) .* (?:good for|capable of|able to do)",
    "(?:is|are) (?:there )?(?:anything|something|any \\w+|the \\w+) .*(?:shouldnt|should not|neednt|need not|does not need to|doesnt need to|do not need to|dont need to) be.*|.*(?:on|running|open) (?:for nothing|unnecessarily|needlessly|for no (?:good )?reason)",
  ],
  days: [
    ["day after tomorrow", 2],
    ["day before yesterday", -2],
    ["tomorrows?", 1],
    ["yesterdays?", -1],
  ],
  scenes: {
    night: [
      "good night",
      "night",
      "bed",
      "bedtime",
      "sleep",
      "sleeping",
      "going to bed",
      "go to bed",
      "night night",
      "all off for the night",
    ],
    leaving: [
      "away",
      "leaving",
      "leave",
      "leaving home",
      "leave home",
      "leaving the house",
      "goodbye",
      "going out",
      "out",
      "nobody home",
      "im leaving",
      "off to work",
    ],
    home: [
      "home",
      "im home",
      "coming home",
      "arrive",
      "arriving",
      "arrive home",
      "arrival",
      "welcome",
      "welcome home",
      "back home",
      "im back",
      "come home",
    ],
    film: [
      "film",
      "movie",
      "cinema",
      "movies",
      "home cinema",
      "movie night",
      "film night",
      "watch a film",
      "watch a movie",
      "watching a movie",
      "watching a film",
      "theater",
      "theatre",
      "home theater",
      "home theatre",
    ],
  },
  sceneEndings: ["mode", "scene", "time", "routine"],
  nightLights: "night ?light|night lamp",
};
