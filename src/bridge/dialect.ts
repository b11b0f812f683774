import type { Device, DeviceId, HomeChange, Property, Value, WireCommand } from "../home/index.ts";
import type { ProblemCode } from "./problem-codes.ts";

/** What arrived from the broker. */
export interface InboundMessage {
  readonly topic: string;
  readonly payload: Uint8Array;
  /** The broker kept it from before: true now, but nothing happened now. */
  readonly retained: boolean;
  /** Milliseconds since the epoch when it arrived. */
  readonly at: number;
}

/** A message to publish. */
export interface Publication {
  readonly topic: string;
  readonly payload: string | Uint8Array;
  readonly qos: 0 | 1 | 2;
  readonly retain: boolean;
  /** Seconds after which the broker is to forget it, where MQTT 5 is spoken; never when it is left out. */
  readonly expiry?: number;
}

/** The answer of a device to one request. `items` are in the order of the request's writes; one item for an action. */
export interface Reply {
  readonly kind: "reply";
  /** The id that `encode` was given. */
  readonly request: string;
  readonly items: readonly ReplyItem[];
}

export type ReplyItem =
  | { readonly status: "ok"; readonly value?: Value; readonly out?: readonly Value[] }
  /** Taken, not done yet: the outcome is decided by a report. */
  | { readonly status: "pending" }
  | { readonly status: "offline" }
  /** `reason`: what the device or its bridge gave as one, cleaned. */
  | { readonly status: "error"; readonly code: number; readonly reason?: string };

/** Something that could not be understood: counted by code, the newest kept with its detail, shown by `jia doctor`. */
export interface DialectProblem {
  readonly kind: "problem";
  readonly code: ProblemCode;
  readonly topic: string;
  /** Cleaned text. */
  readonly detail: string;
}

/** How far a new device is that joins the network of a gateway. It is a device of the home only once it has `joined` all the way. */
export interface JoiningDevice {
  readonly kind: "joining";
  /** The id that it will have. */
  readonly id: DeviceId;
  /** What its gateway calls it, cleaned. */
  readonly name: string;
  /** `known`: its gateway has asked it what it is, and got the answer. */
  readonly stage: "joined" | "asked" | "failed" | "known";
  /** What its gateway says that it is; null while that is not known. */
  readonly model: string | null;
}

/** What a dialect makes of one message. */
export type DialectOutput =
  | HomeChange
  | JoiningDevice
  | Reply
  | DialectProblem
  | { readonly kind: "publish"; readonly publication: Publication }
  /**
   * More work is left than may be done at once: call `go` once for the next part. `last`: only when nothing else is
   * waiting.
   */
  | { readonly kind: "more"; readonly last: boolean; readonly go: () => readonly DialectOutput[] }
  /** The dialect needs other topics from now on (a device told its own topics). */
  | { readonly kind: "subscribe"; readonly filters: readonly string[] }
  | { readonly kind: "unsubscribe"; readonly filters: readonly string[] };

/** How a command is sent and how its outcome will be known. */
export interface EncodedCommand {
  readonly publications: readonly Publication[];
  /**
   * reply: the device answers with the request's id (`Reply`); a report of the wanted values also confirms ·
   * report: only a report of the wanted values confirms · none: nothing comes back (`accepted`).
   */
  readonly confirmation: "reply" | "report" | "none";
}

/**
 * One way that devices talk over MQTT. A pure translator: it keeps what the devices told it, and does no I/O. It never
 * throws for what is in a message (that is a `DialectProblem`), and it never reports an event from a retained or repeated message.
 */
export interface Dialect {
  /** Also the `dialect` field of its devices: `miot`, `zigbee2mqtt`, `discovery`, `hub`. */
  readonly name: string;
  /** Topic filters to subscribe to at every connection. */
  readonly filters: readonly string[];
  /** Whether a topic is this dialect's business; several dialects may share a connection. */
  accepts(topic: string): boolean;
  /**
   * Called for accepted topics. Retained messages arrive in any order: those of a device may be there before its
   * announcement. Values need no check against their property: the bridge and the doctor count what it cannot have.
   */
  receive(message: InboundMessage): readonly DialectOutput[];
  /**
   * Bytes of the longest message on a topic, where it may be longer than others (a list of everything); 0 where not.
   * Longer messages (1 MiB where nothing is said) do not reach `receive`.
   */
  longest?(topic: string): number;
  /**
   * What to send for a command. Without any publication the command is rejected: for a device that the dialect does not
   * know (any more), and for what it cannot send.
   * @param request unique in this process and unlikely in another; goes on the wire where the dialect carries ids. Always
   * the digits of a whole number from 1 to 2³¹ − 1, for dialects whose ids are numbers
   */
  encode(device: Device, command: WireCommand, request: string): EncodedCommand;
  /**
   * Asks for the present values of properties, where the dialect can: sent when a device says that it has done something
   * but reports nothing. The answer comes out of `receive` as `values` with the cause `reply`.
   */
  read?(device: Device, properties: readonly Property[], request: string): readonly Publication[];
  /**
   * What to publish after each (re)connection, once everything is subscribed to: requests for lists, birth messages.
   * Retained messages may have arrived before it.
   */
  connected(): readonly Publication[];
  /** The connection is gone. The next one brings everything that still holds. */
  disconnected?(): void;
  /**
   * Called once per connection, when all retained messages must have arrived: reports as gone what existed before and
   * was not announced again.
   */
  settled?(): readonly DialectOutput[];
  /**
   * Called about once a second while connected, for what is due by itself: a value that expires, a request that was put
   * off. Left out by dialects without timers.
   * @param at milliseconds since the epoch
   */
  tick?(at: number): readonly DialectOutput[];
}
