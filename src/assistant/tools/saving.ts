import { z } from "zod";
import {
  type Check,
  type Planner,
  type Proposal,
  type Saved,
  type SaveOptions,
  wantsApproval,
} from "../../automation/index.ts";
import type { DeviceId } from "../../home/index.ts";
import { type Language, packOf } from "../../language/index.ts";
import type { Prompts } from "../prompts.ts";
import { approvalFor, hasYes } from "./consent.ts";
import { problemsOf, reasonOf } from "./plans.ts";
import { BESIDE, defineTool, type Tool } from "./tool.ts";

/** How a model names what it saves. */
export const NAMED = {
  id: z.string().max(80).optional(),
  name: z.string().min(1).max(120),
  aliases: z.array(z.string().min(1).max(120)).max(20).optional(),
  ...BESIDE,
};

/** What scenes and automations have in common. */
interface Store<Draft> {
  check(draft: unknown): Check<Draft & { readonly id: string; readonly name: string }>;
  save(draft: Draft, options: SaveOptions): Promise<Saved<{ readonly id: string; readonly name: string }>>;
  describe(draft: Draft, language: Language): string;
}

interface SavingOptions<Schema extends z.ZodObject, Draft> {
  readonly name: string;
  readonly kind: "automation" | "scene";
  readonly schema: Schema;
  readonly store: Store<Draft>;
  readonly draftOf: (args: z.output<Schema>) => unknown;
  /** What the person is asked about. */
  readonly proposal: (definition: Draft, args: z.output<Schema>, replace: boolean) => Proposal;
  /** The arguments that save this definition whatever has changed by then, where its own do not. */
  readonly frozen?: (args: z.output<Schema>, definition: Draft) => Readonly<Record<string, unknown>>;
  /** The devices that it commands once, later; none for what is lasting. */
  readonly later?: (definition: Draft) => readonly DeviceId[];
}

/** A tool that checks a draft, asks the person for a yes to what it holds, saves it and reads it back. */
export function savingTool<Schema extends z.ZodObject, Draft>(
  planner: Planner,
  prompts: Prompts,
  { name, kind, schema, store, draftOf, proposal, frozen, later }: SavingOptions<Schema, Draft>,
): Tool {
  return defineTool(prompts, {
    name,
    kind: "write",
    ...(later && { last: true as const }),
    schema,
    run: async (args, context) => {
      const { say: _, more: __, ...draft } = args;
      const check = store.check(draftOf(draft as typeof args));
      const { definition, approvals } = check;
      if (!definition) {
        const content = { saved: false, problems: problemsOf(check, context.language) };
        return { content, outcomes: [], unsaved: String(args["name"]), failures: [reasonOf(check, context.language)] };
      }
      const { language, waiting = [], origin } = context;
      const replace = "replace" in args && args["replace"] === true;
      const consent = planner.consent(proposal(definition, args, replace), language);
      if (!hasYes(context, consent, approvals)) {
        // Under the id that it has now, whatever is saved by the time of the yes.
        const given = { ...(frozen?.(args, definition) ?? args), id: definition.id };
        const approval = approvalFor(definition.name, consent, approvals, given);
        const held = new Set(waiting.map(({ device }) => device));
        const devices = (later?.(definition) ?? []).filter((device) => held.has(device));
        // Asked about with the commands that it follows, unless the policy asks about it by itself.
        if (devices.length > 0 && !wantsApproval(check)) return { ...HELD, behind: { ...approval, devices } };
        return { ...HELD, approval };
      }
      const saved = await store.save(definition, { origin, approved: wantsApproval(check), replace });
      const { id, name: savedName } = saved.definition;
      const content = { saved: true, id, name: savedName };
      const { grammar, messages } = packOf(language);
      const what = store.describe(definition, language);
      const plans = [{ kind, id }];
      return { content, outcomes: [], failures: [], plans, sentence: grammar.sentences([messages.tools.saved, what]) };
    },
  });
}

/** Nothing is saved yet. */
const HELD = { content: { saved: false, waits_for: "a yes of the person" }, outcomes: [], failures: [] } as const;
