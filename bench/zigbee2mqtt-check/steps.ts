/** The steps of a check: each is printed with what it found and its time in milliseconds. */
export class Steps {
  readonly #print: (line: string) => void;
  #failed = false;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Does one step; what `work` gives is printed behind it. @throws what `work` throws, after printing it */
  async step(title: string, work: () => Promise<string>): Promise<void> {
    const began = performance.now();
    const line = (result: string, detail: string) =>
      this.#print(`${result.padEnd(4)}  ${(performance.now() - began).toFixed(0).padStart(6)} ms  ${title}: ${detail}`);
    try {
      line("ok", await work());
    } catch (error) {
      this.#failed = true;
      line("FAIL", error instanceof Error ? error.message : String(error));
      throw error;
    }
  }
}
