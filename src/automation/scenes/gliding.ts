import type { Command, Home, HomeEvent, Origin, Outcome } from "../../home/index.ts";
import { succeeded } from "../../home/index.ts";
import type { TaskTracker } from "../engine/task-tracker.ts";
import type { Agenda } from "../schedule/agenda.ts";
import { transitionOf } from "./transition.ts";

/** A command that goes to its values gradually. */
interface Glide {
  readonly command: Extract<Command, { kind: "set" }>;
  /** The origin object of its own writes: what comes from another is somebody else's. */
  readonly origin: Origin;
  /** Why it ends before it is there. */
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
  /** How long it takes to get there, in milliseconds. */
  readonly duration: number;
  readonly origin: Origin;
  /** Carries out one step. */
  readonly send: (commands: readonly Command[]) => Promise<readonly Outcome[]>;
  readonly signal: AbortSignal | undefined;
  /** Told what the first step came to. */
  readonly begun: (outcomes: readonly Outcome[]) => void;
}

/** What became of a transition. */
export interface Glided {
  readonly outcomes: readonly Outcome[];
  /** `overtaken`: somebody commanded the device meanwhile, and their word is the later one. null when it got there. */
  readonly ended: Glide["ended"];
}

/** Transitions that are under way. They give way to whoever commands the device after them, by hand as well. */
export class Gliding {
  readonly #options: GlidingOptions;
  readonly #glides = new Set<Glide>();

  constructor(options: GlidingOptions) {
    this.#options = options;
  }

  /** Goes there; resolves at the end, or when it was ended. */
  go(request: GlideRequest): Promise<Glided> {
    const going = this.#go(request);
    // Whoever waits for it hears of its failure.
    this.#options.work.track(going.catch(() => undefined));
    return going;
  }

  async #go({ command, duration, origin, send, signal, begun }: GlideRequest): Promise<Glided> {
    if (command.kind === "invoke") return { outcomes: await send([command]), ended: null };
    const glide: Glide = { command, origin, ended: null, wake: () => undefined };
    const stop = (): void => end(glide, "stopped");
    signal?.addEventListener("abort", stop, { once: true });
    // A newer one for the same device takes its place.
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

  /** Somebody else's command, or a hand at the switch, ends the transition of that device. */
  note(event: HomeEvent): void {
    if (this.#glides.size === 0) return;
    for (const glide of this.#glides) if (overtakes(event, glide)) end(glide, "overtaken");
  }

  /** Ends all: the process goes down. */
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
      // Switched off at the wall: the next step could switch it on again.
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

/** Whether an outcome is about the service that glides; an action may be about anything. */
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

/** Of a transition's outcomes one a property: the last status, with the value before the first. */
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
