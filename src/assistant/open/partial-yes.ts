import { type HomeView, isMainService, isPower } from "../../home/index.ts";
import { type Language, messages, shortName } from "../../language/index.ts";
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

/** At most so many devices are told to be left alone. */
const MOST_LEFT = 3;

/** Tells which of the devices that a yes leaves out are on; null where none is, or too many are. */
export function stillOnText(without: readonly string[], home: HomeView, language: Language): string | null {
  const on = without
    .flatMap((id) => home.device(id) ?? [])
    .filter(({ spec, state }) =>
      spec.services.some(
        ({ type, properties }) =>
          isMainService(type, spec.kind) &&
          properties.some((each) => isPower(each) && state.get(each.address)?.value === true),
      ),
    );
  if (on.length === 0 || on.length > MOST_LEFT) return null;
  return messages(language).replies.leftOn(on.map((device) => shortName(device, language, true)));
}
