import type { Command, Home, HomeEvent, Origin, Outcome } from "../../home/index.ts";
import { succeeded } from "../../home/index.ts";
import type { TaskTracker } from "../engine/task-tracker.ts";
import type { Agenda } from "../schedule/agenda.ts";
import { transitionOf } from "./transition.ts";

/** A command whose values are reached gradually. */
interface Glide {
  readonly command: Extract<Command, { kind: "set" }>;
  /** The origin object of its own writes; a write with another origin is somebody else's. */
  readonly origin: Origin;
  /** Why it ends early; null while it runs. */
  ended: "overtaken" | "stopped" | null;
  /** Ends the sleep between two steps. */
  wake: () => void;
}

export interface GlidingOptions {
  readonly home: Home;
  readonly now: () => number;
  readonly agenda: Agenda;
  readonly work: TaskTracker;
}

export interface GlideRequest {
  readonly command: Command;
  /** The duration in milliseconds. */
  readonly duration: number;
  readonly origin: Origin;
  /** Carries out one step. */
  readonly send: (commands: readonly Command[]) => Promise<readonly Outcome[]>;
  readonly signal: AbortSignal | undefined;
  /** Called with the outcomes of the first step. */
  readonly begun: (outcomes: readonly Outcome[]) => void;
}

/** The result of a transition. */
export interface Glided {
  readonly outcomes: readonly Outcome[];
  /** `overtaken`: somebody commanded the device meanwhile, which counts more. null when it reached its values. */
  readonly ended: Glide["ended"];
}

/** The transitions that are under way. A transition ends when somebody else commands its device, also by hand. */
export class Gliding {
  readonly #options: GlidingOptions;
  readonly #glides = new Set<Glide>();

  constructor(options: GlidingOptions) {
    this.#options = options;
  }

  /** Starts a transition; resolves at its end, or when it is ended early. */
  go(request: GlideRequest): Promise<Glided> {
    const going = this.#go(request);
    // The caller awaits `going` and gets its error.
    this.#options.work.track(going.catch(() => undefined));
    return going;
  }

  async #go({ command, duration, origin, send, signal, begun }: GlideRequest): Promise<Glided> {
    if (command.kind === "invoke") return { outcomes: await send([command]), ended: null };
    const glide: Glide = { command, origin, ended: null, wake: () => undefined };
    const stop = (): void => end(glide, "stopped");
    signal?.addEventListener("abort", stop, { once: true });
    // A newer transition of the same device replaces it.
    for (const other of this.#glides) if (other.command.device === command.device) end(other, "overtaken");
    this.#glides.add(glide);
    const outcomes: Outcome[] = [];
    try {
      const start = this.#options.now();
      for (const stage of transitionOf(command, duration, this.#options.home)) {
        await this.#sleepUntil(start + stage.after, glide);
        if (glide.ended !== null || signal?.aborted) break;
        outcomes.push(...(await send([stage.command])));
        if (stage.after === 0) begun([...outcomes]);
      }
    } finally {
      this.#glides.delete(glide);
      signal?.removeEventListener("abort", stop);
    }
    return { outcomes: condensed(outcomes), ended: glide.ended };
  }

  /** Ends the transition of a device when somebody else commands it, or switches it by hand. */
  note(event: HomeEvent): void {
    if (this.#glides.size === 0) return;
    for (const glide of this.#glides) if (overtakes(event, glide)) end(glide, "overtaken");
  }

  /** Ends all transitions because the process stops. */
  stopAll(): void {
    for (const glide of this.#glides) end(glide, "stopped");
  }

  #sleepUntil(at: number, glide: Glide): Promise<void> {
    if (glide.ended !== null || at <= this.#options.now()) return Promise.resolve();
    const { agenda, work } = this.#options;
    work.paused();
    return new Promise((resolve) => {
      glide.wake = () => {
        glide.wake = () => undefined;
        agenda.cancel(entry);
        work.resumed();
        resolve();
      };
      const entry = agenda.lasting(at, () => glide.wake());
    });
  }
}

function end(glide: Glide, why: "overtaken" | "stopped"): void {
  glide.ended ??= why;
  glide.wake();
}

function overtakes(event: HomeEvent, { command, origin }: Glide): boolean {
  switch (event.type) {
    case "executed":
      return (
        event.origin !== origin &&
        event.outcomes.some(
          (outcome) => outcome.device === command.device && succeeded(outcome) && touches(outcome, command),
        )
      );
    case "property-changed":
      // After it was switched off at the wall, the next step could switch it on again.
      return (
        event.device.id === command.device &&
        event.value === false &&
        command.properties.some(
          ({ address, value }) =>
            switchOf(address) === event.address && !(address === event.address && value === false),
        )
      );
    case "device-removed":
      return event.device.id === command.device;
    default:
      return false;
  }
}

/** Whether an outcome is about the service of a transition; an action may be about any. */
function touches(outcome: Outcome, command: Glide["command"]): boolean {
  if ("action" in outcome) return true;
  return command.properties.some(({ address }) => serviceOf(address) === serviceOf(outcome.property));
}

function serviceOf(address: string): string {
  return address.slice(0, address.indexOf("."));
}

function switchOf(address: string): string {
  return `${serviceOf(address)}.on`;
}

/** One outcome for each property of a transition: the last status, with the value before the first step. */
function condensed(outcomes: readonly Outcome[]): Outcome[] {
  const last = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    if (!("property" in outcome)) continue;
    const first = last.get(outcome.property);
    const { before, position } = first ?? outcome;
    last.set(outcome.property, {
      ...outcome,
      ...(before !== undefined && { before }),
      ...(position && { position }),
    });
  }
  return [...last.values()];
}
