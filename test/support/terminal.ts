import { spawn } from "node:child_process";
import { once } from "node:events";
import { stripVTControlCharacters } from "node:util";
import { OWNER_TOKEN } from "./owner.ts";
import { until } from "./until.ts";

/** A character, and the step back over it. */
const OVERWRITTEN = /[^\n\b][\b]/g;

export interface TerminalOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly cwd?: string;
}

/** A program on a pseudo-terminal (`script` of util-linux makes it), for what programs do only where a person sits. */
export class Terminal {
  readonly #process: ReturnType<typeof spawn>;
  readonly #code: Promise<number | null>;
  #shown = "";
  /** Up to here it was read. */
  #read = 0;

  constructor(line: string, { env = {}, columns = 80, cwd = process.cwd() }: TerminalOptions = {}) {
    const sized = `stty cols ${columns} rows 40; ${line}`;
    const child = spawn("script", ["-qefc", sized, "/dev/null"], {
      cwd,
      env: {
        PATH: process.env["PATH"] ?? "",
        SHELL: "/bin/sh",
        TERM: "xterm",
        LC_ALL: "C.UTF-8",
        JIA_TOKEN: OWNER_TOKEN,
        ...env,
      },
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (this.#shown += String(piece)));
    child.stdin.on("error", () => {});
    const orphaned = () => child.kill("SIGKILL");
    process.once("exit", orphaned);
    this.#process = child;
    this.#code = once(child, "close").then(([code]) => {
      process.off("exit", orphaned);
      return code;
    });
  }

  /** What it has shown, without colours and bells; what was written over after a backspace is gone. */
  get shown(): string {
    const plain = stripVTControlCharacters(this.#shown).replaceAll("\r", "").replaceAll("\u0007", "");
    return plain.replaceAll(OVERWRITTEN, "");
  }

  type(text: string): void {
    this.#process.stdin?.write(text);
  }

  /** Waits until a text is shown that was not waited for before; gives what was shown up to it. */
  async sees(text: string): Promise<string> {
    await until(`"${text}" on the terminal`, () => this.shown.includes(text, this.#read), 30_000);
    const from = this.#read;
    this.#read = this.shown.indexOf(text, from) + text.length;
    return this.shown.slice(from, this.#read);
  }

  /** The exit code, once the program has ended. */
  async ended(): Promise<number | null> {
    return await this.#code;
  }
}

/** A command line of Jia, as a shell takes it, on the Node.js that runs the tests. */
export function jiaLine(args: string): string {
  return `'${process.execPath}' src/cli.ts ${args}`;
}
