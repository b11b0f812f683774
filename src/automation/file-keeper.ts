import type { Automation, Scene } from "./definition/index.ts";
import type { AutomationKeeper } from "./engine/automation-keeper.ts";
import { type Difference, differences, readDefinitions, writeDefinitions } from "./files.ts";
import type { DefinitionFiles, ImportOptions, Problem } from "./port.ts";
import { definitionError } from "./problems.ts";
import type { SceneKeeper } from "./scenes/scene-keeper.ts";

/** The definitions of a file, checked. */
interface Checked {
  readonly scenes: readonly Scene[];
  readonly automations: readonly Automation[];
}

/** Brings files into the home and the home into files. */
export class FileKeeper implements DefinitionFiles {
  readonly #scenes: SceneKeeper;
  readonly #automations: AutomationKeeper;

  constructor(scenes: SceneKeeper, automations: AutomationKeeper) {
    this.#scenes = scenes;
    this.#automations = automations;
  }

  export(form: "yaml" | "json"): string {
    return writeDefinitions(this.#present(), form);
  }

  diff(text: string, file: string): readonly Difference[] {
    return this.#compare(this.#check(text, file));
  }

  async import(text: string, file: string, options: ImportOptions): Promise<readonly Difference[]> {
    const wanted = this.#check(text, file);
    const changes = this.#compare(wanted);
    const changed = (kind: Difference["kind"]) =>
      new Set(changes.flatMap((each) => (each.kind === kind && each.change !== "same" ? [each.id] : [])));
    const { origin, approved = false, prune = false } = options;
    const save = { origin, approved, replace: true };
    const [scenes, automations] = [changed("scene"), changed("automation")];
    for (const scene of wanted.scenes) if (scenes.has(scene.id)) await this.#scenes.save(scene, save);
    for (const each of wanted.automations) if (automations.has(each.id)) await this.#automations.save(each, save);
    if (!prune) return changes;
    // Automations first: a scene in use cannot be deleted.
    const extra = changes.filter(({ change }) => change === "extra");
    for (const { kind, id } of extra) if (kind === "automation") await this.#automations.remove(id, origin);
    for (const { kind, id } of extra) if (kind === "scene") await this.#scenes.remove(id);
    return changes;
  }

  /** @throws JiaError `invalid-definition` with the problems of every definition of the file */
  #check(text: string, file: string): Checked {
    const read = readDefinitions(text, file);
    const problems: Problem[] = [];
    const within = (list: readonly Problem[], field: string) => {
      problems.push(...list.map((problem) => ({ ...problem, field: `${field}.${problem.field}` })));
    };
    const scenes = read.scenes.flatMap((draft, index) => {
      const { definition, problems: found } = this.#scenes.check(draft);
      within(found, `scenes[${index}]`);
      return definition ? [definition] : [];
    });
    /** Keyed by id. */
    const byId = new Map(scenes.map((scene) => [scene.id, scene]));
    const automations = read.automations.flatMap((draft, index) => {
      const { definition, problems: found } = this.#automations.checkBeside(draft, (id) => byId.get(id));
      within(found, `automations[${index}]`);
      return definition ? [definition] : [];
    });
    for (const [kind, list] of [["scenes", scenes] as const, ["automations", automations] as const]) {
      const ids = list.map(({ id }) => id);
      const twice = ids.find((id, index) => ids.indexOf(id) !== index);
      if (twice === undefined) continue;
      problems.push({
        field: kind,
        value: twice,
        message: { en: "stands there twice", zh: "重复" },
        fix: { en: "Give each its own id.", zh: "请为每项使用不同的 id。" },
      });
    }
    if (problems.length > 0) throw definitionError("file", file, problems);
    return { scenes, automations };
  }

  #compare(wanted: Checked): Difference[] {
    const present = this.#present();
    return [
      ...differences("scene", wanted.scenes, present.scenes),
      ...differences("automation", wanted.automations, present.automations),
    ];
  }

  #present(): { scenes: Scene[]; automations: Automation[] } {
    return {
      scenes: this.#scenes.list().map(({ definition }) => definition),
      automations: this.#automations.list().map(({ definition }) => definition),
    };
  }
}
