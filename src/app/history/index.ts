import type { Logger } from "pino";
import { type Config, weekdayNumber } from "../../config.ts";
import { type HistoryBackend, HomeHistory, type Keeping, type TariffRules } from "../../history/index.ts";
import type { Clock, Home } from "../../home/index.ts";
import { historyFile } from "../store-location.ts";
import { threadBackend } from "./thread-backend.ts";

export interface HistoryParts {
  readonly config: Config;
  /** Nothing survives. */
  readonly memory: boolean;
  readonly home: Home;
  readonly clock: Clock;
  readonly log: Logger;
}

const DAY_MS = 86_400_000;

/** The history of the home as it is configured; null when none is kept. */
export function createHistory({ config, memory, home, clock, log }: HistoryParts): HomeHistory | null {
  if (!config["history.enabled"] || config["database.url"] !== null) return null;
  const backend: HistoryBackend = threadBackend(historyFile(config, memory));
  return new HomeHistory({
    home,
    clock,
    backend,
    selection: { include: config["history.include"], exclude: config["history.exclude"] },
    keeping: keepingOf(config),
    tariff: tariffOf(config),
    mains: config["energy.main"],
    lost: () => log.error("the history has waited too long to be written: its oldest changes are lost"),
    failed: (error) => log.error({ err: error }, "a part of the history could not be kept"),
  });
}

function keepingOf(config: Config): Keeping {
  const days = (name: "raw" | "minutes" | "hours" | "states") => config[`history.keep.${name}`] * DAY_MS;
  return { raw: days("raw"), five: days("minutes"), hour: days("hours"), states: days("states") };
}

function tariffOf({ "energy.tariff": tariff }: Config): TariffRules | null {
  if (!tariff) return null;
  const { currency, price, periods = [] } = tariff;
  return {
    currency,
    price,
    periods: periods.map(({ weekdays, ...period }) => ({ ...period, weekdays: weekdays?.map(weekdayNumber) })),
  };
}
