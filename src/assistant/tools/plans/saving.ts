import { z } from "zod";
import {
  type Check,
  type Planner,
  type Proposal,
  type Saved,
  type SaveOptions,
  wantsApproval,
} from "../../../automation/index.ts";
import type { DeviceId, HomeView, Origin } from "../../../home/index.ts";
import { type Language, packOf } from "../../../language/index.ts";
import type { Prompts } from "../../prompts.ts";
import type { KeyAliases } from "../forms/argument-shape.ts";
import { draftProblems } from "../forms/draft.ts";
import type { DraftContext, DraftFault } from "../forms/resolve-parts.ts";
import { defineTool, type Examples, SAY_AND_MORE, type ScheduledAction, type Tool } from "../tool.ts";
import { approvalFor, isConfirmed } from "./consent.ts";
import type { PlanDefinition } from "./definition-targets.ts";
import { whyNotSaved } from "./saved-plans.ts";
import { wantsPlanSaved } from "./wishes.ts";

/** The arguments that name what is saved. */
export const NAME_ARGUMENTS = {
  id: z.string().max(80).optional(),
  name: z.string().min(1).max(120),
  aliases: z.array(z.string().min(1).max(120)).max(20).optional(),
  ...SAY_AND_MORE,
};

/** The common part of the stores of scenes and automations. */
interface Store<Draft> {
  check(draft: unknown): Check<Draft & { readonly id: string; readonly name: string }>;
  save(draft: Draft, options: SaveOptions): Promise<Saved<{ readonly id: string; readonly name: string }>>;
  remove(id: string, origin: Origin): Promise<unknown>;
  describe(draft: Draft, language: Language): string;
}

interface SavingOptions<Schema extends z.ZodObject, Draft> {
  readonly name: string;
  readonly kind: "automation" | "scene";
  readonly schema: Schema;
  readonly examples: Examples;
  readonly names?: KeyAliases;
  readonly reform?: (given: unknown) => unknown;
  readonly store: Store<Draft>;
  /** The draft in the form of the check; unknown names become faults of the context. */
  readonly draftOf: (args: z.output<Schema>, reading: DraftContext) => unknown;
  /** The proposal for the question; `draft`: the draft before the check completed it. */
  readonly proposal: (definition: Draft, replace: boolean, draft: unknown) => Proposal;
  /** Arguments that save exactly this definition at a later yes, where the call's own would not. */
  readonly frozen?: (args: z.output<Schema>, definition: Draft) => Readonly<Record<string, unknown>>;
  /** The devices that a one-time automation commands; empty for lasting ones. */
  readonly later?: (definition: Draft) => readonly DeviceId[];
}

/**
 * Defines a tool that checks a draft, saves it and reads it back. It asks for a yes first when the draft goes beyond the person's own
 * words, replaces something, needs a yes by the policy, or sends something to an address.
 */
export function defineSavingTool<Schema extends z.ZodObject, Draft extends PlanDefinition>(
  home: HomeView,
  planner: Planner,
  prompts: Prompts,
  {
    name,
    kind,
    schema,
    examples,
    names,
    reform,
    store,
    draftOf,
    proposal,
    frozen,
    later,
  }: SavingOptions<Schema, Draft>,
): Tool {
  return defineTool(prompts, {
    name,
    kind: "write",
    ...(later && { last: true as const }),
    schema,
    examples,
    ...(names && { names }),
    ...(reform && { reform }),
    run: async (args, context) => {
      const { say: _, more: __, ...given } = args;
      const faults: DraftFault[] = [];
      const reading = { home, scenes: planner.scenes, room: context.room, now: context.now, faults };
      const draft = draftOf(given as typeof args, reading);
      const check = store.check(draft);
      const { definition, approvals } = check;
      if (!definition || faults.length > 0) {
        const content = { saved: false, problems: draftProblems(draft, faults, check, context.language) };
        const failures = [whyNotSaved(check, faults, context.language)];
        return { content, outcomes: [], unsaved: String(args["name"]), failures };
      }
      const { language, waiting = [], origin, named } = context;
      const replace = "replace" in args && args["replace"] === true;
      const consent = planner.consent(proposal(definition, replace, draft), language);
      const held = new Set(waiting.map(({ device }) => device));
      const about = later?.(definition) ?? [];
      const devices = about.filter((device) => held.has(device));
      // Keep the id of now for a later yes.
      const again = { ...(frozen?.(args, definition) ?? args), id: definition.id };
      const approval = approvalFor(definition.name, consent, approvals, again);
      const wanted = !replace && !wantsApproval(check) && wantsPlanSaved(named, kind, definition, home);
      if (!isConfirmed(context, consent, approvals) && (devices.length > 0 || !wanted)) {
        // Ask together with the commands that it follows, unless the policy asks about it separately.
        if (devices.length > 0 && !wantsApproval(check)) return { ...HELD, behind: { ...approval, devices } };
        return { ...HELD, approval };
      }
      const saved = await store.save(definition, { origin, approved: wantsApproval(check), replace });
      const { id, name: savedName } = saved.definition;
      const content = { saved: true, id, name: savedName };
      const { grammar, messages } = packOf(language);
      const what = store.describe(definition, language);
      const plans = [{ kind, id }];
      const sentence = grammar.sentences([messages.tools.saved, what]);
      const back: ScheduledAction = {
        behind: { ...approval, devices: about },
        cancel: async () => void (await store.remove(id, origin)),
      };
      return { content, outcomes: [], failures: [], plans, sentence, ...(about.length > 0 && { later: back }) };
    },
  });
}

/** The result of a call that waits for a yes. */
const HELD = { content: { saved: false, waits_for: "a yes of the person" }, outcomes: [], failures: [] } as const;
