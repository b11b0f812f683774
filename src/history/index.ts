/** The history of the home: records changes, keeps them by age, and answers queries through `port.ts`. */
export { type HistoryBackend, LocalBackend } from "./backend.ts";
export { type Cell, csvLine } from "./csv.ts";
export { LocalTariff, type PricePeriod, type TariffRules } from "./energy/tariff.ts";
export { EXPORT_ROWS, type ExportPage, type ExportRow } from "./export-page.ts";
export { type HistoryOptions, HomeHistory } from "./home-history.ts";
export { NO_HISTORY } from "./no-history.ts";
export * from "./port.ts";
export type { HistoryRecords } from "./records.ts";
export { isAskedFor, isKept, type Selection } from "./selection.ts";
export { CLASSES, FORMS, type Point, type Series, type SeriesInfo, type Stored } from "./series.ts";
export { edgesOf, MOST_STEPS } from "./steps.ts";
export {
  type Batch,
  FIVE_MINUTES,
  type HistoryReader,
  type HistoryStorage,
  HOUR,
  type Page,
  type Rewrite,
  type StoredAmount,
  type Summary,
  type Width,
} from "./storage.ts";
export type { Keeping } from "./upkeep.ts";
