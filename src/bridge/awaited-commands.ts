import { type DeviceId, keepNewest, type Outcome, type Property } from "../home/index.ts";
import type { ReplyItem } from "./dialect.ts";
import type { PendingCommand, ReportedValues } from "./pending-command.ts";

/** A command that was sent. */
export interface SentCommand {
  /** The request's id. */
  readonly request: string;
  readonly device: DeviceId;
  /** The link that it was sent over: no answer can come after that breaks. */
  readonly link: object;
  readonly command: PendingCommand;
  /** Called when nobody has answered: checks whether the broker is still there. */
  readonly doubt: () => void;
  /** Asks the device for the values of properties. */
  readonly ask: (properties: readonly Property[]) => void;
}

export interface WaitOptions {
  /** Milliseconds until it has timed out. */
  readonly timeout: number;
  /** Milliseconds after which a device that said "done" without showing it is asked, and a broker that is silent doubted. */
  readonly readBack: number;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
}

interface AwaitedCommand extends SentCommand {
  /** Ends the waiting when the command is done; called after everything that its device says. */
  readonly check: () => void;
}

/** Requests whose late replies are still recognised. */
const MAX_TIMED_OUT = 1000;

/** The commands that wait for their devices; finds those that a reply or report belongs to. */
export class AwaitedCommands {
  /** Keyed by request id. */
  readonly #byRequest = new Map<string, AwaitedCommand>();
  /** Keyed by device id. */
  readonly #byDevice = new Map<DeviceId, Set<AwaitedCommand>>();
  /** Ids of requests that timed out, oldest first. */
  readonly #timedOut = new Set<string>();
  #lateReplies = 0;

  get size(): number {
    return this.#byRequest.size;
  }

  /** Replies that came after their command had timed out. */
  get lateReplies(): number {
    return this.#lateReplies;
  }

  /** Registers a command before it is sent; the returned function waits for its end. */
  add(sent: SentCommand, { timeout, readBack, signal }: WaitOptions): () => Promise<void> {
    const { request, device, command } = sent;
    const { promise, resolve } = Promise.withResolvers<void>();
    const end = () => resolve();
    const check = () => {
      if (command.done) resolve();
    };
    const waiting: AwaitedCommand = { ...sent, check };
    this.#byRequest.set(request, waiting);
    const ofDevice = this.#byDevice.get(device) ?? new Set();
    this.#byDevice.set(device, ofDevice.add(waiting));
    return async () => {
      check();
      const late = setTimeout(end, timeout);
      const ask = setTimeout(() => {
        sent.doubt();
        sent.ask(command.unshown);
      }, readBack);
      signal.addEventListener("abort", end, { once: true });
      await promise;
      clearTimeout(late);
      clearTimeout(ask);
      signal.removeEventListener("abort", end);
      this.#byRequest.delete(request);
      ofDevice.delete(waiting);
      if (ofDevice.size === 0 && this.#byDevice.get(device) === ofDevice) this.#byDevice.delete(device);
      if (!command.done) this.#remember(request);
    };
  }

  /** A device answered a request. */
  reply(request: string, items: readonly ReplyItem[]): void {
    const waiting = this.#byRequest.get(request);
    if (!waiting) {
      if (this.#timedOut.delete(request)) this.#lateReplies += 1;
      return;
    }
    waiting.command.reply(items);
    waiting.check();
    // What the device never reports by itself is asked for without waiting.
    waiting.ask(waiting.command.unshown.filter(({ access }) => !access.notify));
  }

  /** The broker refused a request. */
  refused(request: string, code: number, error: NonNullable<Outcome["error"]>): void {
    const waiting = this.#byRequest.get(request);
    if (!waiting) return;
    waiting.command.refuse(code, error);
    waiting.check();
  }

  /** A device told values. */
  told(device: DeviceId, values: ReportedValues): void {
    for (const waiting of this.#byDevice.get(device) ?? []) {
      waiting.command.report(values);
      waiting.check();
    }
  }

  /** A device cannot be reached any more. */
  offline(device: DeviceId): void {
    for (const waiting of this.#byDevice.get(device) ?? []) close(waiting, "offline");
  }

  /**
   * Ends all commands on a link that broke; no answer can come any more.
   * @param error what else is known of the outcome
   */
  broken(link: object, error?: NonNullable<Outcome["error"]>): void {
    for (const waiting of this.#byRequest.values()) if (waiting.link === link) close(waiting, "timeout", error);
  }

  #remember(request: string): void {
    this.#timedOut.add(request);
    keepNewest(this.#timedOut, MAX_TIMED_OUT);
  }
}

function close(waiting: AwaitedCommand, status: "offline" | "timeout", error?: NonNullable<Outcome["error"]>): void {
  waiting.command.close(status, error);
  waiting.check();
}
