import { z } from "zod";
import { message } from "../../language/index.ts";
import { checkPersonOrGroup } from "../check/household.ts";
import { Duration } from "../definition/durations.ts";
import { lastingWords } from "../describe/times.ts";
import { whoPhrase } from "../describe/words.ts";
import { type ArrivalOrDeparture, type Resident, whereaboutsHold } from "../surroundings/residents.ts";
import { defineTrigger, NO_REFERENCES } from "./kind.ts";

const schema = z.strictObject({
  type: z.literal("presence"),
  /** Id or name of a person, or `anyone`, `everyone`, `nobody`. */
  person: z.string().trim().min(1).max(200),
  /** Comes home, or has left. */
  to: z.enum(["home", "away"]),
  /** With `anyone`: only the first who comes, or the last who goes. */
  only: z.enum(["first", "last"]).optional(),
  /** Only when it stays so for this long. */
  for: Duration.optional(),
});
type PresenceTrigger = z.infer<typeof schema>;

/** Somebody comes home, or has left. */
export const presenceTrigger = defineTrigger({
  type: "presence",
  schema,
  example: { type: "presence", person: "anyone", to: "home" },
  check({ person, to, only }, field, { residents, problems }) {
    checkPersonOrGroup(person, residents, `${field}.person`, problems);
    if (only !== undefined && (person !== "anyone" || (only === "first") !== (to === "home"))) {
      problems.add(`${field}.only`, only, message("problems.onlyAnyone"), message("problems.firstOrLast"));
    }
  },
  completed: (trigger) => trigger,
  words(trigger, { home }) {
    const { person, to, only = null } = trigger;
    const who = whoPhrase(person, (id) => home.personName(id));
    return message("triggers.presence", { who, home: to === "home", person, only, lasts: lastingWords(trigger.for) });
  },
  goneWords: message("causes.presence"),
  references: {
    ...NO_REFERENCES,
    withPeople: (trigger, change) => ({ ...trigger, person: change(trigger.person) }),
    people: ({ person }) => [person],
  },
  watch: {
    by: "people",
    lasts: (trigger) => trigger.for,
    fires,
    keyOf: (trigger, event) => (isOfEach(trigger) ? event.person : trigger.person),
    ends(trigger, key, { home, last, person }) {
      const comes = trigger.to === "home";
      if (isOfEach(trigger)) return person === key && home !== comes;
      if (trigger.only === "first") return !home && last;
      if (trigger.only === "last") return home;
      return trigger.person === "nobody" ? home === comes : home !== comes;
    },
    heldOf(trigger, key) {
      if (isOfEach(trigger)) return { person: key, is: trigger.to };
      if (trigger.only === "last") return { person: "nobody", is: "home" };
      return trigger.only === "first" ? { person: "anyone", is: "home" } : { person: trigger.person, is: trigger.to };
    },
  },
});

/** Whether each person counts by themselves. */
function isOfEach({ person, only }: PresenceTrigger): boolean {
  return person !== "everyone" && person !== "nobody" && only === undefined;
}

/** Whether the trigger's state begins with an event. */
function fires(
  { person, to, only }: PresenceTrigger,
  { home, first, last, person: who }: ArrivalOrDeparture,
  residents: readonly Resident[],
  now: number,
): boolean {
  const comes = to === "home";
  switch (person) {
    case "anyone":
      if (home !== comes) return false;
      return only === undefined || (only === "first" ? home && first : !home && last);
    case "everyone":
      if (home !== comes) return false;
      return comes ? whereaboutsHold({ person, is: to }, residents, now) === true : last;
    case "nobody":
      // The state is "nobody at home", or "nobody away".
      if (home === comes) return false;
      return comes ? last : whereaboutsHold({ person, is: to }, residents, now) === true;
    default:
      return who === person && home === comes;
  }
}
