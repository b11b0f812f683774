/** Edit distance (Levenshtein, with swapped neighbours as one edit) of two short texts. */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [[...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          (rows[i - 1]?.[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (rows[i - 1]?.[j - 1] ?? 0) + cost,
          swapped ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

/**
 * The known word that `word` most likely means (at most a third of it wrong, or one the start of the other); null when none is near.
 * A word with a letter wrong is nearer than the start of another: of `--mqtt-prot`, `--mqtt-port` and not `--mqtt`.
 */
export function nearest(word: string, known: Iterable<string>): string | null {
  const wanted = word.slice(0, 64).toLowerCase();
  const most = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | null = null;
  let least = most + 1;
  for (const each of known) {
    const candidate = each.toLowerCase();
    const starts = wanted.length >= 3 && (candidate.startsWith(wanted) || wanted.startsWith(candidate));
    // No edits make up for lengths that are further apart: in a large home most names are passed over here.
    const far = Math.abs(candidate.length - wanted.length) >= least;
    if (far && !starts) continue;
    const distance = far ? most : editDistance(wanted, candidate);
    if (distance < least) {
      least = distance;
      best = each;
    }
  }
  return best;
}
