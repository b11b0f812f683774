import { cleanText, type DeviceId } from "../../home/index.ts";
import type { Reply, ReplyItem } from "../dialect.ts";
import { FAILED } from "./requests.ts";
import { isObject } from "./shape-builder.ts";

/** Longest reason that is passed on. */
const MAX_REASON = 160;

/** The last command that was sent to one device. */
interface Sent {
  readonly request: string;
  /** The payload's key of each write. */
  readonly keys: readonly (string | undefined)[];
}

/**
 * Reads failures from Zigbee2MQTT's log. It answers no command, but logs at once what it could not publish to the radio
 * network: `Publish 'set' 'state' to 'lamp' failed: '…'`. That is the outcome of the open command.
 */
export class FailedPublishes {
  /** Keyed by device id. */
  readonly #sent = new Map<DeviceId, Sent>();

  sent(id: DeviceId, sent: Sent): void {
    this.#sent.set(id, sent);
  }

  forget(id: DeviceId): void {
    this.#sent.delete(id);
  }

  /** The replies that a log line gives to open commands; none if it is about something else. */
  heard(body: unknown, idOf: (name: string) => DeviceId | undefined): readonly Reply[] {
    if (!isObject(body) || typeof body["message"] !== "string" || body["level"] !== "error") return [];
    const [, key = "", rest = ""] = /Publish 'set' '([^']{1,100})' to '(.{1,2000})$/s.exec(body["message"]) ?? [];
    const end = rest.indexOf("' failed: ");
    const id = end < 0 ? undefined : idOf(rest.slice(0, end));
    const sent = id === undefined ? undefined : this.#sent.get(id);
    if (!sent?.keys.includes(key)) return [];
    const reason = cleanText(rest.slice(end + "' failed: ".length).replace(/^'|'$/g, ""), MAX_REASON);
    const items = sent.keys.map((each): ReplyItem => {
      return each === key ? { status: "error", code: FAILED, reason } : { status: "pending" };
    });
    return [{ kind: "reply", request: sent.request, items }];
  }
}
