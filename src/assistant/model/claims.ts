/**
 * Whether a sentence says that something was done, and whether a text asks for it: what decides if a model that called no
 * tool is to be believed. Wide on purpose: a false alarm costs one more model call, a miss tells a person an untruth.
 */

const DONE = new RegExp(
  [
    /\b(done|all set|i(['’]ve| have)( just| now)? (\w+ed|set|shut|put|begun|made)|(has|have) been \w+(ed|set|shut))\b/,
    /\b(is|are|['’]s|['’]re)( all)? (on|off|open|closed|locked|unlocked|dimmed|set) now\b|\b(has|have) now been\b/,
    /\b(is|are) now\b|\bnow (on|off|set|open|closed|locked|unlocked|playing|running)\b/,
    /^\s*(ok(ay)?|sure|certainly|alright|got it)\b[^?]*\b(turn|switch|sett|open|clos|start|stopp|dimm|lock|unlock|\w+ing\b)/,
    /\b(turned|switched|set|opened|closed|dimmed|locked|unlocked|started|stopped|increased|decreased|raised|lowered)\b.*\b(on|off|to|up|down|for you|the|your)\b/,
    /^\s*(turning|switching|setting|opening|closing|dimming|locking|unlocking|starting|stopping|adjusting)\b/,
    /\bi(['’]ll| will)\b.*\b(turn|switch|set|open|close|start|stop|dim|lock|unlock|remind|wake|tell you|let you know)\b/,
    /已(经)?(为您|为你|帮您|帮你|将|把|全部|成功)?.{0,12}(打开|开启|关闭|关掉|关上|调|设|启动|开始|停止|暂停|锁|解锁|完成|执行|切换|拉)/,
    /(为您|为你|帮您|帮你).{0,12}(打开|开启|关闭|关掉|调|设|启动|停止)/,
    /(我会|到时|届时|稍后).{0,16}(开|关|调|设|提醒|叫|启动|停)/,
    /(打开|开|关闭|关|关掉|调|设置|设|启动|锁)(好|上|成|掉)?[了啦]|^\s*(好的|好了|搞定|完成|没问题)/,
  ]
    .map((pattern) => pattern.source)
    .join("|"),
  "iu",
);

const ACTION = new RegExp(
  [
    /\b(turn|switch|set|open|close|shut|dim|brighten|lock|unlock|start|stop|pause|resume|play|mute|raise|lower|increase|decrease|reduce|make|put|run|activate|deactivate|enable|disable|clean|vacuum|warm|cool|heat|remind|wake|timer|alarm|schedule)\b/,
    /\bi(['’]d like| would like|['’]d love| want| need)\b(?! to (know|ask|see)\b)/,
    /^(?!\s*(tell|show|list)\b).*\b(on|off)\b[\s,]*(please|now)?[\s.!]*$/,
    /\b(brighter|darker|dimmer|warmer|cooler|colder|louder|quieter|softer|faster|slower|higher)\b/,
    /开|关|调|设|启动|停|暂停|继续|播放|静音|锁|亮一?点|暗一?点|高一?点|低一?点|大一?点|小一?点|扫|打扫|拉上|升|降|加热|制冷|制热|除湿|提醒|叫我|定时|闹钟|计时/,
  ]
    .map((pattern) => pattern.source)
    .join("|"),
  "iu",
);

const QUESTION =
  /[?？]\s*$|^\s*(is|are|was|were|do|does|did|what|which|who|when|where|why|how|has|have)\b|吗\s*[。!！]?\s*$|什么|怎么|多少|几|哪|是不是|有没有|为什么|是否/iu;

/** Politeness in the form of a question: "can you turn it off?", "能关一下灯吗". */
const POLITE = /^\s*(please\b|(can|could|would|will) (you|we|i)\b|你?(能|可以|能不能|可不可以|麻烦|请|帮))/iu;

/** Whether the text asks for something to be done. */
export function asksForAction(text: string): boolean {
  return ACTION.test(text) && (!QUESTION.test(text) || POLITE.test(text));
}

/** Whether the reply says that something was done. A question back claims nothing. */
export function claimsDone(reply: string): boolean {
  return DONE.test(reply) && !isQuestion(reply);
}

/** Whether a reply waits for an answer. */
export function isQuestion(reply: string): boolean {
  return /[?？]["”’」]?\s*$/u.test(reply);
}
