/** How a language objects to what was just done. Each pattern is over a whole text in lower case, without its last mark. */
export interface ObjectionForms {
  /** All of it is taken back; group `act`: only where that is what was done ("don't turn it on"). */
  readonly takesBack: readonly RegExp[];
  /** A thing or a value goes back to what it was; group `what`. */
  readonly putsBack: readonly RegExp[];
  /** It shall stay as it was before; group `state` says how that is. */
  readonly leaves: readonly RegExp[];
  /** The contrary is wanted again; groups `before` and `after`: the text without the word for "again", and `act`. */
  readonly returns: readonly RegExp[];
  /** Of what something was done to, only this; groups `what`, and `act` where one is said. */
  readonly narrows: readonly RegExp[];
  /** Asks what was done. */
  readonly recalls: readonly RegExp[];
  /** Something else was meant; groups `rest`, `denied` where what was done is named, `weak` where it may begin anything. */
  readonly instead: readonly RegExp[];
}

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

/** The same in Chinese. */
const ZH_OPENING = "(?:(?:不+|不是|不对|哎呀?|诶|呃|嗯|啊|哦|错了|等等|等一下|等下|慢着|算了)[,。! ]+)*";
const ZH_IT = "(?:它们?|这个|那个|这些|那些|这盏|那盏|这盏灯|那盏灯)";
const ZH_STRONG =
  "(?:不对|不+(?=[,。! ])|不是(?:这个|那个|这盏|那盏|这间|这里|这台|那台|这样)?(?=[,。! ])|(?:你)?(?:弄|搞|说|开|关|听|我说)?错了|我(?:是)?说(?:的是|的|是)?|我要的是|我指的是|我的意思是|应该是)";
const ZH_WEAK = "(?:等等|等一下|等下|慢着|呃|哎呀?|啊不)";

/** Chinese. */
export const CHINESE_OBJECTIONS: ObjectionForms = {
  takesBack: [
    new RegExp(
      `^${ZH_OPENING}(?:不是(?:这个|那个|这样|这盏|那盏)|(?:都|两个都|一个都)?(?:不要|别)(?:这个|那个|这样|它)|(?:都|两个都|一个都)不要|别这样|别(?:动|弄)(?:它|了)?|我没(?:说|让|叫)你?(?:开|关|动|弄)?(?:这个|那个|它)?)(?:了|啊|呀|吧|啦)?$`,
    ),
    new RegExp(
      `^${ZH_OPENING}(?:先)?(?:别|不要|不用|不许|甭)(?:把?${ZH_IT})?(?:给?我?)?(?<act>打开|开|关掉|关上|关|拉上|拉开|锁上|锁)(?:${ZH_IT})?(?:了|啊|呀|吧|啦)?$`,
    ),
    new RegExp(
      `^${ZH_OPENING}(?:还是|再)?(?:把?${ZH_IT})?(?:都|全)?(?:恢复|变回|回到|还原|弄回|改回|放回)(?:到|成|为)?(?:原来|刚才|之前|原先|先前|本来)(?:的)?(?:那样|样子|状态)?(?:吧|好了)?$`,
    ),
    new RegExp(`^${ZH_OPENING}(?:还是)?(?:留着|不动|保持原样|照旧|像原来一样|跟原来一样|原来那样)(?:吧|好了)$`),
    /^(?:不+|不是|别)[,。! ]+(?:还是)?留着(?:吧|好了)?$/,
  ],
  putsBack: [
    new RegExp(
      `^${ZH_OPENING}(?:还是)?(?:把)?(?<what>.+?)(?:还是|也|再)?(?:调|改|变|换|弄|恢复|放)回(?:去|来|原来|原来的样子|原样|到?刚才(?:那样|的样子)?)(?:吧|好了)?$`,
    ),
    new RegExp(
      `^${ZH_OPENING}(?:还是)?(?:调|改|变|换|弄|恢复)(?:回|到|成)(?:原来|刚才|之前|原先)的(?<what>.+?)(?:吧|好了)?$`,
    ),
  ],
  leaves: [
    new RegExp(
      `^${ZH_OPENING}(?:还是|让${ZH_IT}|就让${ZH_IT}|就|先)*(?<state>开着|亮着|关着|锁着)(?:吧|好了|就行|就好)?$`,
    ),
  ],
  returns: [
    new RegExp(
      `^(?<before>${ZH_OPENING}(?:还是)?(?:把?${ZH_IT})?(?:都|全都|全部)?)(?:再|重新|又)(?:都|全都|全部|给我|把?${ZH_IT})?(?<after>)(?<act>打开|开|关掉|关上|关|锁上|拉开|拉上)(?:${ZH_IT})?(?:回去|回来)?(?:吧|好了)?$`,
    ),
  ],
  narrows: [
    new RegExp(
      `^${ZH_OPENING}(?:我)?(?:只|就|仅)(?:要|想|需要|让)?(?<act>打开|开|关掉|关上|关|拉开|拉上)?(?<what>.+?)(?:一个)?(?:就行了?|就好了?|就可以了?|就够了|吧|啊)?$`,
    ),
  ],
  recalls: [
    /^(?:诶|哎|等等)?[,。! ]*(?:你)?(?:刚才|刚刚|刚|方才)?(?:你)?(?:都)?(?:做了|干了|弄了|动了|改了|操作了)(?:些)?(?:什么|啥)(?:啊|呀|呢)?$/,
  ],
  instead: [
    new RegExp(
      `^${ZH_OPENING}(?:我说的?)?不是(?<denied>[^,。是]{1,12}?)(?:[,。! ]*(?:而是|是|我说的是|我要的是|我要)|[,。! ]+)(?<rest>.+)$`,
    ),
    new RegExp(`^${ZH_OPENING}(?:${ZH_STRONG}[,。! ]*)+(?:是)?(?<rest>.+)$`),
    new RegExp(`^(?:(?<weak>${ZH_WEAK})[,。! ]+)+(?:是)?(?<rest>.+)$`),
  ],
};
