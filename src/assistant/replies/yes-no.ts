/** Whole answers to a question that wants a yes; anything longer is a new request. */
const YES = new Set(
  "yes|y|yep|yeah|yup|sure|ok|okay|confirm|confirmed|do it|go ahead|please do|yes please|yes do it|of course|certainly|affirmative|right|correct|i am sure|i'm sure|是|是的|好|好的|好吧|行|可以|确定|确认|对|对的|嗯|嗯嗯|没错|执行|同意|要|需要|当然|去吧|做吧|打开吧|开吧".split(
    "|",
  ),
);
const NO = new Set(
  "no|n|nope|nah|don't|do not|cancel|stop|never mind|nevermind|forget it|no thanks|no thank you|no don't|negative|not now|leave it|不|不要|不用|不用了|不是|不行|不可以|不好|否|取消|算了|别|不必|不需要|不了|先不|停".split(
    "|",
  ),
);

/** true for a yes, false for a no, null for anything else. */
export function yesOrNo(text: string): boolean | null {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[\s,.;:!?。，！？、~]+/gu, " ")
    .trim()
    .replace(/(?<=\p{Script=Han})[吧啊呀哦了的啦]$/u, "");
  const words = plain.replace(/ (please|thanks|thank you|jia)$/, "");
  for (const form of [plain, words, text.trim()]) {
    if (YES.has(form)) return true;
    if (NO.has(form)) return false;
  }
  return null;
}
