/** The characters of a sparkline, from low to high. */
const LEVELS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/**
 * A sparkline: one character for each number, as high as the number between the lowest and the highest; a blank for
 * null.
 */
export function sparkline(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  return values
    .map((value) => {
      if (value === null) return " ";
      const part = span === 0 ? 0 : (value - low) / span;
      return LEVELS[Math.round(part * (LEVELS.length - 1))] ?? "";
    })
    .join("");
}

/**
 * A bar with the length of a number.
 * @param most the number with the longest bar
 * @param width columns of the longest bar
 */
export function bar(value: number, most: number, width: number): string {
  if (!(value > 0) || !(most > 0)) return "";
  const eighths = Math.round(Math.min(1, value / most) * width * 8);
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}
