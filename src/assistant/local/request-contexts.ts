import type { Clock, Home } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { DialogueContext } from "../../understanding/ground/context.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import type { Frame } from "../../understanding/parse/frame.ts";
import type { PlanRequest } from "../../understanding/plans/request.ts";
import type { Conversation, LocalRequest } from "../contract.ts";
import type { HomeNames } from "./home-names.ts";
import { householdNames } from "./household.ts";
import { type LocalPlanner, matchesAnyPlan, PlanContext } from "./planning/index.ts";
import type { ModePorts } from "./readers/modes.ts";

interface RequestContextsOptions {
  readonly home: Home;
  readonly clock: Clock;
  /** null: nothing can be planned. */
  readonly planner: LocalPlanner | null;
  /** The modes and people that sentences name; null: the home has none. */
  readonly household: ModePorts | null;
  readonly names: HomeNames;
  readonly hasHistory: boolean;
}

/** Makes the contexts that sentences are parsed and planned in. */
export class RequestContexts {
  readonly #options: RequestContextsOptions;

  constructor(options: RequestContextsOptions) {
    this.#options = options;
  }

  /** Whether timers, delayed commands and rules can be made. */
  get canPlan(): boolean {
    return this.#options.planner !== null;
  }

  /** The context that a sentence of a conversation is parsed in. */
  inConversation(
    conversation: Conversation | null,
    language: Language,
    room: string | null,
    index: HomeIndex = this.#options.names.index,
  ): DialogueContext {
    const { home, clock, hasHistory } = this.#options;
    const { devices = [], rooms = [], address = null, with: before, parts } = conversation?.focus ?? {};
    // A question about several rooms does not set the place of the next command.
    const isQuestion = ((conversation?.focus?.frame ?? null) as Frame | null)?.asking != null;
    const focus = {
      devices,
      rooms: isQuestion && rooms.length > 1 ? [] : rooms,
      address,
      ...(before && { with: before }),
      ...(parts && { parts }),
    };
    return { index, language, room, focus, now: clock.now(), timezone: home.timezone, history: hasHistory };
  }

  /** The context of a request, with the names of the household. */
  of({ conversation, language, room, origin }: LocalRequest): DialogueContext {
    const { household, names } = this.#options;
    const context = this.inConversation(conversation, language, room, names.indexFor(origin));
    return household === null ? context : { ...context, household: householdNames(household, origin) };
  }

  /** The context of a request with a test for references to plans, where the home has any. */
  withPlans(request: LocalRequest): DialogueContext {
    const context = this.of(request);
    const { planner } = this.#options;
    if (planner === null || !hasPlans(planner)) return context;
    const fits = (asked: PlanRequest): boolean => {
      const planning = this.planning(request, context, []);
      return planning !== null && matchesAnyPlan(asked, planning);
    };
    return { ...context, plans: { fits } };
  }

  /**
   * The context of planning; null where nothing can be planned.
   * @param approved the consent tokens of the sentence or of a yes; empty: it asks before nothing
   */
  planning(request: LocalRequest, context: DialogueContext, approved: readonly string[] | null): PlanContext | null {
    const { home, clock, planner } = this.#options;
    return planner && new PlanContext({ home, clock, planner }, request, context, approved);
  }
}

/** Whether any timer or automation is kept. */
export function hasPlans({ timers, automations }: LocalPlanner): boolean {
  return timers.list().length + automations.list().length > 0;
}
