import {
  type Delivery,
  type Outcome,
  type Property,
  type PropertyAddress,
  type ReportedValue,
  sameValue,
  tryCoerce,
  type Value,
  type WireCommand,
} from "../home/index.ts";
import type { ReplyItem } from "./dialect.ts";

/** The values in a report of a device. */
export type ReportedValues = readonly ReportedValue[];

/**
 * One command under way, with what its device has said about each write so far. Pure; the bridge keeps the time.
 *
 * A write is confirmed by a report or reply of the device that shows the value. "Done" without a value (code 0) is
 * enough if the property can be neither read nor reported; otherwise the known state must show the value, or a report
 * has to come.
 */
export class PendingCommand {
  readonly #command: WireCommand;
  /** What the home knows to be the value of a property now. */
  readonly #known: (address: PropertyAddress) => Value | undefined;
  /** One per write, one for an action; undefined while open. */
  readonly #deliveries: (Delivery | undefined)[];
  /** Indices of the writes that the device called done, but has not shown. */
  readonly #claimed = new Set<number>();

  constructor(command: WireCommand, known: (address: PropertyAddress) => Value | undefined) {
    this.#command = command;
    this.#known = known;
    this.#deliveries = Array(command.kind === "set" ? command.writes.length : 1).fill(undefined);
  }

  get done(): boolean {
    return !this.#deliveries.includes(undefined);
  }

  /** Whether no write has got any answer. */
  get unanswered(): boolean {
    return this.#claimed.size === 0 && this.#deliveries.every((delivery) => delivery === undefined);
  }

  /** Readable properties that the device called done without showing the value: worth asking for. */
  get unshown(): readonly Property[] {
    if (this.#command.kind !== "set") return [];
    return this.#command.writes.flatMap(({ property }, index) =>
      this.#claimed.has(index) && this.#deliveries[index] === undefined && property.access.read ? [property] : [],
    );
  }

  /** Takes the device's answer; a second one changes nothing. */
  reply(items: readonly ReplyItem[]): void {
    for (const [index, item] of items.entries()) {
      if (index >= this.#deliveries.length || this.#deliveries[index] !== undefined) continue;
      this.#deliveries[index] = this.#command.kind === "set" ? this.#written(index, item) : deliveryOf(item);
    }
  }

  /** The device answers nothing: what it will not report either is accepted, the rest waits for reports. */
  expectNoReply(): void {
    this.reply(this.#deliveries.map(() => ({ status: "pending" })));
  }

  /** Applies a report: a wanted value confirms its write, any other value says nothing. */
  report(values: ReportedValues): void {
    if (this.#command.kind !== "set") return;
    for (const [index, { property, value }] of this.#command.writes.entries()) {
      if (this.#deliveries[index] !== undefined) continue;
      const told = values.find(({ address }) => address === property.address);
      if (told && shows(property, told.value, value)) this.#settle(index, { status: "confirmed", value });
    }
  }

  /** Ends what is still open. */
  close(status: "timeout" | "offline" | "accepted", error?: NonNullable<Outcome["error"]>): void {
    const end: Delivery = status === "accepted" || !error ? { status } : { status, error };
    for (const [index, delivery] of this.#deliveries.entries()) if (delivery === undefined) this.#settle(index, end);
  }

  /** The command did not get through: what is still open was refused by somebody who is not the device. */
  refuse(code: number, error: NonNullable<Outcome["error"]>): void {
    for (const [index, delivery] of this.#deliveries.entries())
      if (delivery === undefined) this.#settle(index, { status: "rejected", code, error });
  }

  /** The outcome of each write; an open one counts as timed out. */
  deliveries(): readonly Delivery[] {
    return this.#deliveries.map((delivery) => delivery ?? { status: "timeout" });
  }

  #settle(index: number, delivery: Delivery): void {
    this.#deliveries[index] = delivery;
  }

  /** What a reply says about one write; undefined when a report has to decide. */
  #written(index: number, item: ReplyItem): Delivery | undefined {
    const write = this.#command.kind === "set" ? this.#command.writes[index] : undefined;
    if (!write) return undefined;
    const { property, value } = write;
    const observable = property.access.read || property.access.notify;
    if (item.status === "ok") {
      const shown = item.value ?? this.#known(property.address);
      if (!observable || shows(property, shown, value)) return { status: "confirmed", value };
      this.#claimed.add(index);
      return undefined;
    }
    // The value can be observed, so a report decides.
    return item.status === "pending" && observable ? undefined : deliveryOf(item);
  }
}

/** Whether a device's value is the wanted one, also in another spelling of it: 1 or "on" for true. */
function shows(property: Property, told: Value | null | undefined, wanted: Value): boolean {
  return told !== undefined && told !== null && sameValue(property, tryCoerce(property, told) ?? told, wanted);
}

/**
 * The delivery that a reply item means by itself. "Pending" is all that a device says about an action that takes time.
 */
function deliveryOf(item: ReplyItem): Delivery {
  switch (item.status) {
    case "ok":
      return { status: "confirmed", ...(item.out && { out: item.out }) };
    case "pending":
      return { status: "accepted" };
    case "offline":
      return { status: "offline" };
    case "error":
      return {
        status: "rejected",
        code: item.code,
        ...(item.reason !== undefined && { error: { code: "device-failed", details: { reason: item.reason } } }),
      };
    default:
      return item satisfies never;
  }
}
