import type { OpenQuestionForms } from "../../memory/open-question-forms.ts";

const WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?";
const MONTH = "january|february|march|april|may|june|july|august|september|october|november|december";
/** What tells when something is. */
const TIME = `${WEEKDAY}|${MONTH}|today|tonight|tomorrow|yesterday|daily|weekly|monthly|every|noon|midnight|mornings?|afternoons?|evenings?|nights?|weeks?|weekends?|months?|years?|o['’]clock`;

/** English. */
export const ENGLISH_OPEN_QUESTIONS: OpenQuestionForms = {
  asks: /^(?:(?:hey|ok|okay|so|and|well|oh|please|jia|sorry|again)\b[, ]*)*(?:(?:can|could|would) you (?:please )?tell me |(?:please )?tell me |do (?:you|we) (?:remember|know) |any idea |i forgot |remind me )?(?:(?:on |at |by )?(?:who|what|where|when)(?:['’]?s|['’]re|['’]ll|['’]d)?\b|which (?:day|date|time|week|month|year|street|number)\b|how (?:many|much|old|often)\b|(?:is|are|does|do|has|have) (?!you\b|there\b|i\b))/iu,
  aside: new RegExp(
    `['’](?:s|re|ll|ve|d)\\b|\\b(?:${TIME}|hey|okay?|so|well|oh|please|jia|sorry|again|can|could|would|will|shall|any|idea|forgot|remind|know|next|this|now|usually|normally|exactly|actually|due|scheduled|supposed|meant|planned|there|here|they|them|their|he|she|his|her|one|us|thing|person|day|date|time|number|names?|many|much|old|often|happen(?:s|ing)?|get(?:s|ting)?|as|up|out|off|been)\\b`,
    "giu",
  ),
  weak: /^(?:come|comes|coming|go|goes|going|home|house|family|need|needs|start|starts|open|opens|close|closes|live|lives|work|works|have|having|take|takes|keep|keeps|put|want|wants|use|uses|make|makes|see|look|new|good|big|small|first|last|[0-9]+)$/iu,
  endings: [
    [/(?<=.)([bdglmnprt])\1(?:ing|ed)$/u, "$1"],
    [/(?<=..)(?:ies|ied|y)$/u, "i"],
    [/(?<=..)(?:ing|ed|es)$/u, ""],
    [/(?<=...)[es]$/u, ""],
  ],
  aspects: [
    {
      asks: /\bwhen\b|\b(?:what|which) (?:day|date|time|week|month|year)\b|\bhow often\b/iu,
      answers: new RegExp(
        `\\b(?:${TIME})\\b|\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b`,
        "iu",
      ),
    },
    {
      asks: /\bwhere(?:['’]?s)?\b|\b(?:what|which) street\b/iu,
      answers: new RegExp(
        `\\b(?:in|on|at|under|behind|near|beside|by|above|below|inside|outside|next to|with|to|from|between|over|opposite) (?!(?:the |every |each )?(?:${TIME}|\\d+(?:$|[:.]\\d|\\s*(?:am|pm)\\b)))|\\b(?:upstairs|downstairs|here|there|street|road|avenue|shelf|drawer)\\b`,
        "iu",
      ),
    },
    { asks: /\bwho(?: is| are|['’]?s|['’]re)\b/iu, answers: /\b(?:is|are|was|were|called|named)\b|['’](?:s|re)\b/iu },
    {
      asks: /\bhow (?:many|much|old)\b/iu,
      answers:
        /\d|\b(?:no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|born|free|half)\b/iu,
    },
    {
      asks: /\bwhen (?:did|was|were)\b|^(?:did|was|were)\b|\byesterday\b|\blast (?:week|month|year|night)\b/iu,
      answers: /\b(?:did|was|were|had|went|came|got|bought|put|began|yesterday|[a-z]+ed)\b/iu,
    },
  ],
};
