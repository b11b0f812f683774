import { z } from "zod";
import {
  type HeldBack,
  heldBackWords,
  inTurns,
  type Planner,
  type Problem,
  type Timer,
} from "../../automation/index.ts";
import type { HomeView } from "../../home/index.ts";
import { type Language, messages, packOf } from "../../language/index.ts";
import type { Hidden } from "../hidden/index.ts";
import type { Prompts } from "../prompts.ts";
import { commandPhrases } from "../replies/outcomes.ts";
import { problemsOf, shownOf } from "./plans.ts";
import { answer, defineTool, type Tool } from "./tool.ts";

/** Most entries of a kind that are shown. */
const MAX_SHOWN = 30;
/** Most that a person is told of. */
const MAX_TOLD = 8;

const Arguments = z.strictObject({ text: z.string().max(200).optional() });

/** What is planned in the home: automations, scenes and timers. */
export function listAutomationsTool(home: HomeView, planner: Planner, prompts: Prompts, hidden: Hidden): Tool {
  const { automations, scenes, timers } = planner;
  return defineTool(prompts, {
    name: "list_automations",
    kind: "read",
    schema: Arguments,
    run: async ({ text }, { language, now, signal }) => {
      const local = (at: number) => localTime(at, home.timezone);
      const shown = async <Item>(items: readonly Item[]) =>
        (await inTurns(items, signal, (item) => shownOf([item], planner, hidden))).flat();
      const found = {
        automations: await shown(text === undefined ? automations.list() : automations.find(text)),
        scenes: await shown(text === undefined ? scenes.list() : scenes.find(text)),
        timers: await shown(text === undefined ? timers.list() : timers.find(text)),
      };
      // What is not shown is not looked at: there may be thousands.
      const listed = {
        automations: found.automations.slice(0, MAX_SHOWN).map((saved) => ({
          id: saved.definition.id,
          name: saved.definition.name,
          does: automations.describe(saved.definition, language),
          ...heldBack(automations.heldBack(saved.definition.id), language),
          ...(saved.definition.enabled === false && { enabled: false }),
          ...(saved.nextRun !== null && { next: local(saved.nextRun) }),
          ...wrong(automations.problems(saved), language),
        })),
        scenes: found.scenes.slice(0, MAX_SHOWN).map((saved) => ({
          id: saved.definition.id,
          name: saved.definition.name,
          does: scenes.describe(saved.definition, language),
          ...heldBack(scenes.heldBack(saved.definition.id), language),
          ...wrong(scenes.problems(saved), language),
        })),
        timers: found.timers.slice(0, MAX_SHOWN).map((timer) => ({
          id: timer.id,
          name: timer.name,
          ...remaining(timer, now),
          ...planned(home, timer, language),
        })),
      };
      const counts = { plans: found.automations.length + found.timers.length, scenes: found.scenes.length };
      const content = answer(
        Object.fromEntries(
          (["automations", "scenes", "timers"] as const).flatMap((kind): [string, unknown][] => [
            [kind, listed[kind]],
            ...(found[kind].length > MAX_SHOWN
              ? [[`more_${kind}`, found[kind].length - MAX_SHOWN] as [string, unknown]]
              : []),
          ]),
        ),
      );
      return { ...content, read: { devices: [], tell: () => told(listed, counts, language) } };
    },
  });
}

/** Why something that is saved cannot do what it says. */
function wrong(problems: readonly Problem[], language: Language): object {
  return problems.length === 0 ? {} : { problems: problemsOf({ problems }, language) };
}

interface Listed {
  readonly automations: readonly { readonly does: string; readonly held_back?: string }[];
  readonly scenes: readonly { readonly name: string; readonly held_back?: string }[];
  readonly timers: readonly { readonly name: string }[];
}

/** How many there are, shown or not. */
interface Counts {
  /** Automations and timers. */
  readonly plans: number;
  readonly scenes: number;
}

/** What is planned, as a person is told it. */
function told({ automations, scenes, timers }: Listed, counts: Counts, language: Language): string {
  const { plans } = messages(language);
  const planned = [
    ...automations.map(({ does, held_back: held }) => packOf(language).grammar.sentences([does, held ?? ""])),
    ...timers.map(({ name }) => name),
  ];
  const named = scenes.map(({ name, held_back: held }) => (held === undefined ? name : `${name} (${held})`));
  return packOf(language).grammar.sentences([
    planned.length === 0
      ? plans.nothingPlanned
      : plans.planned(planned.slice(0, MAX_TOLD), counts.plans - Math.min(planned.length, MAX_TOLD)),
    named.length === 0 ? "" : plans.inventory("scenes", named.slice(0, MAX_TOLD), counts.scenes),
  ]);
}

/** What is left out when it runs. */
function heldBack(held: HeldBack | null, language: Language): { readonly held_back?: string } {
  return held === null ? {} : { held_back: heldBackWords(held, language) };
}

function remaining({ state }: Timer, now: number): object {
  return state.kind === "running"
    ? { seconds_left: Math.max(0, Math.round((state.dueAt - now) / 1000)) }
    : { paused: true, seconds_left: Math.round(state.remainingMs / 1000) };
}

function planned(home: HomeView, { commands }: Timer, language: Language): object {
  return commands.length === 0 ? {} : { does: commandPhrases(home, commands, language) };
}

function localTime(at: number, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timezone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}
