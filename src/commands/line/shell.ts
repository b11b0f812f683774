/** A word as a POSIX shell takes it: quoted where it has to be. */
export function shellWord(text: string): string {
  return /^[\w./:@+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Of the options that were given, those named, as they are to be given again: "--data 'new home' --home house". */
export function givenOptions(flags: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  return names
    .flatMap((name) => {
      const value = flags[name];
      return typeof value === "string" ? [`--${name} ${shellWord(value)}`] : [];
    })
    .join(" ");
}
