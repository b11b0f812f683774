import { asksFirst, type Command, type Home, type Origin, type Phrase } from "../../home/index.ts";
import { type Language, message, textOf } from "../../language/index.ts";
import { demandsOfActions } from "../actions/index.ts";
import type { Automation, Scene } from "../definition/index.ts";
import { judgeOutgoing } from "../outgoing/verdict.ts";
import type { HeldBack, Saved } from "../port.ts";
import { sceneCommands } from "../scenes/commands.ts";

/** The context that decides what a saved definition may do now. */
interface HeldBackContext {
  readonly home: Home;
  readonly scene: (id: string) => Saved<Scene> | undefined;
  /** The scene that a mode activates; null: none. */
  readonly sceneOfMode: (mode: string) => string | null;
  /** Origins (scheme, host, port) that may be sent to without a yes. */
  readonly allowed: readonly string[];
}

/**
 * The reasons why parts of a saved automation would be refused now; null when none would. The policy and the list of
 * addresses may have changed since it was saved.
 */
export function automationHeldBack(saved: Saved<Automation>, context: HeldBackContext): HeldBack | null {
  const { home, scene, sceneOfMode, allowed } = context;
  const found = new Findings(home, "schedule");
  const lookup = { scene: (id: string) => scene(id)?.definition, sceneOfMode };
  for (const demand of demandsOfActions(saved.definition.actions, home, lookup)) {
    switch (demand.kind) {
      case "own":
        found.commands(demand.commands, saved.approved);
        break;
      case "scene": {
        const used = scene(demand.scene);
        if (used) found.commands(demand.commands, approves(demand.included ? saved : undefined, used), "scene");
        break;
      }
      case "address":
        found.address(demand.url, allowed, saved.approved);
        break;
      default:
        demand satisfies never;
    }
  }
  return found.all;
}

/** The reasons why parts of a saved scene would be refused if it were activated by itself; null when none would. */
export function sceneHeldBack({ definition, approved }: Saved<Scene>, home: Home): HeldBack | null {
  const found = new Findings(home, "scene");
  found.commands(sceneCommands(definition, home), approved);
  return found.all;
}

/**
 * Whether an automation may activate a scene without a further yes: one of both has a yes that was given for what the
 * scene does now.
 */
export function approves(automation: Saved<Automation> | undefined, scene: Saved<Scene>): boolean {
  return scene.approved || (automation?.approved === true && scene.updatedAt <= automation.updatedAt);
}

/** The reasons as text: "It waits for a yes: it unlocks a door." */
export function heldBackWords({ waits, refused }: HeldBack, language: Language): string {
  return textOf(message("automation.heldBack", { waits: [...waits], refused: [...refused] }), language);
}

class Findings {
  readonly #home: Home;
  readonly #by: "schedule" | "scene";
  /** Reasons, keyed by their text or by the host, so that each is told once. */
  readonly #waits = new Map<string, Phrase>();
  readonly #refused = new Map<string, Phrase>();

  /** @param by the kind of definition that would command */
  constructor(home: Home, by: "schedule" | "scene") {
    this.#home = home;
    this.#by = by;
  }

  commands(commands: readonly Command[], approved: boolean, by = this.#by): void {
    const origin: Origin = { kind: by, id: "check", approved };
    for (const { verdict } of this.#home.assess(commands, origin)) {
      const why = verdict.rule?.why ?? message("automation.policy");
      if (asksFirst(verdict.decision)) this.#waits.set(JSON.stringify(why), why);
      if (verdict.decision === "deny") this.#refused.set(JSON.stringify(why), why);
    }
  }

  address(address: string, allowed: readonly string[], approved: boolean): void {
    const verdict = judgeOutgoing(address, allowed);
    const { host } = verdict;
    if (verdict.decision === "deny") this.#refused.set(host, verdict.why);
    if (verdict.decision === "confirm" && !approved) this.#waits.set(host, message("automation.sends", { host }));
  }

  get all(): HeldBack | null {
    if (this.#waits.size + this.#refused.size === 0) return null;
    return { waits: [...this.#waits.values()], refused: [...this.#refused.values()] };
  }
}
