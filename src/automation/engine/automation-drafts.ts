import type { Home, Value } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import { commandsOfActions } from "../actions/index.ts";
import { checkAutomation } from "../check/automation.ts";
import type { CheckContext } from "../check/context.ts";
import type { AutomationLookup } from "../check/definition-lookup.ts";
import { withNameCheck } from "../check/names.ts";
import { requireOwnPresence, requirePermitted } from "../check/permission.ts";
import { type DefinitionProblem, definitionError } from "../check/problems.ts";
import { reviewAutomation } from "../check/review.ts";
import { Reviews } from "../check/reviews.ts";
import type { ConditionContext } from "../conditions/kind.ts";
import type { Automation, AutomationDraft, Scene } from "../definition/index.ts";
import { describeAutomation, type Wording } from "../describe/index.ts";
import type { ExpectedChange } from "../device-commands/of-actions.ts";
import type { Check, Saved, SaveOptions } from "../port.ts";
import type { Run } from "../runs/run.ts";
import { dueTimes } from "../schedule/within.ts";
import type { Resident } from "../surroundings/residents.ts";
import type { DefinitionCatalogue } from "./catalogue.ts";
import { dryRun } from "./dry-run.ts";
import { liveAutomation } from "./live.ts";

export interface AutomationDraftsOptions {
  readonly home: Home;
  readonly now: () => number;
  readonly situation: () => ConditionContext;
  readonly catalogue: DefinitionCatalogue;
  /** The scene that a mode activates; null: none. */
  readonly sceneOfMode: (mode: string) => string | null;
  /** Ids of the modes of the home; null: it has none. */
  readonly modes: () => readonly string[] | null;
  /** The people of the home; null: it has none. */
  readonly residents: () => readonly Resident[] | null;
  readonly scenePreview: (id: string, parameters: Readonly<Record<string, Value>>) => readonly ExpectedChange[];
  readonly wording: () => Wording;
  /** Origins (scheme, host, port) that definitions may send to without a yes. */
  readonly allowed: readonly string[];
}

/** Problems that depend on the time (whether a schedule is ever due) are looked for again after this. Milliseconds. */
const DAY_MS = 86_400_000;

/** Checks, describes and tries out drafts of automations, beside those that are saved. Changes nothing. */
export class AutomationDrafts {
  readonly #options: AutomationDraftsOptions;
  readonly #reviews: Reviews<Automation>;

  constructor(options: AutomationDraftsOptions) {
    this.#options = options;
    const { home, now, catalogue } = options;
    this.#reviews = new Reviews(
      () => [home.revision, this.#lookup.revision, catalogue.sceneLookup.revision, Math.floor(now() / DAY_MS)].join(),
      (saved) => reviewAutomation(saved, this.#checkContext(this.#saved()), this.#lookup.names),
    );
  }

  get #lookup(): AutomationLookup {
    return this.#options.catalogue.automationLookup;
  }

  readonly #scene = (id: string): Scene | undefined => this.#options.catalogue.scene(id);
  readonly #automation = (id: string): Automation | undefined => this.#options.catalogue.automation(id);

  /** The problems of a saved automation in the home as it is now. */
  problems(saved: Saved<Automation>): readonly DefinitionProblem[] {
    return this.#reviews.of(saved);
  }

  /** Checks a draft, also its name. */
  check(draft: unknown): Check<Automation> {
    return withNameCheck(this.checkAlone(draft), this.#lookup.names, this.#automation);
  }

  /** Checks a draft without comparing its name with others. */
  checkAlone(draft: unknown): Check<Automation> {
    return this.checkWith(draft, this.#saved());
  }

  /** Checks a draft beside other definitions than the saved ones: those that a file is about to bring. */
  checkWith(draft: unknown, overrides: Pick<CheckContext, "scene" | "triggers">): Check<Automation> {
    return checkAutomation(draft, this.#checkContext(overrides));
  }

  /**
   * Checks that `origin` may have this automation's commands run.
   * @param scene finds the scenes that it uses
   * @throws JiaError `denied`, `pin-needed`
   */
  permit(definition: Automation, { origin, approved = false }: SaveOptions, scene = this.#scene): void {
    const { home, sceneOfMode } = this.#options;
    requireOwnPresence(definition, home, origin);
    requirePermitted(commandsOfActions(definition.actions, home, { scene, sceneOfMode }), home, origin, approved);
  }

  /** The trace of a run as it would be now. */
  dryRun(draft: unknown): Promise<Run> {
    const { definition, problems } = this.check(draft);
    if (!definition) {
      return Promise.reject(definitionError("automation", nameOf(draft), problems));
    }
    const now = this.#options.now();
    const live = liveAutomation({ definition, approved: false, createdAt: now, updatedAt: now });
    return Promise.resolve(dryRun(live, this.#options.situation(), this.#options.scenePreview));
  }

  /** @throws JiaError `invalid-definition` */
  preview(draft: unknown, count: number): readonly number[] {
    const { definition, problems } = this.check(draft);
    if (!definition) throw definitionError("automation", nameOf(draft), problems);
    return this.due(definition, count);
  }

  /** The next due times of a checked definition, in milliseconds since the epoch. */
  due(definition: Automation, count: number): readonly number[] {
    return dueTimes(definition, this.#options.home, this.#options.now(), count);
  }

  /**
   * Describes a draft in words, with its next due time.
   * @param as `promised`: as a promise to whoever asked for it
   */
  describe(draft: AutomationDraft, language: Language, as?: "described" | "promised"): string {
    return describeAutomation(draft, language, this.#options.wording(), as);
  }

  /** The saved scenes and automations. */
  #saved(): Pick<CheckContext, "scene" | "triggers"> {
    return { scene: this.#scene, triggers: this.#lookup.triggers };
  }

  #checkContext(overrides: Pick<CheckContext, "scene" | "triggers">): CheckContext {
    const { home, now, allowed, modes, residents } = this.#options;
    return { home, now: now(), ...overrides, saved: this.#automation, allowed, modes: modes(), residents: residents() };
  }
}

/** The name of a draft of any form; "" when it has none. */
export function nameOf(draft: unknown): string {
  return typeof draft === "object" && draft !== null && "name" in draft ? String(draft.name) : "";
}
