import type { Logger } from "pino";
import type { UsageStorage } from "../assistant/index.ts";
import {
  type ChatModel,
  ConstrainedModel,
  DailyUsage,
  DEFAULT_LIMITS,
  DEFAULT_TIMEOUTS,
  isSmallModel,
  type Limits,
  ModelClient,
  type ModelProfile,
  providerAt,
} from "../assistant/model/index.ts";
import type { Prompts } from "../assistant/prompts.ts";
import type { Config } from "../config/index.ts";
import type { Clock, Home, Message } from "../home/index.ts";

/** The state of the model that answers what the local understanding does not. */
export type ModelStatus =
  | { readonly state: "in-use"; readonly model: string; readonly notice: Message | null }
  /** The model's server needs a key, and none is set. */
  | { readonly state: "no-key"; readonly model: string }
  /** Switched off: JIA_MODEL=none. */
  | { readonly state: "off" };

/** The model that the configuration names; null when it is switched off or has no key. */
export function modelClient(config: Config, clock: Clock): ModelClient | null {
  const key = config["model.key"];
  const fallbacks = config["model.fallbacks"];
  if (config["model.name"] === "none" || needsKey(config)) return null;
  return new ModelClient({
    model: config["model.name"],
    baseUrl: config["model.url"],
    clock,
    timeouts: {
      start: config["model.seconds"] * 1_000,
      idle: Math.max(DEFAULT_TIMEOUTS.idle, config["model.seconds"] * 500),
    },
    ...(key !== null && { apiKey: key }),
    ...(config["model.thinking"] !== null && { thinking: config["model.thinking"] }),
    ...(fallbacks !== null && { fallbacks }),
  });
}

/** The profile of the model: how much it is told, and which tools it gets. */
export function modelProfile(config: Config): ModelProfile {
  const profile = config["model.profile"];
  if (profile !== "auto") return profile;
  return isSmallModel(config["model.name"], providerAt(config["model.url"])) ? "small" : "full";
}

/** The model for turns. A small one is held to the form of an answer, where its server can do that. */
export function chatModel(config: Config, client: ChatModel, prompts: Prompts): ChatModel {
  const constrains = modelProfile(config) === "small" && providerAt(config["model.url"]).schema;
  return constrains ? new ConstrainedModel(client, prompts) : client;
}

/** Counts what the model uses each day, with the limits of the configuration. */
export function dailyUsage(
  config: Config,
  parts: { readonly storage: UsageStorage; readonly clock: Clock; readonly home: Home; readonly log: Logger },
): DailyUsage {
  const { storage, clock, home, log } = parts;
  return new DailyUsage({
    ...{ storage, clock },
    limits: { tokens: config["model.budget.tokens"], dollars: config["model.budget.dollars"] },
    timezone: () => home.timezone,
    onError: (error) => log.error({ err: error }, "the use of the model could not be kept"),
  });
}

/** The limits of a turn. With a slow model, the time allows for two answers. */
export function modelLimits(config: Config): Partial<Limits> {
  return { seconds: Math.max(DEFAULT_LIMITS.seconds, config["model.seconds"] * 2) };
}

/**
 * Asks the server for its models, for some seconds at most. When the configured model is gone, the next of the list
 * is used.
 */
export async function modelStatus(
  config: Config,
  client: ModelClient | null,
  signal: AbortSignal,
): Promise<ModelStatus> {
  if (config["model.name"] === "none") return { state: "off" };
  if (!client) return { state: "no-key", model: config["model.name"] };
  const notice = await client.check(signal);
  return { state: "in-use", model: client.model, notice };
}

/** Whether the server needs a key: OpenRouter does, servers at home often do not. */
function needsKey(config: Config): boolean {
  return config["model.key"] === null && new URL(config["model.url"]).hostname.endsWith("openrouter.ai");
}
