import { z } from "zod";
import type { SettingsPort, SettingView } from "../api/resources/settings.ts";
import {
  CONFIG_SETTINGS,
  type Config,
  type ConfigSetting,
  type ConfigSources,
  changeSettings,
  isForTheMachine,
  isGiven,
  type LoadedConfig,
  loadConfig,
  type SettingName,
  type ShownSetting,
  settingAbout,
  shownSettings,
  withoutPasswords,
} from "../config/index.ts";
import { JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";

/** What takes a new value while Jia runs, keyed by setting. */
export type LiveSettings = { readonly [Name in SettingName]?: (value: Config[Name]) => void };

export interface SettingsOptions {
  readonly config: Config;
  /** Where the configuration came from; null when nobody can change it. */
  readonly sources: ConfigSources | null;
  readonly live: LiveSettings;
  readonly restart: ((work: () => Promise<void>) => void) | null;
}

const NAMES = Object.keys(CONFIG_SETTINGS) as SettingName[];

/** The settings of the running Jia, and of its next start. */
export class Settings implements SettingsPort {
  readonly #options: SettingsOptions;
  /** The values in use. */
  #running: Config;

  constructor(options: SettingsOptions) {
    this.#options = options;
    this.#running = options.config;
  }

  list(): readonly SettingView[] {
    return this.#views(this.#next());
  }

  /** @throws JiaError of `changeSettings` */
  change(changes: Readonly<Record<string, unknown>>): readonly SettingView[] {
    const { sources, live } = this.#options;
    if (!sources) throw new JiaError("conflict", { detail: message("config.cannotChange") });
    const next = changeSettings(sources, changes);
    for (const name of NAMES) {
      const take = live[name] as ((value: unknown) => void) | undefined;
      if (!Object.hasOwn(changes, name) || !take) continue;
      take(next.config[name]);
      this.#running = { ...this.#running, [name]: next.config[name] };
    }
    return this.#views(next).filter(({ name }) => Object.hasOwn(changes, name));
  }

  /** @returns what restarts Jia */
  restart(): () => void {
    const { restart } = this.#options;
    if (!restart) throw new JiaError("conflict", { detail: message("config.cannotRestart") });
    return () => restart(() => Promise.resolve());
  }

  /** The configuration of the next start; of this one where the file has mistakes now. */
  #next(): LoadedConfig | null {
    const { sources } = this.#options;
    try {
      return sources && loadConfig(sources);
    } catch (error) {
      if (error instanceof JiaError && error.code === "invalid-config") return null;
      throw error;
    }
  }

  #views(next: LoadedConfig | null): SettingView[] {
    const none = { sources: Object.fromEntries(NAMES.map((name) => [name, "default"])), file: null, warnings: [] };
    const running = { ...(next ?? (none as unknown as LoadedConfig)), config: this.#running };
    return shownSettings(running).map((shown) => this.#view(shown, next?.config ?? this.#running));
  }

  #view({ name, value, source, from }: ShownSetting, next: Config): SettingView {
    const { default: byDefault, env, flag, expected, ...form }: ConfigSetting = CONFIG_SETTINGS[name];
    const secret = form.secret === true;
    const told = (config: Config): unknown => (secret ? null : withoutPasswords(config[name]));
    const isSet = isGiven(this.#running[name]);
    const { live } = this.#options;
    return {
      name,
      value: secret ? null : value,
      saved: told(next),
      isSet,
      default: secret ? null : withoutPasswords(byDefault),
      source,
      from,
      secret,
      about: settingAbout(name),
      expected,
      schema: schemaOf(name),
      environment: env ?? null,
      flag: flag === undefined ? null : `--${flag}`,
      changes: isForTheMachine(name) ? "file" : live[name] ? "now" : "restart",
      restartNeeded: JSON.stringify(this.#running[name]) !== JSON.stringify(next[name]),
    };
  }
}

/** JSON Schemas, keyed by setting; made once. */
const schemas = new Map<SettingName, Readonly<Record<string, unknown>>>();

function schemaOf(name: SettingName): Readonly<Record<string, unknown>> {
  const known = schemas.get(name);
  if (known) return known;
  const { schema }: ConfigSetting = CONFIG_SETTINGS[name];
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  schemas.set(name, made);
  return made;
}
