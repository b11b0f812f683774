import { setImmediate as turn } from "node:timers/promises";
import type { Logger } from "pino";
import type { HomePlanner } from "../../automation/index.ts";
import { type Config, weekdayNumber } from "../../config/index.ts";
import { HomeHistory, type Keeping, LocalBackend, type TariffRules } from "../../history/index.ts";
import type { Clock, Home } from "../../home/index.ts";
import { errorText, type Language, messages } from "../../language/index.ts";
import { PostgresHistory } from "../../store/history/index.ts";
import type { Database } from "../../store/index.ts";
import { historyFile } from "../store-location.ts";
import { threadBackend } from "./thread-backend.ts";

export interface HistoryParts {
  readonly config: Config;
  /** Whether everything is kept in memory. */
  readonly memory: boolean;
  readonly home: Home;
  readonly database: Database;
  readonly planner: Pick<HomePlanner, "standsBy">;
  readonly clock: Clock;
  readonly log: Logger;
}

const DAY_MS = 86_400_000;

/** The configured history of the home; null when none is kept. */
export function createHistory(parts: HistoryParts): HomeHistory | null {
  const { config, memory, home, database, planner, clock, log } = parts;
  if (!config["history.enabled"]) return null;
  const shared = database.kind === "postgres";
  return new HomeHistory({
    home,
    clock,
    backend: shared
      ? new LocalBackend(new PostgresHistory(database), () => turn())
      : threadBackend(historyFile(config, memory)),
    // Of several instances on one database, only the one that runs the schedules records.
    ...(shared && { holds: () => !planner.standsBy }),
    selection: { include: config["history.include"], exclude: config["history.exclude"] },
    keeping: keepingOf(config),
    tariff: tariffOf(config),
    mains: config["energy.main"],
    lost: () => log.error("the history has waited too long to be written: its oldest changes are lost"),
    failed: (error) => log.error({ err: error }, "a part of the history could not be kept"),
  });
}

/**
 * The message about a history that cannot be written; the home works without it. null when it is written, or none is
 * kept.
 */
export function historyNotice(history: HomeHistory | null, language: Language): string | null {
  if (!history?.problem) return null;
  const problem = errorText(history.problem, language);
  return messages(language).history.notWritten({ problem, count: history.waiting });
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
