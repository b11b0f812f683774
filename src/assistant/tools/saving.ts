import { z } from "zod";
import {
  type Check,
  type Planner,
  type Proposal,
  type Saved,
  type SaveOptions,
  wantsApproval,
} from "../../automation/index.ts";
import type { DeviceId, HomeView, Origin } from "../../home/index.ts";
import { type Language, packOf } from "../../language/index.ts";
import type { Prompts } from "../prompts.ts";
import { approvalFor, hasYes } from "./consent.ts";
import type { Definition } from "./definition.ts";
import { draftProblems } from "./forms/draft.ts";
import type { Fault, Reading } from "./forms/reading.ts";
import type { KeyNames } from "./forms/shape.ts";
import { reasonOf } from "./plans.ts";
import { BESIDE, defineTool, type Later, type Tool } from "./tool.ts";
import { wantsSaved } from "./wanted.ts";

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
  remove(id: string, origin: Origin): Promise<unknown>;
  describe(draft: Draft, language: Language): string;
}

interface SavingOptions<Schema extends z.ZodObject, Draft> {
  readonly name: string;
  readonly kind: "automation" | "scene";
  readonly schema: Schema;
  readonly form: string;
  readonly names?: KeyNames;
  readonly reform?: (given: unknown) => unknown;
  readonly store: Store<Draft>;
  /** The draft as the check takes it; what means nothing here is noted in the reading. */
  readonly draftOf: (args: z.output<Schema>, reading: Reading) => unknown;
  /** What the person is asked about; `draft`: as it was before the check settled it. */
  readonly proposal: (definition: Draft, replace: boolean, draft: unknown) => Proposal;
  /** The arguments that save this definition whatever has changed by then, where its own do not. */
  readonly frozen?: (args: z.output<Schema>, definition: Draft) => Readonly<Record<string, unknown>>;
  /** The devices that it commands once, later; none for what is lasting. */
  readonly later?: (definition: Draft) => readonly DeviceId[];
}

/**
 * A tool that checks a draft, saves it and reads it back. What goes beyond the person's own words is asked about first, and so is
 * what replaces something, what the policy asks about, and what is sent somewhere.
 */
export function savingTool<Schema extends z.ZodObject, Draft extends Definition>(
  home: HomeView,
  planner: Planner,
  prompts: Prompts,
  { name, kind, schema, form, names, reform, store, draftOf, proposal, frozen, later }: SavingOptions<Schema, Draft>,
): Tool {
  return defineTool(prompts, {
    name,
    kind: "write",
    ...(later && { last: true as const }),
    schema,
    form,
    ...(names && { names }),
    ...(reform && { reform }),
    run: async (args, context) => {
      const { say: _, more: __, ...given } = args;
      const faults: Fault[] = [];
      const reading = { home, scenes: planner.scenes, room: context.room, now: context.now, faults };
      const draft = draftOf(given as typeof args, reading);
      const check = store.check(draft);
      const { definition, approvals } = check;
      if (!definition || faults.length > 0) {
        const content = { saved: false, problems: draftProblems(draft, faults, check, context.language) };
        const failures = [reasonOf(check, faults, context.language)];
        return { content, outcomes: [], unsaved: String(args["name"]), failures };
      }
      const { language, waiting = [], origin, named } = context;
      const replace = "replace" in args && args["replace"] === true;
      const consent = planner.consent(proposal(definition, replace, draft), language);
      const held = new Set(waiting.map(({ device }) => device));
      const about = later?.(definition) ?? [];
      const devices = about.filter((device) => held.has(device));
      // Under the id that it has now, whatever is saved by the time of the yes.
      const again = { ...(frozen?.(args, definition) ?? args), id: definition.id };
      const approval = approvalFor(definition.name, consent, approvals, again);
      const wanted = !replace && !wantsApproval(check) && wantsSaved(named, kind, definition, home);
      if (!hasYes(context, consent, approvals) && (devices.length > 0 || !wanted)) {
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
      const sentence = grammar.sentences([messages.tools.saved, what]);
      const back: Later = {
        behind: { ...approval, devices: about },
        cancel: async () => void (await store.remove(id, origin)),
      };
      return { content, outcomes: [], failures: [], plans, sentence, ...(about.length > 0 && { later: back }) };
    },
  });
}

/** Nothing is saved yet. */
const HELD = { content: { saved: false, waits_for: "a yes of the person" }, outcomes: [], failures: [] } as const;
