import { cleanText, type DeviceId, type WireCommand } from "../../home/index.ts";
import type { Reply, ReplyItem } from "../dialect.ts";
import { isObject } from "./shape-builder.ts";

/** The code of a write that Zigbee2MQTT could not do; it has none of its own. */
const FAILED = -1;

/** Longest reason that is passed on. */
const MAX_REASON = 160;

type Writes = Extract<WireCommand, { kind: "set" }>["writes"];

/** The last command that was sent to one device. */
interface Sent {
  readonly request: string;
  /** The payload's keys, by write. */
  readonly keys: readonly (readonly string[])[];
}

/**
 * Zigbee2MQTT answers no command, but it logs at once what it could not publish to the radio network:
 * `Publish 'set' 'state' to 'lamp' failed: '…'`. That is the outcome of the command that is open.
 */
export class FailedPublishes {
  /** Keyed by device id. */
  readonly #sent = new Map<DeviceId, Sent>();

  /** Notes what was sent. @param payloadOf the payload of one write by itself */
  sent(id: DeviceId, request: string, writes: Writes, payloadOf: (writes: Writes) => Record<string, unknown>): void {
    this.#sent.set(id, { request, keys: writes.map((write) => Object.keys(payloadOf([write]))) });
  }

  forget(id: DeviceId): void {
    this.#sent.delete(id);
  }

  /** What a line of the log says about commands that are open; nothing when it is about something else. */
  heard(body: unknown, idOf: (name: string) => DeviceId | undefined): readonly Reply[] {
    if (!isObject(body) || typeof body["message"] !== "string" || body["level"] !== "error") return [];
    const [, key = "", rest = ""] = /Publish 'set' '([^']{1,100})' to '(.{1,2000})$/s.exec(body["message"]) ?? [];
    const end = rest.indexOf("' failed: ");
    const id = end < 0 ? undefined : idOf(rest.slice(0, end));
    const sent = id === undefined ? undefined : this.#sent.get(id);
    if (!sent?.keys.some((keys) => keys.includes(key))) return [];
    const reason = cleanText(rest.slice(end + "' failed: ".length).replace(/^'|'$/g, ""), MAX_REASON);
    const items = sent.keys.map((keys): ReplyItem => {
      return keys.includes(key) ? { status: "error", code: FAILED, reason } : { status: "pending" };
    });
    return [{ kind: "reply", request: sent.request, items }];
  }
}
