/** Words before a statement. */
const LEAD =
  "(?:(?:oh|ah|well|hm+|um+|er+m?|no|ok|okay|right|yes|yeah|sorry|wait|hang on|hold on|because|cos|since|but|and|so)\\b[,. ]*)*";
const KIN =
  "(?:mum|mom|mummy|mommy|dad|daddy|gran|granny|grandma|grandpa|grandad|nan|auntie|wife|husband|son|daughter|sister|brother|mother|father|aunt|uncle|cousin|flatmate|roommate|housemate|friend|boss|baby|little one|kids?|children|boys?|girls?|twins?|guests?|visitors?|neighbou?rs?|in-laws|parents|cleaner|babysitter|nanny|dog|cat|puppy|kitten)";
const OTHERS = `(?:s?he|they|someone|somebody|everyone|everybody|nobody|no one|(?:my|our|the|his|her|their) (?:\\w+ )?${KIN}|${KIN})`;
/** The rest of a statement, without words of commands, conditions or times. */
const MORE =
  "(?: (?!(?:and|then|so|if|when|until|till|unless|once|turn|switch|put|set|open|close|shut|lock|unlock|start|stop|make|please|on|off)\\b)[\\w'-]+){0,6}";
const ADVERBS = "(?: (?:still|just|also|already|really|only|not|all|nearly|almost|probably|currently|now|both))*";
const DOING =
  "(?:staying|sleeping|working|watching|listening|making|expecting|reading|studying|using|visiting|coming|cooking|baking|playing|resting|napping|revising|practising|practicing|writing|drawing|painting|getting|having|taking|trying|waiting|sitting|lying|talking|eating|crying|doing|going|moving|feeling)";
const BEING =
  "(?:asleep|awake|up|ill|poorly|sick|tired|cold|freezing|hot|boiling|hungry|here|in there|in here|in bed|in (?:her|his|their|the) (?:bath|shower)|on (?:her|his|their|the) (?:way|phone)|late|upset|scared|busy|around|back)";

/** English statements about people and states beside a command. */
export const ENGLISH_TELLINGS: readonly RegExp[] = [
  // "Mum's staying over", "he's still using it"
  new RegExp(`^${LEAD}(?:${OTHERS}|[a-z]{2,12})(?:'s|'re| is| are)${ADVERBS} ${DOING}${MORE}(?: in there| in here)?$`),
  new RegExp(
    `^${LEAD}(?:${OTHERS}|(?!it|that|this|there|wh|how)[a-z]{2,12})(?:'s|'re| is| are)${ADVERBS} ${BEING}${MORE}$`,
  ),
  new RegExp(
    `^${LEAD}(?:i'm|i am|we're|we are)${ADVERBS} (?:using it|in there|in here|${DOING}${MORE}(?: in there| in here)?)$`,
  ),
  // "there's toys all over the floor", but not "there's no need"
  new RegExp(
    `^${LEAD}there(?:'s|'re| is| are)${ADVERBS} (?!no (?:need|point|reason)\\b)[\\w'-]+${MORE}(?: on the [a-z]+)?$`,
  ),
  // "I am out of that", "they ordered pizza"
  new RegExp(`^${LEAD}(?:i|we)(?:'re|'m| are| am) (?:all )?out of (?:it|them|that|[a-z]+)$`),
  new RegExp(
    `^${LEAD}(?:i|we|${OTHERS}) (?:ordered|bought|burnt|burned|forgot|finished|ate|dropped|spilt|spilled|decided|went|came|left|needed|wanted)${MORE}$`,
  ),
  // "just let me tidy up first"
  new RegExp(
    `^${LEAD}(?:just )?(?:let me|i(?:'ll| will| need to| have to| want to)|i'?m going to)(?: just| quickly)* (?!have\\b|need\\b|take\\b)(?:tidy|clean|clear|finish|check|think|get|grab|pick|move|sort|have a look)${MORE}$`,
  ),
];
