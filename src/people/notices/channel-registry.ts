import { type Clock, cleanText, JiaError, NOTICE_LEVELS, nearest, type Phrase, slug } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { Channel, ChannelState } from "./channel.ts";
import type { ChannelDraft, ChannelInfo, ChannelPatch } from "./channel-port.ts";
import type { ChannelProvider } from "./provider.ts";
import { QUIET_TIME } from "./quiet.ts";
import type { ChannelStorage } from "./storage.ts";

/** Most channels of one home. */
const MOST = 100;
const MAX_VALUE = 2_000;

export interface ChannelRegistryOptions {
  readonly storage: ChannelStorage;
  readonly clock: Clock;
  readonly ways: readonly ChannelProvider[];
  /** The channels of jia.yaml. */
  readonly configured: readonly Channel[];
  /** Whether the home has a person with this id. */
  readonly isPerson: (id: string) => boolean;
  /** Called when channels changed: the waiting entries are planned again. */
  readonly changed: () => void;
  /** Called when a channel was removed. */
  readonly removed: (id: string) => Promise<void>;
}

/** The channels with their secrets, the state of sending by them, and until when people want to be left alone. */
export class ChannelRegistry {
  readonly #options: ChannelRegistryOptions;
  /** Keyed by id; those of jia.yaml first. */
  #channels = new Map<string, Channel>();
  /** Keyed by id of the channel. */
  #states = new Map<string, ChannelState>();
  /** Milliseconds since the epoch, keyed by person; null is everybody. */
  #quietUntil = new Map<string | null, number>();

  constructor(options: ChannelRegistryOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { storage, configured } = this.#options;
    const [saved, states, quiet] = [await storage.all(), await storage.states(), await storage.quietUntil()];
    // A channel of jia.yaml wins over a saved one with its id.
    const others = saved.filter(({ id }) => !configured.some((each) => each.id === id));
    this.#channels = new Map([...configured, ...others].map((channel) => [channel.id, channel]));
    this.#states = new Map(states.map((state) => [state.channel, state]));
    this.#quietUntil = new Map(quiet.map(({ person, until }) => [person, until]));
  }

  stop(): void {
    this.#channels.clear();
    this.#states.clear();
    this.#quietUntil.clear();
  }

  all(): Channel[] {
    return [...this.#channels.values()];
  }

  /** The channels of people who belong to the home, and those for everybody: a former guest gets nothing more. */
  reaching(): Channel[] {
    return this.all().filter(({ person }) => person === null || this.#options.isPerson(person));
  }

  get(id: string): Channel | undefined {
    return this.#channels.get(id);
  }

  wayOf({ way }: Pick<Channel, "way">): ChannelProvider | undefined {
    return this.#options.ways.find(({ name }) => name === way);
  }

  /** Whether its receiver shows a repeated message only once. */
  replaces(channel: Channel): boolean {
    const repeats = this.wayOf(channel)?.repeats(channel) ?? "shown";
    return repeats === "replaced" || (repeats === "learned" && this.state(channel.id).replaces);
  }

  state(id: string): ChannelState {
    return (
      this.#states.get(id) ?? {
        channel: id,
        failures: 0,
        failingSince: null,
        failure: null,
        workedAt: null,
        replaces: false,
      }
    );
  }

  async saveState(state: ChannelState): Promise<void> {
    if (!this.#channels.has(state.channel)) return;
    this.#states.set(state.channel, state);
    await this.#options.storage.saveState(state);
  }

  /** A channel without its secrets. */
  info(channel: Channel): ChannelInfo {
    const { secrets, createdAt, ...rest } = channel;
    const { failures, failingSince, failure, workedAt } = this.state(channel.id);
    return {
      ...rest,
      secrets: Object.keys(secrets),
      host: this.wayOf(channel)?.host(channel) ?? "?",
      fromFile: createdAt === null,
      state: { failures, failingSince, failure, workedAt },
    };
  }

  /** @throws JiaError `not-found` */
  known(id: string): Channel {
    const found = this.#channels.get(id) ?? this.all().find(({ name }) => name.toLowerCase() === id.toLowerCase());
    if (found) return found;
    const near = nearest(id, [...this.#channels.keys()]);
    const what = message("channels.named", { id: cleanText(id) });
    throw new JiaError("not-found", { what, ...(near !== null && { near }) });
  }

  async add(draft: ChannelDraft): Promise<Channel> {
    if (this.#channels.size >= MOST)
      throw new JiaError("conflict", { detail: message("channels.tooMany", { most: MOST }) });
    const name = cleanText(draft.name);
    const id = draft.id ?? this.#freeId(slug(name) || draft.way);
    if (this.#channels.has(id)) throw new JiaError("conflict", { detail: message("channels.exists", { id }) });
    const { person = null, levels = NOTICE_LEVELS, quiet = null, enabled = true } = draft;
    const { settings, secrets } = this.#values(draft.way, draft.values);
    return await this.#save({
      id,
      way: draft.way,
      name,
      person,
      levels,
      quiet,
      enabled,
      settings,
      secrets,
      createdAt: this.#options.clock.now(),
    });
  }

  async change(id: string, { values = {}, ...patch }: ChannelPatch): Promise<Channel> {
    const before = this.#own(id);
    const given = Object.entries({ ...before.settings, ...before.secrets, ...values });
    const kept = Object.fromEntries(given.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
    const { settings, secrets } = this.#values(before.way, kept);
    const stale = Object.keys(before.secrets).filter((key) => key in secrets && !(key in values));
    // A new receiver must not get the secrets of the old one: they have to be given again.
    if (stale.length > 0 && this.#leadsTo(before) !== this.#leadsTo({ ...before, settings, secrets }))
      throw invalid(message("channels.secretsAnew", { fields: stale }));
    const name = patch.name === undefined ? before.name : cleanText(patch.name);
    return await this.#save({ ...before, ...patch, name, settings, secrets });
  }

  async remove(id: string): Promise<Channel> {
    const channel = this.#own(id);
    await this.drop(channel.id);
    return channel;
  }

  /** Deletes a channel. */
  async drop(id: string): Promise<void> {
    await this.#options.storage.remove(id);
    this.#channels.delete(id);
    this.#states.delete(id);
    this.#options.changed();
    await this.#options.removed(id);
  }

  quietUntil(person: string | null): number | null {
    const until = this.#quietUntil.get(person) ?? 0;
    return until > this.#options.clock.now() ? until : null;
  }

  /** Until when a channel is silent by its person's wish or everybody's, in milliseconds since the epoch; 0: not. */
  silenceOf({ person }: Pick<Channel, "person">): number {
    return Math.max(this.quietUntil(null) ?? 0, person === null ? 0 : (this.quietUntil(person) ?? 0));
  }

  async setQuietUntil(person: string | null, until: number | null): Promise<void> {
    const quiet = { person, until: until ?? 0 };
    await this.#options.storage.saveQuietUntil(quiet);
    this.#quietUntil.set(person, quiet.until);
    this.#options.changed();
  }

  async #save(channel: Channel): Promise<Channel> {
    if (channel.name === "") throw invalid(message("channels.needsName"));
    if (channel.levels.length === 0) throw invalid(message("channels.needsLevel"));
    const { quiet, person } = channel;
    if (quiet && !(QUIET_TIME.test(quiet.from) && QUIET_TIME.test(quiet.to)))
      throw invalid(message("channels.needsHours"));
    if (person !== null && !this.#options.isPerson(person)) {
      throw new JiaError("not-found", { what: message("channels.personNamed", { id: cleanText(person) }) });
    }
    await this.#options.storage.save(channel);
    this.#channels.set(channel.id, channel);
    this.#options.changed();
    return channel;
  }

  /** The receiver of a channel, with its port. */
  #leadsTo(channel: Channel): string {
    return JSON.stringify([this.wayOf(channel)?.host(channel), channel.settings["server"]]);
  }

  /** A channel that is not from jia.yaml. @throws JiaError `not-found`, `conflict` */
  #own(id: string): Channel {
    const channel = this.known(id);
    if (channel.createdAt !== null) return channel;
    throw new JiaError("conflict", { detail: message("channels.ofFile", { id: channel.id }) });
  }

  /** Checks the given values. @throws as `channelValues` */
  #values(way: string, given: Readonly<Record<string, string>>): Pick<Channel, "settings" | "secrets"> {
    return channelValues(this.#options.ways, way, given);
  }

  #freeId(wanted: string): string {
    let id = wanted;
    for (let count = 2; this.#channels.has(id); count += 1) id = `${wanted}-${count}`;
    return id;
  }
}

/**
 * Checks the values for a provider and splits them into settings and secrets.
 * @param name of the provider @param given keyed by field
 * @throws JiaError `invalid-request`, `denied`
 */
export function channelValues(
  ways: readonly ChannelProvider[],
  name: string,
  given: Readonly<Record<string, string>>,
): Pick<Channel, "settings" | "secrets"> {
  const way = ways.find((each) => each.name === name);
  const known = ways.map((each) => each.name);
  if (!way) {
    throw invalid(message("channels.noWay", { way: cleanText(name), near: nearest(name, known), known }));
  }
  const fields = way.fields.map((field) => field.name);
  for (const [field, value] of Object.entries(given)) {
    if (!fields.includes(field)) {
      const near = nearest(field, fields);
      throw invalid(message("channels.noField", { way: name, field: cleanText(field), near, known: fields }));
    }
    if (value.length > MAX_VALUE || /[\p{Cc}]/u.test(value)) throw invalid(message("channels.badField", { field }));
  }
  const settings: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  for (const { name: field, secret, required, default: usual } of way.fields) {
    const value = given[field]?.trim() || usual;
    if (value === undefined) {
      if (required) throw invalid(message("channels.needsField", { way: name, field }));
    } else (secret ? secrets : settings)[field] = value;
  }
  way.check({ ...settings, ...secrets });
  return { settings, secrets };
}

function invalid(detail: Phrase): JiaError {
  return new JiaError("invalid-request", { detail });
}
