/** Shows and erases everything that is stored about a person, through a list of sources. */

/** A part of Jia that stores something about people. */
export interface PersonDataSource {
  /** Its key in the answer: `conversations`. */
  readonly name: string;
  /** Only adults may erase it: it says who did sensitive things. */
  readonly erasedByAdults?: true;
  /** Everything that it stores about a person, newest first, as plain data. */
  read(person: string): Promise<readonly unknown[]>;
  /** Deletes it. @returns the number of things */
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

  /** Everything that is stored about a person, keyed by source. */
  async of(person: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
    const found = await Promise.all(
      this.#sources.map(async (source) => [source.name, await source.read(person)] as const),
    );
    return Object.fromEntries(found);
  }

  /**
   * Erases everything about a person.
   * @param byAdult whether an adult asks: the sources for adults alone are erased too
   * @returns the number of erased things, keyed by source
   */
  async erase(person: string, byAdult = true): Promise<Readonly<Record<string, number>>> {
    const erased: [string, number][] = [];
    for (const source of this.#sources) {
      if (byAdult || source.erasedByAdults !== true) erased.push([source.name, await source.erase(person)]);
    }
    return Object.fromEntries(erased);
  }
}
