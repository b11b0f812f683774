import { type Planner, resolveTarget, Target } from "../../automation/index.ts";
import { cleanText, type Home, type HomeView, JiaError } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { Exchange } from "../contract.ts";
import { namesWithRoom } from "../tools/devices/resolve.ts";
import type { PreparedCall, Tool } from "../tools/tool.ts";
import { HiddenNames } from "./hidden-names.ts";
import { type HiddenSettings, NOTHING_HIDDEN, VisibleHome } from "./visible-home.ts";

/** Keys of a target that name a place. */
const PLACE: ReadonlySet<string> = new Set(["room", "floor", "kind"]);

/** Keeps devices, kinds and rooms from models: prompts and results leave them out, and tool calls cannot reach them. */
export class HiddenFilter {
  /** The home as models see it. */
  readonly home: HomeView;
  readonly #whole: Home;
  readonly #shown: VisibleHome | null;
  /** The names of hidden things, for one revision of the home. */
  #names: { readonly revision: number; readonly names: HiddenNames } | null = null;

  constructor(home: Home, settings: HiddenSettings = NOTHING_HIDDEN) {
    const { devices, kinds, rooms, within = null } = settings;
    const nothing = devices.length + kinds.length + rooms.length === 0 && within === null;
    this.#whole = home;
    this.#shown = nothing ? null : new VisibleHome(home, settings);
    this.home = this.#shown ?? home;
  }

  /** Entries of the settings that match nothing now. */
  get unknown(): readonly string[] {
    return this.#shown?.unknown ?? [];
  }

  /** The names of hidden things in a text; a text with any must not be sent to a model. */
  namesIn(text: string): readonly string[] {
    return this.#shown ? this.#namesOf(this.#shown).find(text) : [];
  }

  /** Whether a scene, an automation or a timer refers to something hidden: by name, by a group of only hidden devices, or by a scene. */
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

  /** The exchanges without those that are about something hidden. */
  exchanges(exchanges: readonly Exchange[]): readonly Exchange[] {
    const shown = this.#shown;
    if (!shown) return exchanges;
    return exchanges.filter(({ text, reply, outcomes, messages = [] }) => {
      const devices = outcomes.every(({ device }) => shown.device(device) !== undefined);
      return devices && this.namesIn([text, reply, JSON.stringify(messages)].join("\n")).length === 0;
    });
  }

  /** Wraps tools so that no argument reaches anything hidden and no result mentions it. */
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
            // The person has read the full question and said yes.
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

  /** @throws JiaError `unknown-name` for arguments that refer to something hidden */
  #refuse({ say: _, ...args }: PreparedCall["arguments"], planner: Planner | null): void {
    const [name] = this.namesIn(JSON.stringify(args) ?? "");
    if (name !== undefined) throw unknown(name);
    for (const each of objectsIn(args)) {
      if (this.#isHiddenGroup(each)) throw unknown(String(Object.values(each)[0]));
      // A scene to activate, or a definition to replace.
      const given = "scene" in each ? each.scene : "id" in each ? each.id : null;
      if (typeof given !== "string" || !planner) continue;
      const saved = planner.scenes.get(given) ?? planner.automations.get(given);
      if (saved && this.holds(saved.definition, planner)) throw unknown(given);
    }
  }

  /** Whether a target by room, floor or kind has only hidden devices. */
  #isHiddenGroup(value: object): boolean {
    // A write has its place among other keys.
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

  /** Data without mentions of hidden things: whole entries of lists, otherwise single values. */
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

  #namesOf(shown: VisibleHome): HiddenNames {
    const { revision } = this.#whole;
    if (this.#names?.revision !== revision) {
      const { devices, rooms } = shown.hidden;
      const roomNames = ({ id, name, aliases }: (typeof rooms)[number]) => [id, name, ...aliases];
      const hidden = [...devices.flatMap(namesWithRoom), ...rooms.flatMap(roomNames)];
      const visible = [...shown.devices.flatMap(namesWithRoom), ...shown.layout.rooms.flatMap(roomNames)];
      const ids = devices.flatMap(({ id, handle }) => [id, handle]);
      this.#names = { revision, names: new HiddenNames(hidden, visible, ids) };
    }
    return this.#names.names;
  }
}

/** An object and all objects nested in it. */
function objectsIn(value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  return [...(Array.isArray(value) ? [] : [value]), ...Object.values(value).flatMap(objectsIn)];
}

function unknown(name: string): JiaError {
  return new JiaError("unknown-name", { what: message("tools.device"), name: cleanText(name), known: "" });
}
