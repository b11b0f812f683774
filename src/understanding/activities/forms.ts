import { ofLanguages } from "../languages.ts";

/** How a language speaks of what devices do, as an activity: "mowing", 洗碗. */
export interface ActivityForms {
  /**
   * A whole clause, as for plans: somebody wants an activity (group `what`) to end; the group `more` is where it goes on.
   */
  readonly ends: readonly RegExp[];
  /** A whole clause, as for plans: somebody asks how long something (group `what`) will still take. */
  readonly lasts: readonly RegExp[];
  /** What goes on, and the kinds of devices that do it. */
  readonly activities: readonly (readonly [kinds: readonly string[], words: RegExp])[];
  /** What it is done to, which says as much where somebody waits for it: "the laundry", 饭. */
  readonly things: readonly (readonly [kinds: readonly string[], words: RegExp])[];
}

/** Of all languages that are understood. */
export const activityForms: () => readonly ActivityForms[] = ofLanguages((languages) =>
  languages.flatMap(({ activities }) => activities ?? []),
);
