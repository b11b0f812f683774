import type { SlowSceneForms, WhenDoneForms } from "../../utterance/forms/when-done.ts";

const IT_IS = "(?:it|that|this|he|she)(?:'s|s| is| has| has been| gets)?";
const DONE =
  "(?:all )?(?:done|finished|through|ready|over|complete|completed|finishes|ends|stops)(?: (?:cleaning|washing|running|sweeping|vacuuming|drying|cooking|with (?:it|that)))?";

export const ENGLISH_WHEN_DONE: WhenDoneForms = {
  says: [
    new RegExp(
      `^(?<first>.+?)[,;]?(?: and| then| and then)?[,]? (?:when|once|after|as soon as) ${IT_IS} ${DONE},? (?:then )?(?<then>.+)$`,
      "u",
    ),
    new RegExp(
      `^(?<first>.+?)(?:,| and|, and|, then| and then| then) (?:then )?(?<then>.+?) (?:when|once|after|as soon as) ${IT_IS} ${DONE}$`,
      "u",
    ),
    /^(?:when|once|after|as soon as) (?<who>the .+?) (?:has |is )?(?:finished|done) (?:cleaning|washing|sweeping|vacuuming|drying|cooking|running),? (?:then )?(?<then>.+)$/u,
  ],
  rule: "when {name} is finished, {then}",
};

export const ENGLISH_SLOW_SCENES: SlowSceneForms = [
  /^(?<scene>.+?),? (?:(?:slowly|gradually|gently|smoothly),? )*(?:over|within|during)(?: the next)? (?<by>.+?)$/u,
  /^(?:slowly|gradually|gently) (?<scene>.+?) (?:over|within|in)(?: the next)? (?<by>.+?)$/u,
];
