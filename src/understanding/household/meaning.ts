import type { AutomationDraft, Condition } from "../../automation/index.ts";
import type { DialogueContext, HouseholdNames, Refusal } from "../ground/context.ts";
import type { Item } from "../parse/items.ts";
import { segment } from "../parse/segment.ts";
import type { RuleDependency } from "../plans/request.ts";
import { tokenise } from "../text/tokens.ts";
import type { HouseholdSaid } from "../utterance/forms/household.ts";
import type { HouseholdClause } from "./clause.ts";

export type HouseholdTrigger = AutomationDraft["triggers"][number];

/** The meaning of a clause in a rule: its triggers, and its condition. */
export interface HouseholdMeaning {
  readonly triggers: readonly HouseholdTrigger[];
  /** null: it is only an event. */
  readonly condition: Condition | null;
  /** Conditions that must also hold when it starts: all others have left. */
  readonly extraConditions: readonly Condition[];
  /** It is said as an event. */
  readonly moment: boolean;
  readonly causes: readonly RuleDependency[];
}

/** The meaning of a clause in this home; a refusal for an unknown person; null when it is about something else. */
export function meaningOf(
  { said, text }: HouseholdClause,
  names: HouseholdNames,
  context: DialogueContext,
): HouseholdMeaning | Refusal | null {
  if (said.kind === "mode") return modeMeant(said, names);
  const { who, to, moment, all } = said;
  const person = who.kind === "speaker" ? names.speaker : who.kind === "named" ? personNamed(who.said, names) : null;
  if (who.kind === "speaker" && person === null) return { code: "no-speaker" };
  if (who.kind === "named" && person === null)
    return isStrange(who.said, names, context)
      ? { code: "no-person", said: withItsCapitals(who.said, text), known: knownNames(names) }
      : null;
  if (person !== null) return ofPerson(person, to, moment);
  switch (who.kind) {
    case "children":
      return ofSeveral(
        names.people.filter(({ child }) => child).map(({ id }) => id),
        to,
        moment,
        // "When the kids come home" is about each of them who does.
        all || !moment || to === "away",
      );
    case "some":
    case "each": {
      const ids = who.said.map((each) => personNamed(each, names));
      const known = ids.filter((id) => id !== null);
      // "Emma or Leo are both home" contradicts itself.
      if (known.length < ids.length || (who.kind === "some" && all)) return null;
      return ofSeveral(known, to, moment, who.kind === "each");
    }
    case "first":
    case "last": {
      if ((who.kind === "first") !== (to === "home") || !moment) return null;
      return { ...ofPerson(to === "home" ? "anyone" : "everyone", to, moment), triggers: [ends(to)], condition: null };
    }
    case "we":
      // "When we come home" means the first to come, "when we leave" the last to go.
      if (to === "home" && (all || !moment)) return ofPerson("everyone", to, moment);
      if (to === "home") return { ...ofPerson("anyone", to, moment), triggers: [ends(to)] };
      return { ...ofPerson("everyone", to, moment), triggers: [ends(to)] };
    case "nobody":
      return moment ? null : ofPerson("nobody", to, moment);
    case "anyone":
    case "everyone":
      return ofPerson(who.kind, to, moment);
    case "speaker":
    case "named":
      return null;
    default:
      return who satisfies never;
  }
}

function ofPerson(person: string, to: "home" | "away", moment: boolean): HouseholdMeaning {
  return {
    triggers: [{ type: "presence", person, to }],
    condition: { type: "presence", person, is: to },
    extraConditions: [],
    moment,
    causes: [{ type: "presence", person, to }],
  };
}

/** The meaning for any of them, or for all of them, which the last one starts. Null when there is nobody. */
function ofSeveral(
  people: readonly string[],
  to: "home" | "away",
  moment: boolean,
  all: boolean,
): HouseholdMeaning | null {
  const each = people.map((id) => ofPerson(id, to, moment));
  const states = each.flatMap(({ condition }) => condition ?? []);
  const [first, ...others] = states;
  if (!first) return null;
  return {
    triggers: each.flatMap(({ triggers }) => triggers),
    condition: others.length === 0 ? first : { type: all ? "all" : "any", of: states },
    extraConditions: all && others.length > 0 ? states : [],
    moment,
    causes: each.flatMap(({ causes }) => causes),
  };
}

/** The trigger for the first who comes or the last who leaves. */
function ends(to: "home" | "away"): HouseholdTrigger {
  return { type: "presence", person: "anyone", to, only: to === "home" ? "first" : "last" };
}

/** Id of the mode for the night. */
const NIGHT = "night";

function modeMeant(
  { name, as }: Extract<HouseholdSaid, { kind: "mode" }>,
  { modes }: HouseholdNames,
): HouseholdMeaning | null {
  const mode = modes.find(({ id, names }) =>
    name === null ? id === NIGHT : names.some((each) => each.toLowerCase() === name),
  );
  if (!mode) return null;
  const causes: readonly RuleDependency[] = [{ type: "mode", mode: mode.id }];
  if (as === "ends")
    return { triggers: [{ type: "mode", from: mode.id }], condition: null, extraConditions: [], moment: true, causes };
  return {
    triggers: [{ type: "mode", to: mode.id }],
    condition: as === "in" ? { type: "mode", is: mode.id } : null,
    extraConditions: [],
    moment: as !== "in",
    causes,
  };
}

/** Id of the person with this name; null when there is none. */
function personNamed(said: string, { people }: HouseholdNames): string | null {
  const bare = said.replace(/^(?:my|our) /u, "");
  const found = people.find(({ names }) => names.some((name) => [said, bare].includes(name.toLowerCase())));
  return found?.id ?? null;
}

/** The words with blanks around them, so that 小明 is found in 小明没, but "Leo" not in "Leonie". */
function wordsOf(text: string): string {
  return ` ${tokenise(text)
    .map(({ text: word }) => word)
    .join(" ")} `;
}

/** Whether the words mean nothing else in this home and hold no known person, so that they may be a name. */
function isStrange(said: string, { people }: HouseholdNames, { index }: DialogueContext): boolean {
  const words = wordsOf(said);
  if (people.some(({ names }) => names.some((name) => words.includes(wordsOf(name))))) return false;
  return segment(tokenise(said), said, index, "unknown", false).every(isNobodyElse);
}

function isNobodyElse({ lex, home, measure }: Item): boolean {
  if (home !== null && (home.devices.length > 0 || home.rooms.length > 0 || home.scenes.length > 0)) return false;
  return (
    measure === null && (lex === null || (lex.kinds.length === 0 && lex.acts.length === 0 && lex.states.length === 0))
  );
}

/** The words with their original capital letters. */
function withItsCapitals(said: string, text: string): string {
  const at = text.toLowerCase().indexOf(said);
  return at < 0 ? said : text.slice(at, at + said.length);
}

function knownNames({ people }: HouseholdNames): readonly string[] {
  return people.flatMap(({ names }) => names[0] ?? []);
}

/** Whether it means that nobody is at home. */
export function leavesHomeEmpty({ causes }: HouseholdMeaning): boolean {
  return causes.some(
    (cause) =>
      cause.type === "presence" &&
      (cause.person === "nobody" ? cause.to === "home" : cause.person === "everyone" && cause.to === "away"),
  );
}
