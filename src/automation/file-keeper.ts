import type { Queues } from "../home/index.ts";
import { message } from "../language/index.ts";
import { freeId } from "./check/ids.ts";
import { cycleProblem, sceneCycle } from "./check/scene-cycle.ts";
import type { Automation, Scene } from "./definition/index.ts";
import type { AutomationKeeper } from "./engine/automation-keeper.ts";
import { type Difference, differences, readDefinitions, writeDefinitions } from "./files.ts";
import { clashOf } from "./names.ts";
import {
  type Check,
  type DefinitionFiles,
  type FileCheck,
  type ImportOptions,
  type Problem,
  type Proposal,
  wantsApproval,
} from "./port.ts";
import { definitionError, nameProblem } from "./problems.ts";
import type { SceneKeeper } from "./scenes/scene-keeper.ts";
import type { DefinitionChangeStorage } from "./storage.ts";

/** The definitions of a file, checked. */
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
  /** The policy wants a yes for something in it. */
  readonly asks: boolean;
}

/** Brings files into the home and the home into files. */
export class FileKeeper implements DefinitionFiles {
  readonly #scenes: SceneKeeper;
  readonly #automations: AutomationKeeper;
  readonly #changes: Queues;
  readonly #storage: DefinitionChangeStorage;

  /** @param changes changes of scenes and automations come one after another, a whole file at once */
  constructor(scenes: SceneKeeper, automations: AutomationKeeper, changes: Queues, storage: DefinitionChangeStorage) {
    this.#storage = storage;
    this.#scenes = scenes;
    this.#automations = automations;
    this.#changes = changes;
  }

  export(form: "yaml" | "json"): string {
    return writeDefinitions(this.#present(), form);
  }

  check(text: string, file: string, count: number): FileCheck {
    const { scenes, automations } = this.#checks(text, file, false);
    // What is wrong with one of them is told with it; here is left what is wrong with them together.
    const sound = [...scenes, ...automations].every(({ definition }) => definition !== null);
    if (sound) this.#check(text, file, false);
    const dueOf = ({ definition }: Check<Automation>) => (definition ? this.#automations.due(definition, count) : []);
    return { scenes, automations: automations.map((check) => ({ ...check, next: dueOf(check) })) };
  }

  diff(text: string, file: string): readonly Difference[] {
    return this.#compare(this.#check(text, file, false), false);
  }

  import(text: string, file: string, options: ImportOptions): Promise<readonly Difference[]> {
    return this.#changes.run("definitions", () => this.#import(text, file, options));
  }

  async #import(text: string, file: string, { approved = false, prune = false }: ImportOptions) {
    const wanted = this.#check(text, file, prune);
    const changes = this.#compare(wanted, approved);
    /** Keyed by kind and id. */
    const touched = new Set(
      changes.flatMap(({ kind, id, change }) => (change === "add" || change === "change" ? [`${kind} ${id}`] : [])),
    );
    const scenes = wanted.scenes.flatMap(({ definition, asks }) => {
      const yes = asks && approved && !this.#scenes.get(definition.id)?.approved;
      return yes || touched.has(`scene ${definition.id}`) ? [this.#scenes.prepare(definition, asks && approved)] : [];
    });
    const automations = wanted.automations.flatMap(({ definition, asks }) => {
      const yes = asks && approved && !this.#automations.get(definition.id)?.approved;
      const changed = yes || touched.has(`automation ${definition.id}`);
      return changed ? [this.#automations.prepare(definition, asks && approved)] : [];
    });
    const extra = prune ? changes.filter(({ change }) => change === "extra") : [];
    const without = (kind: Difference["kind"]) => extra.flatMap((each) => (each.kind === kind ? [each.id] : []));
    const [withoutScenes, withoutAutomations] = [without("scene"), without("automation")];
    // All of it is on the disk before any of it is at work.
    await this.#storage.apply({ scenes, automations, withoutScenes, withoutAutomations });
    for (const saved of scenes) this.#scenes.adopt(saved);
    for (const { saved } of automations) this.#automations.adopt(saved);
    for (const id of withoutAutomations) this.#automations.forget(id);
    for (const id of withoutScenes) this.#scenes.forget(id);
    return changes;
  }

  /**
   * @param alone what the file does not hold will be gone
   * @throws JiaError `invalid-definition` with the problems of every definition of the file
   */
  #check(text: string, file: string, alone: boolean): Checked {
    const problems: Problem[] = [];
    const checks = this.#checks(text, file, alone);
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
      ...cycles(
        automations.map(({ definition }) => definition),
        others,
      ),
    );
    problems.push(
      ...this.#clashes("scenes", scenes.map(definitionOf), alone),
      ...this.#clashes("automations", automations.map(definitionOf), alone),
    );
    for (const [kind, list] of [["scenes", scenes] as const, ["automations", automations] as const]) {
      const all = list.map(({ definition }) => definition.id);
      const twice = all.find((id, index) => all.indexOf(id) !== index);
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

  #checks(text: string, file: string, alone: boolean): Checks {
    const read = readDefinitions(text, file);
    const scenes = read.scenes.map((draft) => this.#scenes.checkAlone(withId(draft, "scene")));
    /** Keyed by id. */
    const byId = new Map(
      scenes.flatMap(({ definition }) => (definition ? [[definition.id, definition] as const] : [])),
    );
    const beside = {
      scene: (id: string) => byId.get(id) ?? (alone ? undefined : this.#scenes.get(id)?.definition),
      // Those of the file are looked at together, afterwards.
      automations: [],
    };
    const automations = read.automations.map((draft) =>
      this.#automations.checkBeside(withId(draft, "automation"), beside),
    );
    return { scenes, automations };
  }

  /** Names that two would have, in the file or beside what stays. */
  #clashes(kind: "scenes" | "automations", wanted: readonly (Scene | Automation)[], alone: boolean): Problem[] {
    const present = this.#present()[kind];
    const ids = new Set(wanted.map(({ id }) => id));
    const staying = alone ? [] : present.filter(({ id }) => !ids.has(id));
    return wanted.flatMap((definition, index) => {
      // What has its name already keeps it, also where another of the file does.
      const before = present.filter(({ id, name }) => id === definition.id && name === definition.name);
      const clash = clashOf(definition, [...before, ...staying, ...wanted.slice(0, index)]);
      return clash ? [{ ...nameProblem(clash), field: `${kind}[${index}].name` }] : [];
    });
  }

  /** @param approved a person says yes to what the policy asks about */
  #compare({ scenes, automations }: Checked, approved: boolean): Difference[] {
    const present = this.#present();
    const compared = [
      ...differences("scene", scenes.map(definitionOf), present.scenes),
      ...differences("automation", automations.map(definitionOf), present.automations),
    ];
    /** What wants a yes, keyed by kind and id. */
    const asking = new Map<string, Extract<Proposal, { readonly replace: boolean }>>();
    for (const { definition: draft, asks } of scenes)
      if (asks) asking.set(`scene ${draft.id}`, { kind: "save-scene", draft, replace: true });
    for (const { definition: draft, asks } of automations)
      if (asks) {
        const beside = scenes.map(definitionOf);
        asking.set(`automation ${draft.id}`, { kind: "save-automation", draft, replace: true, scenes: beside });
      }
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

/** In a file the name alone says which one is meant: reading it again makes no second one. */
function withId(draft: unknown, kind: Difference["kind"]): unknown {
  if (typeof draft !== "object" || draft === null || "id" in draft) return draft;
  const name = "name" in draft && typeof draft.name === "string" ? draft.name : "";
  return name === "" ? draft : { id: freeId(name, kind, () => false), ...draft };
}

/** The first circle of scenes that the automations of a file close, among themselves or with `others`. */
function cycles(automations: readonly Automation[], others: readonly Automation[]): Problem[] {
  for (const [index, automation] of automations.entries()) {
    const cycle = sceneCycle(automation, [...automations, ...others]);
    if (cycle) return [cycleProblem(`automations[${index}].triggers`, cycle)];
  }
  return [];
}
