import { type ClaimSign, claimSignsBy } from "../claim-signs.ts";

/** Past forms and participles that do not end in "ed". */
const IRREGULAR =
  "beaten|began|begun|bent|blew|blown|bought|bound|broke|broken|brought|built|burnt|came|caught|chose|chosen|cut|dealt|did|done|drawn|drew|driven|drove|fed|fell|fetched|found|gave|given|gone|got|hid|hidden|hit|held|hung|kept|laid|led|left|lent|let|lit|lost|made|met|paid|put|ran|rang|risen|rose|run|rung|sent|set|shot|shown|shut|slid|sold|spread|sprung|sprang|stood|stuck|swept|swung|switched|taken|taught|threw|thrown|told|took|turned|undid|undone|went|woke|woken|wound|written|wrote";
const PAST = `(?:${IRREGULAR}|(?!(?:need|feed|seed|indeed|hundred|speed|bleed|breed|exceed|succeed|proceed|naked|sacred|wicked)\\b)[a-z]{2,}ed)`;
/** Verbs of thinking and speaking, which change nothing in the home: "I meant", "I have heard". */
const MIND =
  "(?:believed|enjoyed|guessed|hoped|learned|liked|loved|laughed|misunderstood|misjudged|noticed|smiled|supposed|wanted|wished|wondered|lost|found|met|got|did|promised|used|called|needed|tried|left|kept)";
const ADVERBS = "(?:(?:[a-z]+ly|just|also|already|even|then|now|only|once|more|again|all|both)[ ,]+)*";
const NOW = "(?:already|presently|currently|now|just|still|right now|at the moment)";
/** A definite noun phrase of up to six words. */
const DEFINITE =
  "\\b(?:the|that|this|these|those|your|yours|their|his|her|its|everything|everyone|all|both|it|they)\\b(?: [a-z'’-]+){0,6}?";
const BE = "(?: is| are|['’]s|['’]re)";
const HAVE = "(?: has| have|['’]s|['’]ve)";
const LATELY = "\\b(?:just now|right now|a (?:moment|minute|second|while|little while) ago|as we speak)\\b";

const SIGNS = {
  deed: new RegExp(
    `(?<!\\b(?:shall|should|can|could|may|might|would|will|must|do|did) )\\bi(?:['’]ve| have| had)? ${ADVERBS}(?!${MIND}\\b)${PAST}\\b|^\\W*(?:just|already) ${PAST}\\b|\\band (?:just|already) ${PAST}\\b`,
  ),
  yours: new RegExp(
    `\\byours\\b(?: [a-z]+){0,3}?(?: is| are|['’]s| has| was| got| just)\\b|\\byour\\b(?: [a-z'’-]+){1,4}?(?:${BE}|${HAVE})? ${NOW} |\\bin here\\b.*${BE} ${NOW}`,
  ),
  your: new RegExp(`\\byour\\b(?: [a-z'’-]+){1,4}?(?:${BE}|${HAVE}| got)\\b`),
  changed: new RegExp(
    `${DEFINITE}(?<! had| was| were|['’]d) (?:just|now) ${PAST}\\b|${DEFINITE}${BE} (?:${NOW} ${PAST}|(?!still )${NOW} [a-z]+ing)\\b|${DEFINITE}.*${LATELY}`,
  ),
  perfect: new RegExp(
    `${DEFINITE}${HAVE} ${ADVERBS}(?:been )?${ADVERBS}${PAST}\\b|${DEFINITE} got ${ADVERBS}${PAST}\\b`,
  ),
  result: new RegExp(`${DEFINITE}${BE} ${ADVERBS}${PAST}\\b`),
  past: new RegExp(`${DEFINITE} ${ADVERBS}${PAST}\\b`),
  aside:
    /\b(?:by the (?:way|by)|btw|incidentally|speaking of which|while (?:i['’]m|we['’]re) at it|on (?:another|a different) note|oh,? and)\b/,
} as const satisfies Partial<Record<ClaimSign, RegExp>>;

/** Statements of a value, which are checked as values: "It's set to 26", "it is at 21 right now". */
const SET_TO = /((?:\bis|\bare|['’]s|['’]re)(?: (?:still|already|currently|only|both))*) set (?:to|at)\b/g;
const MEASURED_NOW = /(\d\S*(?: (?:percent|degrees))?),? (?:right|just) now\b/g;

/** General or hypothetical statements: "if your door sticks". */
const GENERAL =
  /\b(?:if|when|whenever|unless|whether|once|should|could|can|may|might|would|must|usually|often|typically|generally|normally|sometimes|always|most|many|until|try|make sure|tend to|tends to)\b/;
const TO_HEARER = new RegExp(`\\b(?:you|your|yours)\\b|${LATELY}`);

/** Finds the signs of a sentence. @param sentence without quotations */
export function claimSigns(sentence: string): ReadonlySet<ClaimSign> {
  const text = sentence.toLowerCase().replace(/\s+/gu, " ").trim().replace(SET_TO, "$1 at").replace(MEASURED_NOW, "$1");
  const signs = claimSignsBy(SIGNS, text);
  if (signs.has("deed") && TO_HEARER.test(text)) signs.add("favour");
  if (GENERAL.test(text))
    for (const sign of ["yours", "your", "changed", "perfect", "result", "past"] as const) signs.delete(sign);
  return signs;
}
