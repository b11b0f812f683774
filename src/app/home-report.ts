import type { HomeProblem, HomeReport, ReadinessCheck } from "../api/index.ts";
import { type HeldBack, heldBackWords, type Planner } from "../automation/index.ts";
import { isKnownProblem } from "../bridge/doctor/index.ts";
import type { BridgeStatus } from "../bridge/index.ts";
import type { Home } from "../home/index.ts";
import { type Language, message } from "../language/index.ts";
import type { ModelStatus } from "./model.ts";

/** What the report is made from. */
interface HomeReportParts {
  readonly home: Home;
  readonly version: string;
  readonly simulated: boolean;
  /** null while the model's server is still asked. */
  readonly model: () => ModelStatus | null;
  readonly bridge: () => BridgeStatus;
  readonly planner: Pick<Planner, "scenes" | "automations" | "timers">;
  readonly people: { list(): readonly unknown[] };
  readonly checks: readonly ReadinessCheck[];
}

/** What runs this home now, and what is wrong with it. */
export function homeReportOf(parts: HomeReportParts, language: Language): HomeReport {
  const { home, version, simulated, planner, people } = parts;
  const { links, problems } = parts.bridge();
  return {
    ...{ version, simulated },
    model: modelOf(parts.model()),
    links: links.map(({ url, connected, dialects }) => ({ url, connected, dialects })),
    problems: [
      ...parts.checks.flatMap((check) => problemOf(check, language)),
      ...problems.map(
        ({ code, count, topic, detail }): HomeProblem => ({
          about: "messages",
          code,
          severity: "problem",
          text: message("layout.notUnderstood", {
            topic,
            detail,
            advice: isKnownProblem(code) ? message(`problemAdvice.${code}`) : null,
          }),
          count,
        }),
      ),
      ...heldBack("scene", planner.scenes, language),
      ...heldBack("automation", planner.automations, language),
    ],
    counts: {
      devices: home.size,
      offline: home.devices.filter(({ online }) => online === false).length,
      rooms: home.layout.rooms.length,
      floors: home.layout.floors.length,
      groups: home.layout.groups.length,
      scenes: planner.scenes.list().length,
      automations: planner.automations.list().length,
      timers: planner.timers.list().length,
      people: people.list().length,
    },
  };
}

function modelOf(status: ModelStatus | null): HomeReport["model"] {
  switch (status?.state) {
    case undefined:
      return { state: "starting", name: null, notice: null };
    case "off":
      return { state: "off", name: null, notice: null };
    case "no-key":
      return { state: "no-key", name: status.model, notice: null };
    case "in-use":
      return { state: "in-use", name: status.model, notice: status.notice };
    default:
      return status satisfies never;
  }
}

function problemOf(check: ReadinessCheck, language: Language): HomeProblem[] {
  const problem = check.problem(language);
  const hint = problem ?? check.hint?.(language) ?? null;
  if (hint === null) return [];
  const severity = problem === null ? "hint" : "problem";
  return [{ about: check.name, code: null, severity, text: hint, count: 1 }];
}

/** Definitions with parts that are left out when they run. */
function heldBack(
  about: "scene" | "automation",
  all: {
    list(): readonly { readonly definition: { readonly id: string; readonly name: string } }[];
    heldBack(id: string): HeldBack | null;
  },
  language: Language,
): HomeProblem[] {
  return all.list().flatMap(({ definition: { id, name } }): HomeProblem[] => {
    const held = all.heldBack(id);
    if (held === null) return [];
    const what = message("automation.named", { what: message(`automation.${about}`), name });
    const text = message("layout.heldBack", { what, why: heldBackWords(held, language) });
    return [{ about, code: "held-back", severity: "hint", text, count: 1 }];
  });
}
