import { messages, nameIn, packOf } from "../../../language/index.ts";
import type { Mode } from "../../../people/modes/index.ts";
import { ANY_PLAN, type RuleDependency } from "../../../understanding/plans/request.ts";
import type { LocalReply, LocalRequest } from "../../contract.ts";
import { localReply } from "../execution/undo.ts";
import type { ReaderContext } from "./reader.ts";

/** Causes of rules that start together with a mode which begins when everyone has left. */
const GONE: readonly RuleDependency[] = [
  { type: "presence", person: "everyone", to: "away" },
  { type: "presence", person: "anyone", to: "away" },
  { type: "presence", person: "nobody", to: "home" },
];

/**
 * Describes a mode: its scene, its checks, and the rules that start with it.
 * @param moved the question was what happens when somebody leaves or goes to bed
 */
export async function modeDescription(
  mode: Mode,
  moved: boolean,
  request: LocalRequest,
  { run, sceneText, contextOf }: ReaderContext,
): Promise<LocalReply> {
  const { language } = request;
  const words = messages(language);
  const speaker = contextOf(request).household?.speaker ?? null;
  const own: readonly RuleDependency[] = speaker === null ? [] : [{ type: "presence", person: speaker, to: "away" }];
  const leaves = mode.begins.some(({ when }) => when === "everyone-left");
  const by: readonly RuleDependency[] = [
    { type: "mode", mode: mode.id },
    ...(moved && leaves ? [...GONE, ...own] : []),
  ];
  const which = { ...ANY_PLAN, of: "rule", by } as const;
  const rules = await run({ kind: "existing", request: { op: "tell", which, left: false } }, request);
  const none = rules.reply === words.plans.noneThen;
  const scene = mode.scene === null ? null : sceneText(mode.scene, language);
  const checks = mode.checks.map((check) => words.modes.checks[check]);
  const idle = none && scene === null && checks.length === 0;
  const told = words.modes.does({ name: nameIn(language, mode), scene, checks, idle });
  return localReply(packOf(language).grammar.sentences([told, none ? "" : rules.reply]), [], []);
}
