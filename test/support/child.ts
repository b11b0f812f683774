import { spawn } from "node:child_process";
import { once } from "node:events";
import { OWNER_TOKEN } from "./owner.ts";

export interface ChildExit {
  readonly code: number | null;
  readonly out: string;
}

export interface ChildOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Text for its standard input. */
  readonly input?: string;
  /** The user that it runs as. */
  readonly uid?: number;
  /** Whether it leads a process group, as a command of a terminal does: signals then go to what it started as well. */
  readonly group?: boolean;
}

/** A program that runs beside a test; what it prints on both outputs is kept. */
export class Child {
  readonly #process: ReturnType<typeof spawn>;
  readonly #group: boolean;
  readonly #ended: Promise<ChildExit>;
  #out = "";

  constructor([file = "", ...args]: readonly string[], { cwd, env, input, uid, group = false }: ChildOptions) {
    const child = spawn(file, args, {
      cwd,
      env: { JIA_TOKEN: OWNER_TOKEN, ...env },
      detached: group,
      ...(uid !== undefined && { uid, gid: uid }),
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (this.#out += String(piece)));
    child.stdin.on("error", () => {}).end(input ?? "");
    // A test that was cut short must not leave it behind.
    const orphaned = () => this.#signal("SIGKILL");
    process.once("exit", orphaned);
    this.#process = child;
    this.#group = group;
    this.#ended = once(child, "close").then(([code]) => {
      process.off("exit", orphaned);
      return { code, out: this.#out };
    });
  }

  get out(): string {
    return this.#out;
  }

  /** Whether it has not ended. */
  get running(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** What it came to, once it has ended by itself. */
  ended(): Promise<ChildExit> {
    return this.#ended;
  }

  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<ChildExit> {
    if (this.running) this.#signal(signal);
    return await this.#ended;
  }

  #signal(signal: NodeJS.Signals): void {
    const { pid } = this.#process;
    if (this.#group && pid !== undefined) process.kill(-pid, signal);
    else this.#process.kill(signal);
  }
}

/** Runs a program to its end. */
export async function runChild(command: readonly string[], options: ChildOptions): Promise<ChildExit> {
  return await new Child(command, options).ended();
}
