import { understoodLanguages } from "../languages.ts";
import { patternText, withoutEndMark } from "../text/pattern-text.ts";

/** A sentence about the modes of the home; `sure`: not about a device, even if one has a mode of that name. */
export type ModeRequest =
  | { readonly kind: "begin"; readonly names: Names; readonly sure: boolean }
  | { readonly kind: "told"; readonly mode: string }
  | { readonly kind: "end"; readonly names: Names }
  /** Without a word for a mode: it only counts if there is a mode of that name. `goes`: a change from another mode. */
  | { readonly kind: "bare"; readonly names: Names; readonly does: "goes" | "begins" | "ends" }
  /** One of these modes (ids) ends, if the home is in it. */
  | { readonly kind: "over"; readonly modes: readonly string[] }
  /** `names`: whether it is this mode; null: which one it is. `here`: a device in focus may be meant. */
  | { readonly kind: "asked"; readonly names: Names | null; readonly here: boolean }
  /** A mode is created, or deleted. */
  | { readonly kind: "made"; readonly names: Names }
  | { readonly kind: "removed"; readonly names: Names }
  /** What a mode does: that of this name, or with this id. */
  | { readonly kind: "does"; readonly names: Names | null; readonly mode: string | null }
  /** When the mode of this name began. */
  | { readonly kind: "when"; readonly names: Names }
  | { readonly kind: "listed" };

/** Possible names of a mode: as it was said, and with the word for "mode" behind it. */
type Names = readonly [said: string, whole: string];

/** Longer sentences say more than that. */
const LONGEST = 80;

/** Reads a sentence about the modes of the home; null for any other text. Does not check whether there is a mode of that name. */
export function modeRequestIn(text: string): ModeRequest | null {
  const source = withoutEndMark(text);
  if (source.length > LONGEST) return null;
  const nameIn = (patterns: readonly RegExp[]): string | undefined => {
    for (const pattern of patterns) {
      const name = pattern.exec(source)?.groups?.["name"];
      if (name !== undefined) return name;
    }
    return undefined;
  };
  for (const { modes } of understoodLanguages()) {
    if (!modes) continue;
    const names = (name: string): Names => [name, `${name}${modes.word}`];
    const asked = modes.questions.map((pattern) => pattern.exec(source)).find((match) => match !== null);
    const about = asked?.groups?.["name"];
    if (asked) return { kind: "asked", names: about === undefined ? null : names(about), here: false };
    if (modes.questionsHere.some((pattern) => pattern.test(source))) return { kind: "asked", names: null, here: true };
    if (modes.listed.some((pattern) => pattern.test(source))) return { kind: "listed" };
    for (const kind of ["made", "removed"] as const) {
      const own = nameIn(modes[kind]);
      if (own !== undefined) return { kind, names: names(own) };
    }
    const begins = Object.entries(modes.doesWhen).find(([, patterns]) => patterns.some((each) => each.test(source)));
    if (begins) return { kind: "does", names: null, mode: begins[0] };
    const does = nameIn(modes.does);
    if (does !== undefined) return { kind: "does", names: names(does), mode: null };
    const when = nameIn(modes.when);
    if (when !== undefined) return { kind: "when", names: names(when) };
    // "Everyone's asleep?" is a question.
    const asks = patternText(text).endsWith("?");
    for (const [mode, patterns] of Object.entries(asks ? {} : modes.statements))
      if (patterns.some((pattern) => pattern.test(source))) return { kind: "told", mode };
    const over = Object.entries(asks ? {} : modes.over).filter(([, patterns]) =>
      patterns.some((pattern) => pattern.test(source)),
    );
    if (over.length > 0) return { kind: "over", modes: over.map(([mode]) => mode) };
    if (modes.greeted.some((pattern) => pattern.test(patternText(text)))) return { kind: "over", modes: ["night"] };
    const ended = nameIn(modes.ended);
    if (ended !== undefined) return { kind: "end", names: names(ended) };
    const home = nameIn(modes.home);
    if (home !== undefined) return { kind: "begin", names: names(home), sure: true };
    const named = nameIn(modes.named);
    if (named !== undefined) return { kind: "begin", names: names(named), sure: false };
    for (const does of ["goes", "begins", "ends"] as const) {
      const bare = nameIn(modes.bare[does]);
      if (bare !== undefined && !modes.played.test(bare)) return { kind: "bare", names: names(bare), does };
    }
  }
  return null;
}
