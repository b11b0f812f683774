import { cleanText } from "../home/index.ts";

/** Told of a row that this version cannot read: it is left as it stands, and everything else goes on without it. */
export type Unreadable = (text: string) => void;

/**
 * The rows that can be read. A row that cannot (broken JSON, another form) is set aside: it is told of by its id and left in
 * its table, so that nothing of it is lost.
 * @param table how the table is called in what is told
 */
export function readable<Row extends { readonly id: string | number }, Thing>(
  rows: readonly Row[],
  table: string,
  read: (row: Row) => Thing,
  unreadable: Unreadable,
): Thing[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      unreadable(`${table} "${cleanText(String(row.id))}" cannot be read and is left out: ${cleanText(why, 200)}`);
      return [];
    }
  });
}
