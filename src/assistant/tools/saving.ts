import { z } from "zod";
import type { Check, Saved, SaveOptions } from "../../automation/index.ts";
import type { Home } from "../../home/index.ts";
import type { Language, Localized } from "../../language/index.ts";
import type { Prompts } from "../prompts.ts";
import { approvalQuestion, problemsOf } from "./plans.ts";
import { defineTool, type Tool, type ToolContext, type ToolResult } from "./tool.ts";

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
}

/** A tool that checks a draft, asks for a yes where the policy wants one, saves it and reads it back. */
export function savingTool<Schema extends z.ZodObject, Draft>(
  home: Home,
  prompts: Prompts,
  { name, schema, store, draftOf }: SavingOptions<Schema, Draft>,
): Tool {
  return defineTool(prompts, {
    name,
    kind: "write",
    schema,
    run: async (args, context) => {
      const check = store.check(draftOf(args));
      const { definition, approvals } = check;
      if (!definition) {
        const failures = problemsOf(check, context.language);
        return { content: { saved: false, problems: failures }, outcomes: [], failures };
      }
      const replace = "replace" in args && args["replace"] === true;
      const save = async (approved: boolean, { origin, language }: ToolContext): Promise<ToolResult> => {
        const saved = await store.save(definition, { origin, approved, replace });
        const { id, name: savedName } = saved.definition;
        const sentence = `${SAVED[language]}${store.describe(definition, language)}`;
        return { content: { saved: true, id, name: savedName }, outcomes: [], failures: [], sentence };
      };
      if (approvals.length === 0) return await save(false, context);
      return {
        content: { saved: false, waits_for: "a yes of the person" },
        outcomes: [],
        failures: [],
        approval: {
          subject: definition.name,
          question: approvalQuestion(home, approvals, context.language),
          approve: (later) => save(true, later),
        },
      };
    },
  });
}

const SAVED: Localized = { en: "Saved. ", zh: "已保存。" };
