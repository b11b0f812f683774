import type { Queues } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { freeDefinitionId } from "../check/names.ts";
import { type DefinitionProblem, definitionError, nameProblem } from "../check/problems.ts";
import { cycleProblems, NO_TRIGGERS } from "../check/scene-cycle.ts";
import type { Automation, Scene } from "../definition/index.ts";
import { NameIndex } from "../definition/names.ts";
import type { AutomationRegistry } from "../engine/automation-registry.ts";
import {
  type Check,
  type DefinitionFiles,
  type Difference,
  type FileCheck,
  type ImportOptions,
  type Proposal,
  wantsApproval,
} from "../port.ts";
import type { SceneRegistry } from "../scenes/scene-registry.ts";
import type { DefinitionChangeStorage } from "../storage.ts";
import { inTurns } from "../turns.ts";
import {
  canonicalJson,
  type DefinitionsFile,
  differences,
  readDefinitions,
  writeDefinitions,
} from "./definitions-file.ts";

const NEVER = new AbortController().signal;

/** The checked definitions of a file. */
interface Checked {
  readonly scenes: readonly Sound<Scene>[];
  readonly automations: readonly Sound<Automation>[];
}

interface Checks {
  readonly scenes: readonly Check<Scene>[];
  readonly automations: readonly Check<Automation>[];
}

interface Sound<Definition> {
  readonly definition: Definition;
  /** Whether something in it wants a yes. */
  readonly asks: boolean;
}

/** Exports, checks, compares and imports definitions as files. */
export class DefinitionFileService implements DefinitionFiles {
  readonly #scenes: SceneRegistry;
  readonly #automations: AutomationRegistry;
  readonly #changes: Queues;
  readonly #storage: DefinitionChangeStorage;

  /** @param changes runs changes of scenes and automations one after another; a whole file is one change */
  constructor(
    scenes: SceneRegistry,
    automations: AutomationRegistry,
    changes: Queues,
    storage: DefinitionChangeStorage,
  ) {
    this.#storage = storage;
    this.#scenes = scenes;
    this.#automations = automations;
    this.#changes = changes;
  }

  export(form: "yaml" | "json", signal: AbortSignal = NEVER): Promise<string> {
    return writeDefinitions(this.#present(), form, signal);
  }

  async check(text: string, file: string, count: number, signal: AbortSignal = NEVER): Promise<FileCheck> {
    const read = await readDefinitions(text, file, signal);
    const checks = await this.#checks(read, false, signal);
    const { scenes, automations } = checks;
    // Problems of a single definition are told with it; left are problems of all together.
    const sound = [...scenes, ...automations].every(({ definition }) => definition !== null);
    if (sound) await this.#together(checks, file, false, signal);
    const dueOf = ({ definition }: Check<Automation>) => (definition ? this.#automations.due(definition, count) : []);
    return { scenes, automations: await inTurns(automations, signal, (check) => ({ ...check, next: dueOf(check) })) };
  }

  async diff(text: string, file: string, signal: AbortSignal = NEVER): Promise<readonly Difference[]> {
    const read = await readDefinitions(text, file, signal);
    return await this.#compare(await this.#check(read, file, false, signal), false, signal);
  }

  async import(text: string, file: string, options: ImportOptions): Promise<readonly Difference[]> {
    const read = await readDefinitions(text, file, options.signal ?? NEVER);
    return await this.#changes.run("definitions", () => this.#import(read, file, options));
  }

  async #import(read: DefinitionsFile, file: string, options: ImportOptions) {
    const { origin, approved = false, prune = false, signal = NEVER } = options;
    const wanted = await this.#check(read, file, prune, signal);
    const changes = await this.#compare(wanted, approved, signal);
    /** Keyed by kind and id. */
    const touched = new Set(
      changes.flatMap(({ kind, id, change }) => (change === "add" || change === "change" ? [`${kind} ${id}`] : [])),
    );
    const scenes = wanted.scenes.flatMap(({ definition, asks }) => {
      const yes = asks && approved && !this.#scenes.get(definition.id)?.approved;
      return yes || touched.has(`scene ${definition.id}`) ? [this.#scenes.prepare(definition, asks && approved)] : [];
    });
    const prepared = await inTurns(wanted.automations, signal, ({ definition, asks }) => {
      const yes = asks && approved && !this.#automations.get(definition.id)?.approved;
      const changed = yes || touched.has(`automation ${definition.id}`);
      return changed ? [this.#automations.prepare(definition, asks && approved)] : [];
    });
    const automations = prepared.flat();
    const byId = new Map(wanted.scenes.map(({ definition }) => [definition.id, definition]));
    const scene = (id: string) => byId.get(id) ?? this.#scenes.get(id)?.definition;
    for (const saved of scenes) this.#scenes.permit(saved.definition, { origin, approved: saved.approved });
    await inTurns(automations, signal, ({ saved: { definition, approved: yes } }) =>
      this.#automations.permit(definition, { origin, approved: yes }, scene),
    );
    const extra = prune ? changes.filter(({ change }) => change === "extra") : [];
    const without = (kind: Difference["kind"]) => extra.flatMap((each) => (each.kind === kind ? [each.id] : []));
    const [withoutScenes, withoutAutomations] = [without("scene"), without("automation")];
    // Everything is on the disk before any of it takes effect.
    await this.#storage.apply({ scenes, automations, withoutScenes, withoutAutomations });
    for (const saved of scenes) this.#scenes.adopt(saved);
    // The import cannot be ended any more.
    await inTurns(automations, NEVER, ({ saved }) => this.#automations.adopt(saved));
    for (const id of withoutAutomations) this.#automations.forget(id);
    for (const id of withoutScenes) this.#scenes.forget(id);
    return changes;
  }

  /** @param alone whether definitions outside of the file will be deleted */
  async #check(read: DefinitionsFile, file: string, alone: boolean, signal: AbortSignal): Promise<Checked> {
    return await this.#together(await this.#checks(read, alone, signal), file, alone, signal);
  }

  async #together(checks: Checks, file: string, alone: boolean, signal: AbortSignal): Promise<Checked> {
    const problems: DefinitionProblem[] = [];
    const sound = <Definition>(list: readonly Check<Definition>[], kind: string): Sound<Definition>[] =>
      list.flatMap((check, index) => {
        problems.push(...check.problems.map((each) => ({ ...each, field: `${kind}[${index}].${each.field}` })));
        return check.definition ? [{ definition: check.definition, asks: wantsApproval(check) }] : [];
      });
    const scenes = sound(checks.scenes, "scenes");
    const automations = sound(checks.automations, "automations");
    const ids = new Set(automations.map(({ definition }) => definition.id));
    const others = alone ? [] : this.#present().automations.filter(({ id }) => !ids.has(id));
    problems.push(
      ...(await cycleProblems(
        automations.map(({ definition }) => definition),
        others,
        signal,
      )),
      ...(await this.#clashes("scenes", scenes.map(definitionOf), alone, signal)),
      ...(await this.#clashes("automations", automations.map(definitionOf), alone, signal)),
    );
    for (const [kind, list] of [["scenes", scenes] as const, ["automations", automations] as const]) {
      const twice = firstTwice(list.map(({ definition }) => definition.id));
      if (twice === undefined) continue;
      problems.push({
        field: kind,
        value: twice,
        message: message("problems.twice"),
        fix: message("problems.giveOwnId"),
      });
    }
    if (problems.length > 0) throw definitionError("file", file, problems);
    return { scenes, automations };
  }

  async #checks(read: DefinitionsFile, alone: boolean, signal: AbortSignal): Promise<Checks> {
    const scenes = await inTurns(read.scenes, signal, (given) => {
      const draft = withId(given, "scene");
      return asSaved(this.#scenes.checkAlone(draft), draft, (id) => this.#scenes.get(id)?.definition);
    });
    /** Keyed by id. */
    const byId = new Map(
      scenes.flatMap(({ definition }) => (definition ? [[definition.id, definition] as const] : [])),
    );
    const beside = {
      scene: (id: string) => byId.get(id) ?? (alone ? undefined : this.#scenes.get(id)?.definition),
      // Circles among the automations of the file are looked for afterwards.
      triggers: NO_TRIGGERS,
    };
    const automations = await inTurns(read.automations, signal, (given) => {
      const draft = withId(given, "automation");
      const check = this.#automations.checkWith(draft, beside);
      return asSaved(check, draft, (id) => this.#automations.get(id)?.definition);
    });
    return { scenes, automations };
  }

  /** The problems of names that two definitions would share, in the file or with one that stays. */
  async #clashes(
    kind: "scenes" | "automations",
    wanted: readonly (Scene | Automation)[],
    alone: boolean,
    signal: AbortSignal,
  ): Promise<DefinitionProblem[]> {
    const present: readonly (Scene | Automation)[] = this.#present()[kind];
    /** Keyed by id. */
    const before = new Map(present.map((each) => [each.id, each]));
    const ids = new Set(wanted.map(({ id }) => id));
    const names = new NameIndex();
    if (!alone) await inTurns(present, signal, (each) => !ids.has(each.id) && names.add(each));
    const problems = await inTurns(wanted, signal, (definition, index): DefinitionProblem[] => {
      const known = before.get(definition.id);
      // A definition keeps the name that it has already, also when another of the file takes it.
      const clash = names.clash(definition, known?.name === definition.name ? known : undefined);
      names.add(definition);
      return clash ? [{ ...nameProblem(clash), field: `${kind}[${index}].name` }] : [];
    });
    return problems.flat();
  }

  /** @param approved whether a person said yes to what the policy asks about */
  async #compare({ scenes, automations }: Checked, approved: boolean, signal: AbortSignal): Promise<Difference[]> {
    const present = this.#present();
    const wanted = scenes.map(definitionOf);
    const compared = [
      ...(await differences("scene", wanted, present.scenes, signal)),
      ...(await differences("automation", automations.map(definitionOf), present.automations, signal)),
    ];
    /** Proposals that want a yes, keyed by kind and id. */
    const asking = new Map<string, Extract<Proposal, { readonly replace: boolean }>>();
    for (const { definition: draft, asks } of scenes)
      if (asks) asking.set(`scene ${draft.id}`, { kind: "save-scene", draft, replace: true });
    for (const { definition: draft, asks } of automations)
      if (asks) asking.set(`automation ${draft.id}`, { kind: "save-automation", draft, replace: true, scenes: wanted });
    return compared.map((each): Difference => {
      const saved = each.kind === "scene" ? this.#scenes.get(each.id) : this.#automations.get(each.id);
      const has = each.change === "same" && saved?.approved === true;
      const asked = approved || has ? undefined : asking.get(`${each.kind} ${each.id}`);
      return { ...each, proposal: asked ? { ...asked, replace: each.change === "change" } : null };
    });
  }

  #present(): { scenes: Scene[]; automations: Automation[] } {
    return {
      scenes: this.#scenes.list().map(({ definition }) => definition),
      automations: this.#automations.list().map(({ definition }) => definition),
    };
  }
}

function definitionOf<Definition>({ definition }: Sound<Definition>): Definition {
  return definition;
}

/**
 * Takes an unchanged definition with problems as it is saved: a device that is missing at the moment (after a start,
 * with its gateway off) does not prevent the rest of the import.
 */
function asSaved<Definition>(
  check: Check<Definition>,
  draft: unknown,
  saved: (id: string) => Definition | undefined,
): Check<Definition> {
  if (check.definition !== null || typeof draft !== "object" || draft === null || !("id" in draft)) return check;
  const definition = saved(String(draft.id));
  if (definition === undefined || canonicalJson(draft) !== canonicalJson(definition)) return check;
  return { definition, problems: [], warnings: [...check.problems, ...check.warnings], approvals: [], outgoing: [] };
}

/** Fills in the id from the name, so that reading a file again makes no second definition. */
function withId(draft: unknown, kind: Difference["kind"]): unknown {
  if (typeof draft !== "object" || draft === null || "id" in draft) return draft;
  const name = "name" in draft && typeof draft.name === "string" ? draft.name : "";
  return name === "" ? draft : { id: freeDefinitionId(name, kind, () => false), ...draft };
}

/** The first id that occurs a second time. */
function firstTwice(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
}
