import { ofLanguages } from "../languages.ts";
import { Patterns } from "../text/patterns.ts";
import type { EventForms } from "./events.ts";
import type { UtteranceForms } from "./forms.ts";

/** The forms of all languages, each list compiled as one. */
export type CompiledUtteranceForms = Readonly<Record<keyof UtteranceForms, Patterns>>;

/** The utterance patterns of all languages. */
export const utteranceForms: () => CompiledUtteranceForms = ofLanguages((languages) => {
  const all = (key: keyof UtteranceForms): Patterns =>
    new Patterns(languages.flatMap(({ utterances }) => utterances[key]));
  return {
    openings: all("openings"),
    closings: all("closings"),
    wishes: all("wishes"),
    passives: all("passives"),
    because: all("because"),
    statements: all("statements"),
    facts: all("facts"),
    so: all("so"),
    repairs: all("repairs"),
    interruptions: all("interruptions"),
    corrections: all("corrections"),
    clarifies: all("clarifies"),
    afterthoughts: all("afterthoughts"),
    asksFor: all("asksFor"),
    contrasts: all("contrasts"),
    affirmed: all("affirmed"),
    impersonal: all("impersonal"),
    retracts: all("retracts"),
    subjects: all("subjects"),
    doers: all("doers"),
    quotes: all("quotes"),
    warnings: all("warnings"),
    wonders: all("wonders"),
    complaints: all("complaints"),
    overdue: all("overdue"),
    moments: all("moments"),
    past: all("past"),
    coming: all("coming"),
    tellings: all("tellings"),
    moods: all("moods"),
    abilities: all("abilities"),
    permissions: all("permissions"),
    requests: all("requests"),
    picks: all("picks"),
    modes: all("modes"),
  };
});

/** The clauses for events, of all languages. */
export const eventForms: () => readonly EventForms[] = ofLanguages((languages) =>
  languages.map(({ events }) => events),
);
