import type { DeviceId, JiaError } from "../home/index.ts";
import type { ExportRow } from "./export-page.ts";
import type { History, SeriesKey, TimeSpan } from "./port.ts";
import type { StoredAmount } from "./storage.ts";

/** The history with its administration: export and deletion. */
export interface HistoryRecords extends History {
  /** ISO 4217; null without a tariff. */
  readonly currency: string | null;
  /** Why changes are not written at the moment; null when they are. */
  readonly problem: JiaError | null;
  /** All stored series, also those of removed devices. */
  series(): Promise<readonly SeriesKey[]>;
  /** All rows of one series within a span, oldest first, some thousand at once. */
  rows(key: SeriesKey, span: TimeSpan): AsyncIterable<readonly ExportRow[]>;
  /**
   * Deletes the history of a device. Its further changes are recorded as before.
   * @returns the number of deleted series
   * @throws JiaError `stands-by` when another instance records
   */
  forget(device: DeviceId): Promise<number>;
  amount(): Promise<StoredAmount>;
}
