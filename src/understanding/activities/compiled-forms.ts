import { ofLanguages } from "../languages.ts";
import { Patterns } from "../text/patterns.ts";
import type { ActivityForms } from "./forms.ts";

/** The activity patterns of one language, compiled. */
export interface CompiledActivityForms extends Pick<ActivityForms, "activities" | "begins" | "things"> {
  readonly ends: Patterns;
  readonly lasts: Patterns;
  readonly done: Patterns;
  readonly stopped: Patterns;
  readonly howFar: Patterns;
  readonly awaited: Patterns;
}

/** The activity patterns of all languages. */
export const activityForms: () => readonly CompiledActivityForms[] = ofLanguages((languages) =>
  languages.flatMap(({ activities: known }) =>
    known
      ? [
          {
            ...known,
            ends: new Patterns(known.ends),
            lasts: new Patterns(known.lasts),
            done: new Patterns(known.done),
            stopped: new Patterns(known.stopped),
            howFar: new Patterns(known.howFar),
            awaited: new Patterns(known.awaited),
          },
        ]
      : [],
  ),
);
