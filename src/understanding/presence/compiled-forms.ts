import { ofLanguages } from "../languages.ts";
import { Patterns } from "../text/patterns.ts";
import type { PeopleForm, PeopleForms } from "./forms.ts";

export interface CompiledPeopleForms {
  readonly all: readonly PeopleForms[];
  readonly hints: readonly RegExp[];
  readonly patterns: Patterns;
  /** Keyed by their patterns. */
  readonly forms: ReadonlyMap<RegExp, PeopleForm>;
}

/** The forms of all languages. */
export const peopleForms: () => CompiledPeopleForms = ofLanguages((languages) => {
  const all = languages.flatMap(({ people }) => people ?? []);
  const forms = all.flatMap((each) => each.forms);
  return {
    all,
    hints: all.map(({ hint }) => hint),
    patterns: new Patterns(forms.map(({ said }) => said)),
    forms: new Map(forms.map((form) => [form.said, form])),
  };
});
