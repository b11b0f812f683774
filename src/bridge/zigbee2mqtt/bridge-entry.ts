import type {
  DeviceDescription,
  PropertyAddress,
  ReportCause,
  ReportedValue,
  Value,
  WireCommand,
} from "../../home/index.ts";
import type { DialectOutput, InboundMessage } from "../dialect.ts";
import { messageProblem } from "../message-json.ts";
import { type Decoded, decodeWire, shownWire } from "../spec/codec.ts";
import type { DeviceShape, EventBinding, PropertyBinding } from "./shape.ts";
import { getAt, isObject, putAt } from "./shape-builder.ts";

const NOTHING: Decoded = { value: undefined, wrong: false };

/** The same action again within this many milliseconds is the same message twice: nobody presses that fast. */
const REPEAT_MS = 40;

/** A device or group of Zigbee2MQTT, and what is remembered of its messages. */
export class BridgeEntry {
  readonly description: DeviceDescription;
  readonly shape: DeviceShape;
  /** Its friendly name: the topic below the base. */
  readonly name: string;
  /** What `bridge/devices` or `bridge/groups` said, to see whether it changed. */
  readonly source: string;
  /** Keys of the state that may be asked for; none for devices that sleep. */
  readonly asks: readonly string[];
  /** What its availability topic says; null without one. */
  available: boolean | null = null;
  /** Keyed by the first key of a path: the last object of a composite, or the last value that a memory keeps. */
  readonly #kept = new Map<string, unknown>();
  /** What was last sent for properties whose conversion loses something. */
  readonly #sent = new Map<PropertyAddress, { readonly wire: unknown; readonly value: Value }>();

  constructor(
    { description, shape, name, source, asks }: Pick<BridgeEntry, "description" | "shape" | "name" | "source" | "asks">,
    before?: BridgeEntry,
  ) {
    this.description = description;
    this.asks = asks;
    this.shape = shape;
    this.name = name;
    this.source = source;
    if (before) {
      this.available = before.available;
      this.heard = before.heard;
      if (before.shape === shape) {
        this.#kept = before.#kept;
        this.#sent = before.#sent;
      }
    }
  }

  /** The last event and when it came, milliseconds since the epoch. */
  #lastEvent: { readonly event: string; readonly at: number } | null = null;
  /** Whether any value was ever heard. */
  heard = false;

  /**
   * Translates a state message into values and events.
   * @param at when the values were true; undefined for now
   */
  state(
    body: Readonly<Record<string, unknown>>,
    { topic, retained, at: arrived }: Pick<InboundMessage, "topic" | "retained" | "at">,
    at: number | undefined,
  ): DialectOutput[] {
    const values: ReportedValue[] = [];
    const outputs: DialectOutput[] = [];
    const { readers, events } = this.shape;
    for (const key of Object.keys(body)) {
      const raw = body[key];
      if (raw === undefined) continue;
      const bindings = readers.get(key);
      if (bindings !== undefined) {
        for (const binding of bindings) {
          const { value, wrong } = this.#read(binding, raw);
          if (value !== undefined) values.push({ address: binding.address, value });
          if (wrong) outputs.push(messageProblem("wrong-value", { topic }, `${shownWire(raw)} for ${binding.address}`));
        }
      } else if (!retained && events.size > 0) {
        const event = eventAddress(events.get(key), raw);
        if (event === null || this.#repeats(event, arrived)) continue;
        outputs.push({ kind: "event", id: this.description.id, event, arguments: [] });
      }
    }
    forgetOtherColour(body, readers, values);
    if (values.length > 0) {
      this.heard = true;
      const cause: ReportCause = retained ? "retained" : "report";
      outputs.unshift({
        kind: "values",
        id: this.description.id,
        values,
        cause,
        ...(at !== undefined && { at }),
      });
    }
    return outputs;
  }

  #repeats(event: string, at: number): boolean {
    const last = this.#lastEvent;
    this.#lastEvent = { event, at };
    return last !== null && last.event === event && at - last.at < REPEAT_MS;
  }

  #read(binding: PropertyBinding, raw: unknown): Decoded {
    const { path, codec, memory, address } = binding;
    let wire = raw;
    if (path.length > 1 && raw === null) this.#kept.delete(path[0]);
    else if (path.length > 1) {
      if (!isObject(raw)) return NOTHING;
      this.#kept.set(path[0], raw);
      wire = getAt(raw, path.slice(1));
      if (wire === undefined) return NOTHING;
    } else if (memory?.keeps(raw)) this.#kept.set(path[0], raw);
    if (codec.near !== undefined && this.#sent.size > 0) {
      const sent = this.#sent.get(address);
      if (sent !== undefined && codec.near(sent.wire, wire)) return { value: sent.value, wrong: false };
    }
    return decodeWire(codec, wire);
  }

  /** Under which key of a payload a property is set. */
  keyOf(address: PropertyAddress): string | undefined {
    return this.shape.writers.get(address)?.path[0];
  }

  /** The payload of a set. Composites are sent whole, with what was last reported for their other parts. */
  encodeSet(writes: Extract<WireCommand, { kind: "set" }>["writes"]): Record<string, unknown> {
    const payload: Record<string, unknown> = {};
    for (const { property, value } of writes) {
      const binding = this.shape.writers.get(property.address);
      if (!binding) continue;
      const { path, codec } = binding;
      const kept = this.#kept.get(path[0]);
      if (path.length > 1 && !Object.hasOwn(payload, path[0]) && isObject(kept)) {
        putAt(payload, [path[0]], structuredClone(kept));
      }
      const wire = binding.memory && kept !== undefined ? binding.memory.restore(value, kept) : codec.encode(value);
      putAt(payload, path, wire);
      if (codec.near !== undefined) this.#sent.set(property.address, { wire, value });
    }
    return payload;
  }
}

/**
 * Drops the values of the colour mode that a light does not show. `color_mode` names the mode (`color_mode_left` for an
 * endpoint); reported values of the other mode are left over, or only near to what it shows.
 */
function forgetOtherColour(
  body: Readonly<Record<string, unknown>>,
  readers: DeviceShape["readers"],
  values: ReportedValue[],
): void {
  for (const key of Object.keys(body)) {
    const mode = key.startsWith("color_mode") ? body[key] : undefined;
    const other = mode === "color_temp" ? "color" : mode === "xy" || mode === "hs" ? "color_temp" : null;
    if (other === null) continue;
    for (const { address } of readers.get(other + key.slice("color_mode".length)) ?? []) {
      const at = values.findIndex((each) => each.address === address);
      if (at === -1) values.push({ address, value: null });
      else values[at] = { address, value: null };
    }
  }
}

function eventAddress(binding: EventBinding | undefined, raw: unknown): string | null {
  if (binding === undefined || typeof raw !== "string" || raw === "") return null;
  const exact = binding.exact.get(raw);
  if (exact !== undefined) return exact;
  const fits = binding.patterns.find(
    ({ start, end }) => raw.length >= start.length + end.length && raw.startsWith(start) && raw.endsWith(end),
  );
  return fits?.address ?? null;
}

/** The topics of an entry below the base; exact subscriptions are needed where the name has levels of its own. */
export function topicsOf(base: string, name: string): { readonly state: string; readonly availability: string } {
  return { state: `${base}/${name}`, availability: `${base}/${name}/availability` };
}
