/** All that is kept of a person, wherever it is: shown and erased through a list of sources. */

/** A part of Jia that keeps something of people. */
export interface PersonDataSource {
  /** What it is called in the answer: `conversations`. */
  readonly name: string;
  /** Only adults erase it: who did what that is sensitive. */
  readonly erasedByAdults?: true;
  /** What it keeps of a person, newest first, as plain data. */
  read(person: string): Promise<readonly unknown[]>;
  /** Forgets it. @returns how many things */
  erase(person: string): Promise<number>;
}

/** The sources, in the order in which they registered. */
export class PersonData {
  readonly #sources: PersonDataSource[] = [];

  /** Adds a source until the returned function is called. */
  register(source: PersonDataSource): () => void {
    this.#sources.push(source);
    return () => {
      const at = this.#sources.indexOf(source);
      if (at >= 0) this.#sources.splice(at, 1);
    };
  }

  /** Everything that is kept of a person, keyed by source. */
  async of(person: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
    const found = await Promise.all(
      this.#sources.map(async (source) => [source.name, await source.read(person)] as const),
    );
    return Object.fromEntries(found);
  }

  /**
   * Forgets everything of a person; how many things each source forgot, keyed by source.
   * @param byAdult whoever asks may erase what adults alone do
   */
  async erase(person: string, byAdult = true): Promise<Readonly<Record<string, number>>> {
    const erased: [string, number][] = [];
    for (const source of this.#sources) {
      if (byAdult || source.erasedByAdults !== true) erased.push([source.name, await source.erase(person)]);
    }
    return Object.fromEntries(erased);
  }
}
