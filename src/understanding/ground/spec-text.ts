import { ofLanguages } from "../languages.ts";
import type { UnderstoodLanguage } from "../understood-language.ts";

/** Patterns for descriptions in specs and for names, combined from all languages. */
interface AllSpecTextPatterns {
  /** The status of a device that works or keeps warm. */
  readonly working: RegExp;
  readonly occupied: RegExp;
  readonly charging: RegExp;
  readonly outdoor: RegExp;
  readonly ofLeaves: readonly RegExp[];
  readonly ofTarget: RegExp;
  readonly ofDoor: RegExp;
  readonly ofWindow: RegExp;
  readonly ofEither: RegExp;
  readonly leafEnd: RegExp;
}

export const specText: () => AllSpecTextPatterns = ofLanguages((languages: readonly UnderstoodLanguage[]) => {
  const all = languages.map((language) => language.specText);
  const either = (patterns: readonly RegExp[]): string => patterns.map(({ source }) => source).join("|");
  const any = (patterns: readonly RegExp[]): RegExp => new RegExp(either(patterns), "i");
  const not = either(all.map(({ notWorking }) => notWorking));
  const working = either(all.map((sign) => sign.working));
  return {
    working: new RegExp(`^(?!.*(?:${not})).*(?:${working})`, "i"),
    occupied: any(all.map(({ occupied }) => occupied)),
    charging: any(all.map(({ charging }) => charging)),
    outdoor: any(all.map(({ outdoor }) => outdoor)),
    ofTarget: any(all.map(({ ofTarget }) => ofTarget)),
    ofDoor: any(all.map(({ ofDoor }) => ofDoor)),
    ofWindow: any(all.map(({ ofWindow }) => ofWindow)),
    ofEither: any(all.map(({ ofEither }) => ofEither)),
    leafEnd: any(all.map(({ leafEnd }) => leafEnd)),
    ofLeaves: all.flatMap(({ ofLeaves }) => ofLeaves ?? []),
  };
});
