import type { z } from "zod";
import {
  type Approval,
  Automation,
  AutomationDraft,
  type Check,
  type Planner,
  type SaveOptions,
  Scene,
  SceneDraft,
  type Timer,
} from "../../src/automation/index.ts";
import { type Command, type Home, JiaError, slug } from "../../src/home/index.ts";

interface Saved<Definition> {
  readonly definition: Definition;
  readonly approved: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The planner's port for tests of what stands above it: drafts are checked by the real schemas and kept; nothing runs by itself. */
export class MemoryPlanner {
  readonly home: Home;
  readonly savedAutomations = new Map<string, Saved<Automation>>();
  readonly savedScenes = new Map<string, Saved<Scene>>();
  readonly runningTimers: Timer[] = [];
  /** What the policy wants a yes for, whatever the draft. */
  approvals: readonly Approval[] = [];

  constructor(home: Home) {
    this.home = home;
  }

  /** As the tools take it: only what they call is there. */
  get port(): Planner {
    const { savedAutomations, savedScenes, runningTimers } = this;
    const port = {
      automations: {
        list: () => [...savedAutomations.values()].map((saved) => ({ ...saved, nextRun: 0 })),
        find: (words: string) => this.#find(savedAutomations, words).map((saved) => ({ ...saved, nextRun: 0 })),
        check: (draft: unknown) => this.#check(draft, AutomationDraft, Automation),
        save: (draft: AutomationDraft, options: SaveOptions) =>
          this.#save(savedAutomations, Automation.parse(draft), options),
        remove: (id: string) => this.#remove(savedAutomations, id),
        describe: (draft: AutomationDraft) => `${draft.triggers.length} trigger(s), ${draft.actions.length} action(s).`,
      },
      scenes: {
        list: () => [...savedScenes.values()],
        find: (words: string) => this.#find(savedScenes, words),
        check: (draft: unknown) => this.#check(draft, SceneDraft, Scene),
        save: (draft: SceneDraft, options: SaveOptions) => this.#save(savedScenes, Scene.parse(draft), options),
        remove: (id: string) => this.#remove(savedScenes, id),
        describe: (draft: SceneDraft) => `${draft.steps.length} step(s).`,
        snapshot: (name: string) => ({ name, steps: [{ target: "living-lamp", set: { "light.on": false } }] }),
        activate: (id: string, { approved = false }: { approved?: boolean }) => this.#activate(id, approved),
      },
      timers: {
        list: () => runningTimers,
        find: (words: string) => runningTimers.filter(({ name }) => name.includes(words)),
        approvals: () => this.approvals,
        start: (request: Parameters<Planner["timers"]["start"]>[0]) => this.#start(request),
        cancel: (id: string) => {
          const at = runningTimers.findIndex((timer) => timer.id === id);
          return Promise.resolve(runningTimers.splice(at, 1)[0]);
        },
      },
    };
    return port as unknown as Planner;
  }

  #check<Definition>(draft: unknown, loose: z.ZodType, strict: z.ZodType<Definition>): Check<Definition> {
    const parsed = loose.safeParse(draft);
    const none = { problems: [], warnings: [], approvals: this.approvals };
    if (parsed.success) {
      const named = parsed.data as { readonly id?: string; readonly name: string };
      return { ...none, definition: strict.parse({ ...named, id: named.id ?? slug(named.name) }) };
    }
    const problems = parsed.error.issues.map(({ path, message }) => ({
      field: path.join("."),
      value: "",
      message: { en: message, zh: message },
      fix: { en: "Correct it.", zh: "请改正。" },
    }));
    return { ...none, definition: null, problems };
  }

  #find<Definition extends { readonly id: string; readonly name: string }>(
    all: ReadonlyMap<string, Saved<Definition>>,
    words: string,
  ): Saved<Definition>[] {
    return [...all.values()].filter(({ definition: { name } }) => name.toLowerCase().includes(words.toLowerCase()));
  }

  #save<Definition extends { readonly id: string }>(
    all: Map<string, Saved<Definition>>,
    definition: Definition,
    { approved = false, replace = false }: SaveOptions,
  ): Promise<Saved<Definition>> {
    if (all.has(definition.id) && !replace) throw new JiaError("conflict", { detail: `"${definition.id}" is taken` });
    const saved = { definition, approved, createdAt: 0, updatedAt: 0 };
    all.set(definition.id, saved);
    return Promise.resolve(saved);
  }

  #remove<Definition>(all: Map<string, Saved<Definition>>, id: string): Promise<Saved<Definition> | undefined> {
    const saved = all.get(id);
    all.delete(id);
    return Promise.resolve(saved);
  }

  /** Runs the steps that name one device; the policy's question counts unless it was answered. */
  async #activate(id: string, approved: boolean) {
    const { steps = [] } = this.savedScenes.get(id)?.definition ?? {};
    const commands = steps.flatMap((step): Command[] => {
      const device = typeof step.target === "string" ? this.home.device(step.target) : undefined;
      if (!device || !("set" in step)) return [];
      const properties = Object.entries(step.set).map(([address, value]) => ({ address, value: value as boolean }));
      return [{ kind: "set", device: device.id, properties }];
    });
    const { outcomes } = await this.home.execute(commands, { kind: "scene", id, approved });
    return { run: "run", scene: id, outcomes };
  }

  #start(request: Parameters<Planner["timers"]["start"]>[0]): Promise<Timer> {
    const { name = "", durationMs, commands = [], origin, room = null, approved = false } = request;
    const state = { kind: "running" as const, dueAt: durationMs };
    const id = `timer-${this.runningTimers.length + 1}`;
    const timer = { id, name, state, durationMs, commands, approved, origin, room, createdAt: 0 };
    this.runningTimers.push(timer);
    return Promise.resolve(timer);
  }
}
