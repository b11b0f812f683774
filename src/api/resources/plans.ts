import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { timerItem } from "../../assistant/tools/plans/plan-words.ts";
import { notFound, type Planner } from "../../automation/index.ts";
import type { Clock, Home } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import { timeJson } from "../json.ts";
import { replyLanguage } from "../language.ts";
import { IN_MEMORY, PagedList } from "../list.ts";
import { requestOrigin } from "../origin.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";

const KINDS = ["automation", "scene", "timer"] as const;
type Kind = (typeof KINDS)[number];

const PlanBody = z
  .object({
    kind: z.enum(KINDS),
    id: z.string(),
    name: z.string(),
    description: z.string().meta({ description: "In plain words, in the language of Accept-Language." }),
    active: z.boolean().meta({ description: "false: it is switched off, or paused." }),
    next: z.string().nullable().meta({ description: "When it is due next; null: when something happens, or never." }),
    by: z.string().nullable().meta({ description: "Id of the person who made it; null: nobody known." }),
    createdAt: z.string(),
  })
  .meta({ id: "Plan" });

const LIST = new PagedList("plans", PlanBody, { key: ["number", "string", "string"], ...IN_MEMORY });

const ACCESS = {
  "GET /api/plans": { who: "everyone", scope: "read" },
  "DELETE /api/plans/:kind/:id": { who: "everyone", scope: "configure" },
} as const satisfies AccessTable;

/** Automations, scenes and timers in one list, whoever made them: a person, a program, or a model for a person. */
export const plansResource = defineResource({
  tag: "plans",
  access: ACCESS,
  standsBy: ({ planner }) => planner.standsBy,
  routes: planRoutes,
});

/** A plan before it is put into words. Times in milliseconds since the epoch. */
interface ListedPlan {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly next: number | null;
  readonly by: string | null;
  readonly createdAt: number;
  readonly describe: (language: Language) => string;
}

function planRoutes({
  home,
  planner,
  clock,
}: {
  readonly home: Home;
  readonly planner: Planner;
  readonly clock: Clock;
}): Routes<keyof typeof ACCESS> {
  const ofKind: Readonly<Record<Kind, () => readonly ListedPlan[]>> = {
    automation: () =>
      planner.automations.list().map(({ definition, nextRun, createdAt }) => ({
        ...{ kind: "automation", id: definition.id, name: definition.name, createdAt, next: nextRun },
        ...{ active: definition.enabled !== false, by: definition.by ?? null },
        describe: (language) => planner.automations.describe(definition, language),
      })),
    scene: () =>
      planner.scenes.list().map(({ definition, createdAt }) => ({
        ...{
          kind: "scene",
          id: definition.id,
          name: definition.name,
          createdAt,
          next: null,
          active: true,
          by: definition.by ?? null,
        },
        describe: (language) => planner.scenes.describe(definition, language),
      })),
    timer: () =>
      planner.timers.list().map((timer) => ({
        ...{ kind: "timer", id: timer.id, name: timer.name, createdAt: timer.createdAt },
        ...{ active: timer.state.kind === "running", next: timer.state.kind === "running" ? timer.state.dueAt : null },
        by: timer.origin.person ?? null,
        describe: (language) => timerItem(timer, { home, planner, language, now: clock.now() }),
      })),
  };
  const json = ({ describe, next, createdAt, ...plan }: ListedPlan, language: Language): z.input<typeof PlanBody> => ({
    ...plan,
    ...{ description: describe(language), createdAt: timeJson(createdAt), next: next === null ? null : timeJson(next) },
  });
  const remove = async (kind: Kind, id: string, request: FastifyRequest): Promise<void> => {
    const origin = requestOrigin(request);
    switch (kind) {
      case "automation":
        await planner.automations.remove(id, origin);
        return;
      case "scene":
        await planner.scenes.remove(id, origin);
        return;
      case "timer":
        await planner.timers.cancel(id, origin);
        return;
      default:
        kind satisfies never;
    }
  };

  return (app) => {
    app.route("GET /api/plans", {
      schema: {
        operationId: "listPlans",
        summary: "List automations, scenes and timers together, oldest first",
        description: "Also those that a model made for somebody.",
        querystring: LIST.query({ kind: z.enum(KINDS).optional() }),
        response: { 200: LIST.body(), ...errorResponses },
      },
      handler: async (request, reply) => {
        const { kind } = request.query;
        const language = replyLanguage(home, request.headers);
        const all = (kind === undefined ? KINDS : [kind]).flatMap((each) => ofKind[each]());
        const page = LIST.pageOf(request, all, (plan) => [plan.createdAt, plan.kind, plan.id]);
        return await LIST.sendPage(request, reply, page, (plan) => json(plan, language));
      },
    });

    app.route("DELETE /api/plans/:kind/:id", {
      schema: {
        operationId: "deletePlan",
        summary: "Delete an automation or a scene, or cancel a timer",
        params: z.strictObject({ kind: z.enum(KINDS), id: z.string().min(1).max(200) }),
        querystring: NoQuery,
        response: { 200: PlanBody, ...errorResponses },
      },
      handler: async (request) => {
        const { kind, id } = request.params;
        const plan = ofKind[kind]().find((each) => each.id === id);
        if (!plan) throw notFound(kind, id);
        const body = json(plan, replyLanguage(home, request.headers));
        await remove(kind, id, request);
        return body;
      },
    });
  };
}
