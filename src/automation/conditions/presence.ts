import { z } from "zod";
import type { Home, Phrase } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { checkPersonOrGroup } from "../check/household.ts";
import { Duration, toMs } from "../definition/durations.ts";
import { whereaboutsDetail } from "../describe/findings.ts";
import { lastingWords } from "../describe/times.ts";
import { whoPhrase } from "../describe/words.ts";
import { whereaboutsHold } from "../surroundings/residents.ts";
import { defineCondition, PLAIN } from "./kind.ts";

const schema = z.strictObject({
  type: z.literal("presence"),
  /** Id or name of a person, or `anyone`, `everyone`, `nobody`. */
  person: z.string().trim().min(1).max(200),
  is: z.enum(["home", "away"]),
  /** For how long it must have held. */
  for: Duration.optional(),
});
type PresenceCondition = z.infer<typeof schema>;

/** Somebody is at home, or away. */
export const presenceCondition = defineCondition({
  ...PLAIN,
  type: "presence",
  schema,
  example: { type: "presence", person: "anyone", is: "home" },
  check: ({ person }, field, { residents, problems }) =>
    checkPersonOrGroup(person, residents, `${field}.person`, problems),
  words: isWords,
  notWords: (condition, home) => (condition.for === undefined ? isWords(oppositeOf(condition), home) : null),
  evaluate(condition, { home, residents, now }) {
    if (residents === null) return { holds: null, detail: message("traces.noPeople") };
    const held = condition.for === undefined ? 0 : toMs(condition.for);
    return { holds: whereaboutsHold(condition, residents, now, held), detail: whereaboutsDetail(residents, home) };
  },
  dependsOnTime: (condition) => condition.for !== undefined,
  withPeople: (condition, change) => ({ ...condition, person: change(condition.person) }),
});

function isWords({ person, is, for: lasting }: PresenceCondition, home: Home): Phrase {
  const who = whoPhrase(person, (id) => home.personName(id));
  return message("conditions.presence", { who, home: is === "home", lasts: lastingWords(lasting) });
}

/** The condition that holds exactly when this one does not. */
function oppositeOf({ person, is, ...rest }: PresenceCondition): PresenceCondition {
  switch (person) {
    case "anyone":
      return { ...rest, person: "nobody", is };
    case "nobody":
      return { ...rest, person: "anyone", is };
    case "everyone":
      return { ...rest, person: "anyone", is: is === "home" ? "away" : "home" };
    default:
      return { ...rest, person, is: is === "home" ? "away" : "home" };
  }
}
