import { type Action, keepNewest, type Property, type WireCommand } from "../../home/index.ts";
import type { Reply, ReplyItem } from "../dialect.ts";
import { statusOfCode } from "./codes.ts";
import type { Argument, MiotResultItem } from "./messages.ts";

/** A request, for understanding its answer. */
type Asked =
  | { readonly kind: "set"; readonly did: string; readonly properties: readonly Property[] }
  | { readonly kind: "invoke"; readonly did: string; readonly action: Action };

/** Requests that may be open at once; more push out the oldest, whose answers are then ignored. */
const MAX_OPEN = 5000;

/** Matches answers with requests: by id, and only from the device that was asked. */
export class MiotRequests {
  /** Keyed by request id, oldest first. */
  readonly #open = new Map<string, Asked>();

  add(request: string, did: string, command: WireCommand): void {
    const asked: Asked =
      command.kind === "set"
        ? { kind: "set", did, properties: command.writes.map(({ property }) => property) }
        : { kind: "invoke", did, action: command.action };
    this.#open.set(request, asked);
    keepNewest(this.#open, MAX_OPEN);
  }

  /** The answer to a command; null when this device was not asked that, or has answered already. */
  answer(
    request: string,
    did: string,
    result:
      | readonly MiotResultItem[]
      | { readonly code: number; readonly out?: readonly Argument[] | null | undefined },
  ): Reply | null {
    const asked = this.#take(request, did);
    if (!asked) return null;
    if (asked.kind === "invoke") {
      const { code, out } = "code" in result ? result : { code: result[0]?.code ?? 0, out: null };
      return { kind: "reply", request, items: [invoked(code, out ?? [])] };
    }
    const items = asked.properties.map(({ siid, piid }): ReplyItem => {
      const item = "code" in result ? result : result.find((each) => each.siid === siid && each.piid === piid);
      // A device that answers but leaves a write out has not said anything about it.
      return item ? itemOf(item.code) : { status: "pending" };
    });
    return { kind: "reply", request, items };
  }

  /** The answer to a command that failed as a whole. */
  failure(request: string, did: string, code: number): Reply | null {
    const asked = this.#take(request, did);
    if (!asked) return null;
    const count = asked.kind === "set" ? asked.properties.length : 1;
    const status = statusOfCode(code);
    // An error with the code of a success is still an error.
    const item: ReplyItem = status === "offline" ? { status } : { status: "error", code };
    return { kind: "reply", request, items: Array(count).fill(item) };
  }

  #take(request: string, did: string): Asked | null {
    const asked = this.#open.get(request);
    if (asked?.did !== did) return null;
    this.#open.delete(request);
    return asked;
  }
}

function invoked(code: number, out: readonly Argument[]): ReplyItem {
  const item = itemOf(code);
  return item.status === "ok" ? { status: "ok", out: out.map(argumentValue) } : item;
}

function itemOf(code: number): ReplyItem {
  const status = statusOfCode(code);
  return status === "error" ? { status, code } : { status };
}

/** A value by itself or in an object. */
export function argumentValue(argument: Argument): boolean | number | string {
  return typeof argument === "object" ? argument.value : argument;
}
