/** A word for a POSIX shell, quoted where necessary. */
export function shellWord(text: string): string {
  return /^[\w./:@+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The given options with these names, as text for another command line: "--data 'new home' --home house". */
export function givenOptions(flags: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  return names
    .flatMap((name) => {
      const value = flags[name];
      return typeof value === "string" ? [`--${name} ${shellWord(value)}`] : [];
    })
    .join(" ");
}
