import { ofLanguages } from "../languages.ts";
import { Patterns } from "../text/patterns.ts";
import type { ActivityForms } from "./forms.ts";

/** The forms of one language, ready to look a clause up in. */
export interface CompiledActivityForms extends Pick<ActivityForms, "activities" | "begins" | "things"> {
  readonly ends: Patterns;
  readonly lasts: Patterns;
  readonly done: Patterns;
  readonly stopped: Patterns;
  readonly howFar: Patterns;
  readonly awaited: Patterns;
}

/** Of all languages that are understood. */
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
