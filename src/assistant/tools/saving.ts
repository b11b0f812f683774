import { z } from "zod";
import type { Check, Saved, SaveOptions } from "../../automation/index.ts";
import type { DeviceId, Home } from "../../home/index.ts";
import { type Language, packOf } from "../../language/index.ts";
import type { Prompts } from "../prompts.ts";
import { approvalQuestion, commandsAsked, problemsOf, wantsYes } from "./plans.ts";
import { defineTool, type Tool } from "./tool.ts";

/** How a model names what it saves. */
export const NAMED = {
  id: z.string().max(80).optional(),
  name: z.string().min(1).max(120),
  aliases: z.array(z.string().min(1).max(120)).max(20).optional(),
};

/** What scenes and automations have in common. */
interface Store<Draft> {
  check(draft: unknown): Check<Draft & { readonly id: string; readonly name: string }>;
  save(draft: Draft, options: SaveOptions): Promise<Saved<{ readonly id: string; readonly name: string }>>;
  describe(draft: Draft, language: Language): string;
}

interface SavingOptions<Schema extends z.ZodObject, Draft> {
  readonly name: string;
  readonly schema: Schema;
  readonly store: Store<Draft>;
  readonly draftOf: (args: z.output<Schema>) => unknown;
  /** The arguments that save this definition whatever has changed by then, where its own do not. */
  readonly frozen?: (args: z.output<Schema>, definition: Draft) => Readonly<Record<string, unknown>>;
  /** The devices that it commands once, later; none for what is lasting. */
  readonly later?: (definition: Draft) => readonly DeviceId[];
}

/** A tool that checks a draft, asks for a yes where the policy wants one, saves it and reads it back. */
export function savingTool<Schema extends z.ZodObject, Draft>(
  home: Home,
  prompts: Prompts,
  { name, schema, store, draftOf, frozen, later }: SavingOptions<Schema, Draft>,
): Tool {
  return defineTool(prompts, {
    name,
    kind: "write",
    ...(later && { last: true as const }),
    schema,
    run: async (args, context) => {
      const check = store.check(draftOf(args));
      const { definition, approvals } = check;
      if (!definition) {
        const failures = problemsOf(check, context.language);
        return { content: { saved: false, problems: failures }, outcomes: [], failures };
      }
      const { language, approved, waiting = [], origin } = context;
      const what = store.describe(definition, language);
      if (wantsYes(approvals, approved)) {
        const question = approvalQuestion(home, what, approvals, language);
        // Under the id that it has now, whatever is saved by the time of the yes.
        const given = { ...(frozen?.(args, definition) ?? args), id: definition.id };
        const commands = commandsAsked(approvals);
        return { ...HELD, approval: { subject: definition.name, question, commands, arguments: given } };
      }
      const devices = (later?.(definition) ?? []).filter((device) => waiting.includes(device));
      if (devices.length > 0) return { ...HELD, behind: { subject: definition.name, devices } };
      const replace = "replace" in args && args["replace"] === true;
      const saved = await store.save(definition, { origin, approved: approvals.length > 0, replace });
      const { id, name: savedName } = saved.definition;
      const content = { saved: true, id, name: savedName };
      const { grammar, messages } = packOf(language);
      return { content, outcomes: [], failures: [], sentence: grammar.sentences([messages.tools.saved, what]) };
    },
  });
}

/** Nothing is saved yet. */
const HELD = { content: { saved: false, waits_for: "a yes of the person" }, outcomes: [], failures: [] } as const;
