import type { HouseholdNames } from "../ground/context.ts";
import { understoodLanguages } from "../languages.ts";
import type { HomeIndex } from "../names/home-index.ts";
import { type Item, isMark } from "../parse/items.ts";
import { segment } from "../parse/segment.ts";
import { withCanonicalCharacters } from "../text/pattern-text.ts";
import { tokenise } from "../text/tokens.ts";
import type { HouseholdForm, HouseholdForms, HouseholdSaid, RulesAsked } from "../utterance/forms/household.ts";

/** A clause about people or modes, and the rest of the sentence. */
export interface HouseholdClause {
  readonly forms: HouseholdForms;
  readonly said: HouseholdSaid;
  /** The clause as it was said, without its opening word. */
  readonly text: string;
  /** Words behind it narrow it down ("comes home alone") and are not understood. */
  readonly narrowed: boolean;
  /** It opens with "if" or 如果, so that it may be a check of the current state. */
  readonly looks: boolean;
  /** For how many seconds it must hold; null: none. */
  readonly lasting: number | null;
  readonly before: string;
  readonly after: string;
  readonly rest: string;
}

/** In UTF-16 units: longer texts say more than one rule. */
const LONGEST = 240;

/** The first clause about who is at home, or about a mode; null when there is none. */
export function householdClauseIn(source: string, names: HouseholdNames, index: HomeIndex): HouseholdClause | null {
  if (source.length > LONGEST) return null;
  const whole = withCanonicalCharacters(source.toLowerCase())
    .replace(/[’‘]/gu, "'")
    .replace(/[\s.。!！;；]+$/u, "");
  const text = whole.replace(/[\s?？]+$/u, "");
  for (const { household, grammar } of understoodLanguages()) {
    if (!household) continue;
    const asks = household.asks.test(whole);
    for (const { pattern, read, questionOnly = false } of formsOf(household, names)) {
      const found = pattern.exec(text);
      const groups = found?.groups ?? {};
      const said = found && read(groups);
      if (!found || !said) continue;
      const lasting = secondsOf(groups["for"], index);
      if (lasting === "unclear") continue;
      const before = source.slice(0, found.index);
      const open = groups["open"] ?? "";
      const after = source.slice(found.index + found[0].length, text.length);
      const rest = household.joined(before.trim(), after, open).trim();
      const ofRules = rulesAsked(household, rest) !== null || household.rule.test(rest.toLowerCase());
      if ((questionOnly || asks) && !ofRules) continue;
      // 书房没人 is about a room, not about the home.
      if (!grammar.spaces && open === "" && !ofRules && !isOnlyWhen(before, household, index)) continue;
      const at = found[0].lastIndexOf(groups["said"] ?? "");
      const clause = source.slice(found.index + at, found.index + at + (groups["said"] ?? "").length).trim();
      if (rest !== "")
        return {
          forms: household,
          said,
          text: clause,
          narrowed: isNarrowed(after, household, index),
          looks: household.looksNow.test(open),
          lasting,
          before,
          after,
          rest,
        };
    }
  }
  return null;
}

/** The forms of a language with the names of one home, for the names that were used last. */
const made = new WeakMap<HouseholdForms, { readonly key: string; readonly forms: readonly HouseholdForm[] }>();

function formsOf(household: HouseholdForms, { people, modes }: HouseholdNames): readonly HouseholdForm[] {
  const names = { people: patternOf(people), modes: patternOf(modes) };
  const key = `${names.people}\n${names.modes}`;
  const known = made.get(household);
  if (known?.key === key) return known.forms;
  const forms = household.clauses(names);
  made.set(household, { key, forms });
  return forms;
}

/** A pattern of all names, longest first. */
function patternOf(called: readonly { readonly names: readonly string[] }[]): string {
  return [...new Set(called.flatMap(({ names }) => names.map((name) => name.toLowerCase())))]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/gu, "\\$&"))
    .join("|");
}

function secondsOf(said: string | undefined, index: HomeIndex): number | "unclear" | null {
  if (said === undefined) return null;
  const items = segment(tokenise(said), said, index);
  const [measure] = items.flatMap((item) => (item.measure?.kind === "duration" ? [item.measure] : []));
  return measure && items.length === 1 ? measure.seconds : "unclear";
}

/** What is asked about existing rules, if the rest says nothing else; null otherwise. */
export function rulesAsked({ rules }: HouseholdForms, rest: string): RulesAsked | null {
  const text = rest.toLowerCase();
  return ASKED.find((each) => rules[each].test(text)) ?? null;
}

const ASKED: readonly RulesAsked[] = ["tell", "cancel", "pause", "resume"];

/** Whether the words behind a clause narrow it down instead of beginning a command. */
function isNarrowed(after: string, { behind }: HouseholdForms, index: HomeIndex): boolean {
  if (behind === null) return false;
  const items = segment(tokenise(after), after, index).filter((item) => !isMark(item));
  const first = items.findIndex((item) => !isFiller(item));
  return items
    .slice(0, first < 0 ? items.length : first)
    .some((item) => !behind.test(after.slice(item.first.start, item.end).toLowerCase()));
}

/** Whether the word means nothing wherever it stands. */
function isFiller({ lex }: Item): boolean {
  return lex?.roles.includes("filler") === true && lex.acts.length === 0;
}

/** Whether the words only say a time: 晚上, 每天七点, 天黑以后. */
function isOnlyWhen(said: string, { dark }: HouseholdForms, index: HomeIndex): boolean {
  const text = said.replace(dark, "");
  if (text.trim() === "") return true;
  return segment(tokenise(text), text, index).every((item) => isMark(item) || isOfTime(item));
}

function isOfTime({ measure, lex, home }: Item): boolean {
  if (home !== null) return false;
  if (measure !== null) return measure.kind === "clock" || measure.kind === "date";
  return lex !== null && (lex.time.length > 0 || TIMELY.some((role) => lex.roles.includes(role)));
}

/** Roles of words beside a time. */
const TIMELY = ["every", "filler", "each", "after", "at_time", "between", "near_time"] as const;
