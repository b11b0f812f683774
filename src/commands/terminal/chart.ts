/** Small pictures of numbers in text: lines of blocks, and bars. */
const LEVELS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A line of one character a number, as high as it is between the lowest and the highest; a blank where none is known. */
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

/** A bar that is as long as a number is of the most. @param width columns of the most */
export function bar(value: number, most: number, width: number): string {
  if (!(value > 0) || !(most > 0)) return "";
  const eighths = Math.round(Math.min(1, value / most) * width * 8);
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}
