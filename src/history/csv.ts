/**
 * A cell of comma-separated values (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export type Cell = string | number | boolean | null;

/** First characters of a formula, also after characters that a spreadsheet drops. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
