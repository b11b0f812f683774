import { type Planner, resolveTarget, Target } from "../../automation/index.ts";
import { cleanText, type Home, type HomeView, JiaError } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { Exchange } from "../contract.ts";
import { namesOf } from "../tools/names.ts";
import type { PreparedCall, Tool } from "../tools/tool.ts";
import { HiddenHome, type HiddenSettings, NOTHING_HIDDEN } from "./hidden-home.ts";
import { HiddenNames } from "./hidden-names.ts";

/** What a place is named by. */
const PLACE: ReadonlySet<string> = new Set(["room", "floor", "kind"]);

/** Keeps devices, kinds and rooms from models: out of what they are told, and out of what they can do. */
export class Hidden {
  /** The home as models see it. */
  readonly home: HomeView;
  readonly #whole: Home;
  readonly #shown: HiddenHome | null;
  /** Names of what is hidden, made for a revision of the home. */
  #names: { readonly revision: number; readonly names: HiddenNames } | null = null;

  constructor(home: Home, settings: HiddenSettings = NOTHING_HIDDEN) {
    const nothing = settings.devices.length + settings.kinds.length + settings.rooms.length === 0;
    this.#whole = home;
    this.#shown = nothing ? null : new HiddenHome(home, settings);
    this.home = this.#shown ?? home;
  }

  /** What is to be hidden and is not there now. */
  get unknown(): readonly string[] {
    return this.#shown?.unknown ?? [];
  }

  /** The names of hidden things in a text: it may not be sent. */
  namesIn(text: string): readonly string[] {
    return this.#shown ? this.#namesOf(this.#shown).find(text) : [];
  }

  /** Whether a scene, an automation or a timer is about something hidden: by name, by a group of nothing else, or by a scene. */
  holds(definition: unknown, planner: Planner): boolean {
    if (!this.#shown) return false;
    if (this.namesIn(JSON.stringify(definition) ?? "").length > 0) return true;
    return objectsIn(definition).some((each) => {
      if ("scene" in each && typeof each.scene === "string") {
        const scene = planner.scenes.get(each.scene)?.definition;
        if (scene && this.holds(scene, planner)) return true;
      }
      return this.#isHiddenGroup(each);
    });
  }

  /** What was said before, without the exchanges that are about something hidden. */
  exchanges(exchanges: readonly Exchange[]): readonly Exchange[] {
    const shown = this.#shown;
    if (!shown) return exchanges;
    return exchanges.filter(({ text, reply, outcomes, messages = [] }) => {
      const devices = outcomes.every(({ device }) => shown.device(device) !== undefined);
      return devices && this.namesIn([text, reply, JSON.stringify(messages)].join("\n")).length === 0;
    });
  }

  /** The tools, such that no argument reaches what is hidden and no result tells of it. */
  guard(tools: readonly Tool[], planner: Planner | null): readonly Tool[] {
    return this.#shown ? tools.map((tool) => this.#guarded(tool, planner)) : tools;
  }

  #guarded(tool: Tool, planner: Planner | null): Tool {
    return {
      ...tool,
      prepare: (input) => {
        const prepared = tool.prepare(input);
        return {
          ...prepared,
          run: async (context) => {
            // A yes was given to what the person was told in full.
            if (context.consent === undefined) this.#refuse(prepared.arguments, planner);
            try {
              const result = await prepared.run(context);
              return { ...result, content: this.#without(result.content) };
            } catch (error) {
              throw this.#toldOf(error) ? unknown("") : error;
            }
          },
        };
      },
    };
  }

  /** @throws JiaError `unknown-name` for arguments that are about something hidden */
  #refuse({ say: _, ...args }: PreparedCall["arguments"], planner: Planner | null): void {
    const [name] = this.namesIn(JSON.stringify(args) ?? "");
    if (name !== undefined) throw unknown(name);
    for (const each of objectsIn(args)) {
      if (this.#isHiddenGroup(each)) throw unknown(String(Object.values(each)[0]));
      // The scene that is activated, or the definition that is replaced.
      const given = "scene" in each ? each.scene : "id" in each ? each.id : null;
      if (typeof given !== "string" || !planner) continue;
      const saved = planner.scenes.get(given) ?? planner.automations.get(given);
      if (saved && this.holds(saved.definition, planner)) throw unknown(given);
    }
  }

  /** Whether devices by room, floor and kind are all hidden ones. */
  #isHiddenGroup(value: object): boolean {
    // A write names a place beside what it sets.
    const place = Object.entries(value).filter(([key]) => PLACE.has(key));
    const target = Target.safeParse(Object.fromEntries(place));
    if (!target.success || typeof target.data !== "object") return false;
    const devices = resolveTarget(target.data, this.#whole);
    return devices.length > 0 && devices.every((device) => this.#shown?.hides(device));
  }

  #toldOf(error: unknown): boolean {
    const told = error instanceof JiaError ? JSON.stringify([error.message, error.details]) : String(error);
    return this.namesIn(told).length > 0;
  }

  /** Data without what tells of something hidden: entries of lists as a whole, else the values. */
  #without(value: unknown): unknown {
    if (typeof value === "string") return this.namesIn(value).length > 0 ? null : value;
    if (Array.isArray(value)) {
      return value
        .filter((each) => this.namesIn(JSON.stringify(each) ?? "").length === 0)
        .map((each) => this.#without(each));
    }
    if (typeof value !== "object" || value === null) return value;
    const kept = Object.entries(value).filter(([key]) => this.namesIn(key).length === 0);
    return Object.fromEntries(kept.map(([key, each]) => [key, this.#without(each)]));
  }

  #namesOf(shown: HiddenHome): HiddenNames {
    const { revision } = this.#whole;
    if (this.#names?.revision !== revision) {
      const { devices, rooms } = shown.hidden;
      const roomNames = ({ id, name, aliases }: (typeof rooms)[number]) => [id, name, ...aliases];
      const hidden = [...devices.flatMap(namesOf), ...rooms.flatMap(roomNames)];
      const visible = [...shown.devices.flatMap(namesOf), ...shown.layout.rooms.flatMap(roomNames)];
      const ids = devices.flatMap(({ id, handle }) => [id, handle]);
      this.#names = { revision, names: new HiddenNames(hidden, visible, ids) };
    }
    return this.#names.names;
  }
}

/** An object with all that stand inside it. */
function objectsIn(value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  return [...(Array.isArray(value) ? [] : [value]), ...Object.values(value).flatMap(objectsIn)];
}

function unknown(name: string): JiaError {
  return new JiaError("unknown-name", { what: message("tools.device"), name: cleanText(name), known: "" });
}
