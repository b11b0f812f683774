/**
 * The index of docs/ with the pages of dialects that it lacks, behind those that it has, and all of it numbered anew.
 * @param dialects names of the pages
 * @param read the text of a page; its first heading is what the index calls it
 */
export function indexWith(index: string, dialects: readonly string[], read: (name: string) => string): string {
  const lines = index.split("\n");
  const lacking = dialects.filter((name) => !index.includes(`](${name})`)).sort();
  const entries = lacking.map((name) => `0. [${/^# (.+)$/m.exec(read(name))?.[1] ?? name}](${name})`);
  lines.splice(lines.findLastIndex((line) => line.includes("](mqtt-")) + 1, 0, ...entries);
  let number = 0;
  return lines.map((line) => line.replace(/^\d+(?=\. )/, () => String(++number))).join("\n");
}
