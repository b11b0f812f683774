import { normalise, tokenise } from "../../understanding/text/tokens.ts";
import { objectionsIn } from "../../understanding/utterance/objection.ts";
import { yesOrNo } from "./yes-or-no.ts";

/** A yes to a part of what was asked about. */
interface PartialYes {
  /** The words for the part that is left out, or with `only` for the part that is meant. */
  readonly what: string;
  readonly only: boolean;
}

/** The longest yes before an exception, in tokens. */
const LONGEST_YES = 6;

/**
 * Reads a yes to a part: "yes, but leave the lamp on", 可以，电视别关, "only the lights". Gives every reading of the words; empty
 * where the text is anything else.
 */
export function partialYesIn(text: string): readonly PartialYes[] {
  const source = normalise(text);
  const ends = tokenise(source)
    .slice(1, LONGEST_YES + 1)
    .map(({ start }) => start);
  const rests = ends.flatMap((end) => (yesOrNo(source.slice(0, end)) === true ? [source.slice(end)] : []));
  const after = rests.flatMap((rest) => partsIn(rest.replace(/^\P{L}+/u, "")));
  const denied = ends.some((end) => yesOrNo(source.slice(0, end)) === false);
  // "Only the lights" says yes by itself.
  return denied ? [] : after.length > 0 ? after : partsIn(source).filter(({ only }) => only);
}

function partsIn(text: string): readonly PartialYes[] {
  return objectionsIn(text).flatMap((objection): readonly PartialYes[] => {
    if (objection.kind === "spare") return [{ what: objection.what, only: false }];
    return objection.kind === "only" ? [{ what: objection.what, only: true }] : [];
  });
}
