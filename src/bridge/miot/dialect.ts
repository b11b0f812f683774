import {
  cleanText,
  type Device,
  type DeviceId,
  type HomeChange,
  type Property,
  type Spec,
  type SpecSource,
  type WireCommand,
} from "../../home/index.ts";
import type { Dialect, DialectOutput, EncodedCommand, InboundMessage, Publication } from "../dialect.ts";
import { messageProblem, parseMessage } from "../message-json.ts";
import { statusOfCode } from "./codes.ts";
import { EarlyStates } from "./early.ts";
import { AnnouncementMessage, plainReport, StateMessage, Up } from "./messages.ts";
import { Reachability } from "./reachability.ts";
import { MiotEventRepeats } from "./repeats.ts";
import { reportedEvent, reportedValues } from "./reports.ts";
import { MiotRequests } from "./requests.ts";
import { AnnouncedRooms, readAliases } from "./rooms.ts";
import { AnnouncedSpecs } from "./specs.ts";
import { downTopic, isDid, LEAVES, parseTopic } from "./topics.ts";

export interface MiotOptions {
  /** The source of specs for announcements that bring none. */
  readonly specs: SpecSource;
  /** The base topic, without a slash at its end; `miot` when it is left out. */
  readonly base?: string;
}

/** What the dialect knows of a device. */
interface Known {
  readonly spec: Spec;
  /** Whether it was announced since the last connection. */
  fresh: boolean;
}

/** Most announcements without a known spec that are kept. */
const MAX_UNSPECIFIED = 500;
/** Devices that are taken. */
const MAX_DEVICES = 20_000;

/**
 * Jia's own dialect: devices that speak MIoT-Spec-V2 in JSON (docs/mqtt-miot.md). Announcement, availability and state
 * are retained; `down` takes requests, `up` brings answers and notifications.
 */
export class MiotDialect implements Dialect {
  readonly name = "miot";
  readonly filters: readonly string[];
  readonly #base: string;
  readonly #specs: AnnouncedSpecs;
  readonly #rooms = new AnnouncedRooms();
  readonly #requests = new MiotRequests();
  readonly #repeats = new MiotEventRepeats();
  /** Keyed by did. */
  readonly #devices = new Map<string, Known>();
  readonly #reachability = new Reachability();
  readonly #early = new EarlyStates();
  /** Announcements whose spec is not known, keyed by did: it may still be fetched. */
  readonly #unspecified = new Map<string, InboundMessage>();

  constructor(options: MiotOptions) {
    this.#base = options.base ?? "miot";
    this.#specs = new AnnouncedSpecs(options.specs);
    this.filters = LEAVES.map((leaf) => `${this.#base}/+/${leaf}`);
  }

  accepts(topic: string): boolean {
    return topic.startsWith(`${this.#base}/`);
  }

  receive(message: InboundMessage): readonly DialectOutput[] {
    const topic = parseTopic(this.#base, message.topic);
    if (!topic) return [];
    const { did, leaf } = topic;
    if (did === null)
      return [messageProblem("bad-device-id", message, "a device id is one topic level without white space")];
    switch (leaf) {
      case "device":
        return message.payload.length === 0 ? this.#removed(did) : this.#announced(did, message);
      case "availability":
        return this.#availability(did, message);
      case "state":
        return this.#state(did, message);
      case "up":
        return this.#up(did, message);
      default:
        return leaf satisfies never;
    }
  }

  encode(device: Device, command: WireCommand, request: string): EncodedCommand {
    const did = didOf(device.id);
    this.#requests.add(request, did, command);
    const call =
      command.kind === "set"
        ? {
            method: "set_properties",
            params: command.writes.map(({ property: { siid, piid }, value }) => ({ did, siid, piid, value })),
          }
        : {
            method: "action",
            params: { did, siid: command.action.siid, aiid: command.action.aiid, in: command.in },
          };
    return { publications: [this.#down(did, { id: Number(request), ...call })], confirmation: "reply" };
  }

  read(device: Device, properties: readonly Property[], request: string): readonly Publication[] {
    const did = didOf(device.id);
    const params = properties.map(({ siid, piid }) => ({ did, siid, piid }));
    return [this.#down(did, { id: Number(request), method: "get_properties", params })];
  }

  connected(): readonly Publication[] {
    return [];
  }

  disconnected(): void {
    for (const known of this.#devices.values()) known.fresh = false;
    this.#early.clear();
    this.#unspecified.clear();
  }

  /** Removes devices that the broker has no announcement of any more. */
  settled(): readonly DialectOutput[] {
    return [...this.#devices].flatMap(([did, known]) => (known.fresh ? [] : this.#removed(did)));
  }

  /** Adds devices whose spec was found after their announcement. */
  tick(): readonly DialectOutput[] {
    return [...this.#unspecified].flatMap(([did, message]) => {
      const outputs = this.#announced(did, message);
      return this.#unspecified.has(did) ? [] : outputs;
    });
  }

  #announced(did: string, message: InboundMessage): DialectOutput[] {
    const parsed = parseMessage(message, AnnouncementMessage);
    if (!parsed.ok) return [parsed.problem];
    const { data } = parsed;
    if (data.did !== null && data.did !== undefined && data.did !== did) {
      return [messageProblem("wrong-device-id", message, `the payload says "${data.did}"`)];
    }
    const before = this.#devices.get(did);
    if (!before && this.#devices.size >= MAX_DEVICES) {
      return [messageProblem("too-many", message, `more than ${MAX_DEVICES} devices`)];
    }
    const spec = this.#specs.find(data);
    if ("code" in spec) {
      if (!data.spec && this.#unspecified.size < MAX_UNSPECIFIED) this.#unspecified.set(did, message);
      return [messageProblem(spec.code, message, spec.detail)];
    }
    if (spec.properties.size + spec.actions.size + spec.events.size === 0) {
      return [messageProblem("nothing-usable", message, data.model), ...(before ? this.#removed(did) : [])];
    }
    this.#specs.exchange(before?.spec, spec);
    this.#unspecified.delete(did);
    const parent = data.parent && data.parent !== did && isDid(data.parent) ? data.parent : null;
    this.#reachability.join(did, parent);
    this.#devices.set(did, { spec, fresh: true });
    const { room, changes } = this.#rooms.read(data.room);
    const model = cleanText(data.model);
    const device = {
      id: idOf(did),
      name: cleanText(data.name ?? "") || model,
      aliases: readAliases(data.aliases),
      room,
      model,
      spec,
      dialect: this.name,
      reports: true,
      members: [...new Set(data.members ?? [])].filter((each) => each !== did && isDid(each)).map(idOf),
    };
    const early = this.#early.take(did);
    return [
      ...changes,
      { kind: "device", device },
      this.#availabilityOf(did),
      ...(early ? this.#state(did, early) : []),
    ];
  }

  #removed(did: string): DialectOutput[] {
    this.#early.take(did);
    this.#unspecified.delete(did);
    this.#reachability.leave(did);
    this.#repeats.forget(did);
    this.#specs.exchange(this.#devices.get(did)?.spec, undefined);
    return this.#devices.delete(did) ? [{ kind: "removed", id: idOf(did) }] : [];
  }

  #availability(did: string, message: InboundMessage): DialectOutput[] {
    const text = Buffer.from(message.payload.subarray(0, 100)).toString().trim();
    if (text !== "" && text !== "online" && text !== "offline") {
      return [messageProblem("wrong-shape", message, `"${text}" is neither online nor offline`)];
    }
    const concerned = this.#reachability.say(did, text === "" ? null : text === "online");
    return concerned.map((each) => this.#availabilityOf(each));
  }

  #availabilityOf(did: string): HomeChange {
    return { kind: "availability", id: idOf(did), online: this.#reachability.of(did) };
  }

  #state(did: string, message: InboundMessage): DialectOutput[] {
    if (message.payload.length === 0) return [];
    const known = this.#devices.get(did);
    if (!known) {
      this.#early.keep(did, message);
      return [];
    }
    const parsed = parseMessage(message, StateMessage);
    if (!parsed.ok) return [parsed.problem];
    const { params, time } = parsed.data;
    const cause = message.retained ? "retained" : "report";
    return reportedValues({ did, id: idOf(did), spec: known.spec, message }, params, cause, time);
  }

  #up(did: string, message: InboundMessage): DialectOutput[] {
    if (message.payload.length === 0) return [];
    const known = this.#devices.get(did);
    if (!known) return [messageProblem("unknown-device", message, `"${did}" was not announced`)];
    if (message.retained)
      return [messageProblem("retained-message", message, "what is on up happens once and is not retained")];
    const parsed = parseMessage(message, Up, plainReport);
    if (!parsed.ok) return [parsed.problem];
    const { data } = parsed;
    const reporter = { did, id: idOf(did), spec: known.spec, message };
    switch (data.kind) {
      case "properties":
        return reportedValues(reporter, data.params, "report", data.time);
      case "event":
        return reportedEvent(reporter, data, this.#repeats);
      case "answer": {
        const reply = this.#requests.answer(data.id, did, data.result);
        if (reply) return [reply];
        // Not a command that waits: the answer to a read, or a second answer.
        if (!Array.isArray(data.result)) return [];
        // With a failure code, the value is only an echo of the request.
        const told = data.result.filter(({ code }) => statusOfCode(code) === "ok");
        return reportedValues(reporter, told, "reply");
      }
      case "failure": {
        const reply = this.#requests.failure(data.id, did, data.code);
        return reply ? [reply] : [];
      }
      default:
        return data satisfies never;
    }
  }

  /** A request: QoS 0, because a command that arrives late or twice is worse than one that is lost and reported so. */
  #down(did: string, request: object): Publication {
    return { topic: downTopic(this.#base, did), payload: JSON.stringify(request), qos: 0, retain: false };
  }
}

function idOf(did: string): DeviceId {
  return `miot:${did}`;
}

function didOf(id: DeviceId): string {
  return id.slice("miot:".length);
}
