import { z } from "zod";
import type { HomeEdit, HomeProfile } from "../api/index.ts";
import { CONFIG_SETTINGS, type Config } from "../config/index.ts";
import { type AuditSink, type Clock, type Home, JiaError, type Origin } from "../home/index.ts";
import { message, TEMPERATURE_UNITS, temperatureUnitOf, withTemperatures } from "../language/index.ts";
import type { SettingsRepository } from "../store/index.ts";
import { noteChange } from "./noted-change.ts";
import type { Settings } from "./settings.ts";

const Profile = z.object({
  name: z.string().exactOptional(),
  language: z.string().exactOptional(),
  temperature: z.enum(TEMPERATURE_UNITS).exactOptional(),
});
type Profile = z.infer<typeof Profile>;
type Field = keyof Profile;

/** The key of the setting in the store. */
const KEY = "home.profile";
const FIELDS = ["name", "language", "temperature"] as const satisfies readonly Field[];

interface HomeProfileParts {
  readonly home: Home;
  readonly config: Config;
  readonly settings: Pick<Settings, "list">;
  readonly rows: SettingsRepository;
  readonly clock: Clock;
  readonly audit: AuditSink;
  /** Whether another instance holds what people set. */
  readonly standsBy: () => boolean;
}

/**
 * Stores what people call their home and how it speaks, over what the home file says. What jia.yaml, a variable or an
 * option says wins over both.
 */
export class HomeProfileStore implements HomeProfile {
  readonly #parts: HomeProfileParts;
  /** Without what people set. */
  readonly #said: { readonly name: string; readonly language: string };
  #kept: Profile = {};
  /** The last save: each begins with what the one before set. */
  #saved: Promise<void> = Promise.resolve();

  constructor(parts: HomeProfileParts) {
    this.#parts = parts;
    this.#said = { name: parts.home.name, language: parts.home.language };
  }

  get changed(): readonly Field[] {
    return FIELDS.filter((field) => this.#kept[field] !== undefined && !this.#isConfigured(field));
  }

  /** Reads what is stored, also what another instance changed. */
  async reload(): Promise<void> {
    this.#kept = (await this.#parts.rows.get(KEY, Profile)) ?? {};
    this.#apply();
  }

  /**
   * Stores what a person set, and writes it to the audit.
   * @throws JiaError when it cannot be saved, `stands-by`, `conflict` for what the configuration says
   */
  change(edit: HomeEdit, origin: Origin): Promise<void> {
    const { rows, clock, standsBy } = this.#parts;
    if (standsBy()) return Promise.reject(new JiaError("stands-by"));
    const done = this.#saved.then(async () => {
      const kept: Record<string, unknown> = { ...this.#kept };
      for (const field of FIELDS) {
        const value = edit[field];
        if (value === undefined) continue;
        this.#refuseConfigured(field);
        if (value === null) delete kept[field];
        else kept[field] = value;
      }
      await rows.set(KEY, kept, clock.now());
      this.#kept = Profile.parse(kept);
      this.#apply();
      await noteChange(this.#parts, "home", { ...edit }, origin);
    });
    this.#saved = done.catch(() => undefined);
    return done;
  }

  #apply(): void {
    const { name, language, temperature } = this.#effective();
    this.#parts.home.rename(
      name ?? this.#said.name,
      withTemperatures(language ?? this.#said.language, temperature ?? temperatureUnitOf(this.#said.language)),
    );
  }

  /** What people set, without what the configuration says. */
  #effective(): Profile {
    return Object.fromEntries(this.changed.map((field) => [field, this.#kept[field]]));
  }

  #isConfigured(field: Field): boolean {
    return this.#parts.config[`home.${field}`] !== CONFIG_SETTINGS[`home.${field}`].default;
  }

  #refuseConfigured(field: Field): void {
    const setting = `home.${field}` as const;
    const shown = this.#parts.settings.list().find(({ name }) => name === setting);
    if (!this.#isConfigured(field) && (shown === undefined || shown.source === "default")) return;
    const from = shown?.from ?? "jia.yaml";
    throw new JiaError("conflict", { detail: message("layout.configured", { setting, from }) });
  }
}
