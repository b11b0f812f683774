import type { DeviceId, JiaError } from "../home/index.ts";
import type { ExportRow } from "./export-page.ts";
import type { History, SeriesKey, Span } from "./port.ts";
import type { StoredAmount } from "./storage.ts";

/** The history as its keeper sees it: all that is kept, to take it out and to forget it. */
export interface HistoryRecords extends History {
  /** ISO 4217; null without a tariff. */
  readonly currency: string | null;
  /** Why what happens is not written at the moment; null when it is. */
  readonly problem: JiaError | null;
  /** Of what anything was ever kept, also of devices that are gone. */
  series(): Promise<readonly SeriesKey[]>;
  /** All that is kept of one series within a span, oldest first, some thousand rows at once. */
  rows(key: SeriesKey, span: Span): AsyncIterable<readonly ExportRow[]>;
  /**
   * Deletes all that is kept of a device. What it does from now on is kept as before.
   * @returns how many series that were
   * @throws JiaError `stands-by` where another instance records
   */
  forget(device: DeviceId): Promise<number>;
  amount(): Promise<StoredAmount>;
}
