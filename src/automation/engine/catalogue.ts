import type { Phrase } from "../../home/index.ts";
import { namedPhrase } from "../../language/index.ts";
import { AutomationLookup, DefinitionLookup } from "../check/definition-lookup.ts";
import { approves } from "../check/held-back.ts";
import { usesScene } from "../check/scene-cycle.ts";
import type { Automation, Scene } from "../definition/index.ts";
import type { Saved } from "../port.ts";
import type { LiveAutomation } from "./live.ts";

/** All scenes and automations in memory. The registries change it; the engine looks things up in it. */
export class DefinitionCatalogue {
  /** Keyed by id. */
  readonly scenes = new Map<string, Saved<Scene>>();
  /** Keyed by id. */
  readonly automations = new Map<string, LiveAutomation>();
  readonly sceneLookup = new DefinitionLookup<Scene>(() => [...this.scenes.values()].map(definitionOf));
  readonly automationLookup = new AutomationLookup(() =>
    [...this.automations.values()].map(({ saved }) => saved.definition),
  );

  scene(id: string): Scene | undefined {
    return this.scenes.get(id)?.definition;
  }

  automation(id: string): Automation | undefined {
    return this.automations.get(id)?.saved.definition;
  }

  /** Ids of the automations that activate a scene or are triggered by it. */
  usersOf(scene: string): string[] {
    return this.automationLookup.all.flatMap((each) => (usesScene(each, scene) ? [each.id] : []));
  }

  /**
   * Whether the yes to the automation that activates a scene was given for what the scene does now.
   * @param chain automations that led to the activation, first to last
   */
  approves(scene: string, chain: readonly string[]): boolean {
    const saved = this.scenes.get(scene);
    return saved !== undefined && approves(this.automations.get(chain.at(-1) ?? "")?.saved, saved);
  }

  /** The name of an automation, or of `scene <id>`. */
  nameOf(id: string): Phrase {
    const known = this.automation(id) ?? this.scene(id.replace(/^scene /, ""));
    return known ? namedPhrase(known) : id;
  }
}

function definitionOf<Definition>({ definition }: Saved<Definition>): Definition {
  return definition;
}
