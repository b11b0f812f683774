/** The history of the home: records changes, keeps them by age, and answers queries through `port.ts`. */
export { type HistoryBackend, LocalBackend } from "./backend.ts";
export { type Cell, csvLine } from "./csv.ts";
export { LocalTariff, type PricePeriod, type TariffRules } from "./energy/tariff.ts";
export { EXPORT_ROWS, type ExportPage, type ExportRow } from "./export-page.ts";
export { type HistoryOptions, HomeHistory } from "./home-history.ts";
export { NO_HISTORY } from "./no-history.ts";
export * from "./port.ts";
export type { HistoryRecords } from "./records.ts";
export type { RetentionPeriods as Keeping } from "./retention.ts";
export {
  type HistorySelection as Selection,
  isRecorded as isKept,
  isRecordedByDefault as isAskedFor,
} from "./selection.ts";
export {
  CLASSES,
  FORMS,
  type Point,
  type SeriesInfo,
  type StoredSeries as Series,
  type StoredValue as Stored,
} from "./series.ts";
export { MOST_STEPS, stepEdges as edgesOf } from "./steps.ts";
export {
  FIVE_MINUTES,
  type HistoryReader,
  type HistoryStorage,
  HOUR,
  type PointBatch as Batch,
  type RowRange as Page,
  type SeriesRewrite as Rewrite,
  type StoredAmount,
  type Summary,
  type SummaryWidth as Width,
} from "./storage.ts";
