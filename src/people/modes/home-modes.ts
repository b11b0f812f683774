import { type Clock, JiaError, nearest, type Origin, type Outcome, Queues } from "../../home/index.ts";
import { languages, messages } from "../../language/index.ts";
import { draftError } from "../draft.ts";
import { findNamed } from "../names.ts";
import type { PeopleEvent } from "../port.ts";
import { runModeChecks, type StateTest } from "./checks.ts";
import { FIRST_MODE, ModeDefinition, type ModeDraft, USUAL_MODES, type UsualModeId } from "./definition.ts";
import { checkModeDraft } from "./draft-check.ts";
import type { BeginOptions, CurrentMode, Mode, ModeChange, ModeEvent, ModeFinding, ModeReport, Modes } from "./port.ts";
import type { ModeStorage } from "./storage.ts";

/** The scenes that modes activate. */
export interface ModeScenes {
  has(id: string): boolean;
  /** @throws JiaError `denied` when the origin may not activate the scene */
  requireAllowed(id: string, origin: Origin): void;
  activate(
    id: string,
    options: Pick<BeginOptions, "origin" | "approved" | "chain" | "signal">,
  ): Promise<{ readonly outcomes: readonly Outcome[] }>;
}

export interface HomeModesOptions {
  readonly home: { readonly language: string; readonly devices: Parameters<typeof runModeChecks>[1] };
  readonly storage: ModeStorage;
  readonly clock: Clock;
  readonly scenes: ModeScenes;
  readonly people: { subscribe(listener: (event: PeopleEvent) => void): () => void };
  readonly isSo: StateTest;
  /** Whether another instance changes modes. */
  readonly standsBy: () => boolean;
  /** Called when something fails that nobody awaits. */
  readonly failed: (error: unknown) => void;
}

/** Most changes in one answer. */
const MOST_CHANGES = 1_000;

/** The modes of a home, kept in the store. */
export class HomeModes implements Modes {
  readonly #options: HomeModesOptions;
  /** Keyed by id, in the order in which they were added. */
  #definitions: ReadonlyMap<string, ModeDefinition> = new Map();
  #last: ModeChange | null = null;
  readonly #queue = new Queues();
  readonly #listeners = new Set<(event: ModeEvent) => void>();
  #unsubscribe: () => void = () => undefined;

  constructor(options: HomeModesOptions) {
    this.#options = options;
  }

  /** Reads the modes and the current one from the store, and listens to arrivals and departures until `stop`. */
  async start(): Promise<void> {
    await this.reload();
    this.#unsubscribe = this.#options.people.subscribe((event) => this.#onPeople(event));
  }

  stop(): void {
    this.#unsubscribe();
  }

  /** Reads the modes again, which another instance may have changed. */
  async reload(): Promise<void> {
    const { storage, home } = this.#options;
    const saved = await storage.all();
    const definitions = saved.length > 0 ? saved : usualModes(home.language);
    this.#definitions = new Map(definitions.map((definition) => [definition.id, definition]));
    this.#last = await storage.last();
  }

  list(): readonly Mode[] {
    return this.saved.map(modeOf);
  }

  /** The definitions as they are stored. */
  get saved(): readonly ModeDefinition[] {
    return [...this.#definitions.values()];
  }

  get(id: string): Mode | undefined {
    const definition = this.#definitions.get(id);
    return definition && modeOf(definition);
  }

  named(name: string): Mode | undefined {
    const definition = findNamed(this.saved, name);
    return definition && modeOf(definition);
  }

  current(): CurrentMode {
    const last = this.#last;
    const mode = (last && this.get(last.mode)) ?? this.get(FIRST_MODE) ?? this.list()[0];
    if (!mode) throw new TypeError("A home has a mode at least.");
    return last?.mode === mode.id ? { mode, since: last.at, by: last.by } : { mode, since: null, by: null };
  }

  begin(id: string, options: BeginOptions): Promise<ModeReport> {
    return this.#inTurn(() => this.#begin(id, options));
  }

  /** Resolves when no mode is about to begin; for simulations. */
  settled(): Promise<void> {
    return this.#queue.run("modes", () => Promise.resolve());
  }

  look({ checks }: Mode): readonly ModeFinding[] {
    const { home, isSo } = this.#options;
    return runModeChecks(checks, home.devices, isSo);
  }

  changes(
    { from, to }: { readonly from: number; readonly to: number },
    limit = MOST_CHANGES,
  ): Promise<readonly ModeChange[]> {
    return this.#options.storage.changes(from, to, Math.min(limit, MOST_CHANGES));
  }

  check(draft: unknown): ReturnType<typeof checkModeDraft> {
    return checkModeDraft(draft, { others: this.saved, scene: (id) => this.#options.scenes.has(id) });
  }

  /**
   * Adds a mode, or replaces one.
   * @param origin who asks, when it is known: a mode's scene must be allowed for them
   * @throws JiaError `invalid-definition` that names every problem, `denied`
   */
  save(draft: ModeDraft, origin?: Origin): Promise<Mode> {
    return this.#inTurn(async () => {
      const { definition, problems } = this.check(draft);
      if (!definition) throw draftError("modes.mode", draft.name, problems);
      this.#requireAllowed(definition, origin);
      await this.#keep([...this.saved.filter(({ id }) => id !== definition.id), definition], definition.id);
      return modeOf(definition);
    });
  }

  /** @throws JiaError `not-found`, `conflict` for the first mode and for the current one */
  remove(id: string): Promise<Mode> {
    return this.#inTurn(async () => {
      const mode = this.#known(id);
      if (id === FIRST_MODE) throw stays("modes.staysThere", mode);
      if (this.current().mode.id === id) throw stays("modes.isThere", mode);
      await this.#keep(this.saved.filter((each) => each.id !== id));
      return mode;
    });
  }

  /**
   * Replaces all modes, from a file.
   * @param origin as for `save`
   * @throws JiaError `invalid-definition`, `denied`, `conflict` when the current mode is not among them
   */
  replaceAll(drafts: readonly ModeDraft[], origin?: Origin): Promise<void> {
    return this.#inTurn(async () => {
      const others = drafts.flatMap((draft) => ModeDefinition.safeParse(draft).data ?? []);
      const sound = drafts.map((draft) => {
        const { definition, problems } = checkModeDraft(draft, { others, scene: (id) => this.#options.scenes.has(id) });
        if (!definition) throw draftError("modes.mode", draft.name, problems);
        this.#requireAllowed(definition, origin);
        return definition;
      });
      const { mode: present } = this.current();
      if (present.id !== FIRST_MODE && sound.every(({ id }) => id !== present.id))
        throw stays("modes.isThere", present);
      const first = sound.find(({ id }) => id === FIRST_MODE) ?? this.#definitions.get(FIRST_MODE);
      await this.#keep([...(first ? [first] : []), ...sound.filter(({ id }) => id !== FIRST_MODE)]);
    });
  }

  subscribe(listener: (event: ModeEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Changes come one after another. @throws JiaError `stands-by` */
  #inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    if (this.#options.standsBy()) return Promise.reject(new JiaError("stands-by"));
    return this.#queue.run("modes", change);
  }

  async #begin(id: string, { origin, approved, withoutScene, chain = [], signal }: BeginOptions): Promise<ModeReport> {
    const mode = this.#known(id);
    const before = this.current().mode;
    if (before.id === id) {
      return { mode, before, outcomes: [], failed: null, findings: this.look(mode) };
    }
    const change: ModeChange = { mode: id, before: before.id, at: this.#options.clock.now(), by: origin };
    await this.#options.storage.began(change);
    this.#last = change;
    const { promise: report, resolve } = Promise.withResolvers<ModeReport>();
    this.#emit({ type: "mode-began", ...change, chain, report });
    let outcomes: readonly Outcome[] = [];
    let failed: unknown = null;
    if (mode.scene !== null && withoutScene !== true) {
      try {
        ({ outcomes } = await this.#options.scenes.activate(mode.scene, {
          origin,
          chain,
          ...(approved && { approved }),
          ...(signal && { signal }),
        }));
      } catch (error) {
        failed = error;
      }
    }
    const told: ModeReport = { mode, before, outcomes, failed, findings: this.look(mode) };
    resolve(told);
    return told;
  }

  /** A mode begins by itself when the last person has left, or somebody comes while nobody was there. */
  #onPeople(event: PeopleEvent): void {
    const when =
      event.type === "left" && event.last
        ? "everyone-left"
        : (event.type === "arrived" || event.type === "found") && event.first
          ? "someone-arrived"
          : null;
    if (when === null || this.#options.standsBy()) return;
    // A return that nobody saw does not end a mode that a person began.
    if (event.type === "found" && this.#last?.by.kind !== "schedule") return;
    const now = this.current().mode.id;
    const next = this.list().find(
      ({ id, begins }) =>
        id !== now && begins.some((each) => each.when === when && (each.from === undefined || each.from.includes(now))),
    );
    if (!next) return;
    // Nobody is there to ask: steps of the scene that need a yes are left out and reported.
    const origin: Origin = { kind: "schedule", id: `mode/${next.id}`, approved: false };
    this.begin(next.id, { origin }).catch((error: unknown) => this.#options.failed(error));
  }

  #requireAllowed({ scene }: ModeDefinition, origin: Origin | undefined): void {
    if (scene !== undefined && origin) this.#options.scenes.requireAllowed(scene, origin);
  }

  async #keep(definitions: readonly ModeDefinition[], last?: string): Promise<void> {
    const at = this.#options.clock.now();
    // A changed mode keeps its place.
    const ordered = this.saved.flatMap(({ id }) => definitions.find((each) => each.id === id) ?? []);
    const added = definitions.filter(({ id }) => !ordered.some((each) => each.id === id));
    const all = last === undefined ? definitions : [...ordered, ...added];
    await this.#options.storage.replace(all, at);
    this.#definitions = new Map(all.map((definition) => [definition.id, definition]));
    this.#emit({ type: "modes-changed", at });
  }

  /** @throws JiaError `not-found` with the nearest id */
  #known(id: string): Mode {
    const mode = this.get(id);
    if (mode) return mode;
    const near = nearest(id, this.#definitions.keys());
    throw new JiaError("not-found", {
      what: { key: "modes.named", values: { name: id } },
      ...(near !== null && { near }),
    });
  }

  #emit(event: ModeEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        this.#options.failed(error);
      }
    }
  }
}

/** The error of a mode that cannot be removed. */
function stays(key: "modes.staysThere" | "modes.isThere", { name }: Mode): JiaError {
  return new JiaError("conflict", { detail: { key, values: { name } } });
}

function modeOf({ id, name, aliases = [], scene, checks = [], begins = [] }: ModeDefinition): Mode {
  return { id, name, aliases, scene: scene ?? null, checks, begins };
}

/** The default modes, named in the home's language, with the names of the other languages as aliases. */
function usualModes(language: string): ModeDefinition[] {
  return USUAL_MODES.map((mode) => {
    const id = mode.id as UsualModeId;
    const [name, ...own] = messages(language).modes.usual[id];
    const others = languages().flatMap((each) => messages(each).modes.usual[id]);
    const aliases = [...new Set([...own, ...others])].filter((each) => each !== name);
    return { ...mode, name, aliases };
  });
}
