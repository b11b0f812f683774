import { z } from "zod";
import type { Publication } from "../bridge/dialect.ts";
import { downTopic, upTopic } from "../bridge/miot/topics.ts";
import type { Property, Value } from "../home/index.ts";

/** A property with a value; null when the device does not know it. */
export interface MiotPropertyValue {
  readonly property: Property;
  readonly value: Value | null;
}

const value = z.union([z.boolean(), z.number(), z.string()]);
const id = z.union([z.number(), z.string()]);
const address = { siid: z.number().int(), piid: z.number().int() };

/** What a controller asks on `<base>/<did>/down` (docs/mqtt-miot.md). */
export const DownRequest = z.discriminatedUnion("method", [
  z.looseObject({ id, method: z.literal("get_properties"), params: z.array(z.looseObject(address)).max(500) }),
  z.looseObject({
    id,
    method: z.literal("set_properties"),
    params: z.array(z.looseObject({ ...address, value })).max(500),
  }),
  z.looseObject({
    id,
    method: z.literal("action"),
    params: z.looseObject({ siid: z.number().int(), aiid: z.number().int(), in: z.array(z.unknown()).default([]) }),
  }),
]);
export type DownRequest = z.infer<typeof DownRequest>;
export type RequestId = DownRequest["id"];

/** One item of an answer to `get_properties` or `set_properties`. */
export interface AnswerItem {
  readonly siid: number;
  readonly piid: number;
  readonly code: number;
  readonly value?: Value | null;
}

/** The publications of one device in the `miot` dialect: announcement, availability, state, reports. */
export class MiotWire {
  readonly #base: string;
  readonly #did: string;

  constructor(base: string, did: string) {
    this.#base = base;
    this.#did = did;
  }

  /** Where requests come in. */
  get down(): string {
    return downTopic(this.#base, this.#did);
  }

  announcement(about: {
    readonly model: string;
    readonly urn: string;
    /** The instance JSON for controllers that do not have it; null: they do. */
    readonly spec: unknown;
    readonly name: string;
    readonly room: string | null;
    /** The gateway's did: its devices count as offline when it is. */
    readonly parent: string;
  }): Publication {
    const { spec, ...rest } = about;
    return this.#retained("device", JSON.stringify({ did: this.#did, ...rest, ...(spec !== null && { spec }) }));
  }

  availability(online: boolean): Publication {
    return this.#retained("availability", online ? "online" : "offline");
  }

  state(values: readonly MiotPropertyValue[], time: number): Publication {
    return this.#retained("state", JSON.stringify({ params: this.#params(values), time }));
  }

  changed(values: readonly MiotPropertyValue[], time: number): Publication {
    return this.#up({ method: "properties_changed", params: this.#params(values), time });
  }

  items(request: RequestId, items: readonly AnswerItem[]): Publication {
    return this.#up({ id: request, result: items.map((item) => ({ did: this.#did, ...item })) });
  }

  done(request: RequestId, code: number, out: readonly Value[]): Publication {
    return this.#up({ id: request, result: { did: this.#did, code, out } });
  }

  failed(request: RequestId, code: number, message: string): Publication {
    return this.#up({ id: request, error: { code, message } });
  }

  /** Takes back everything that is retained about the device. */
  withdraw(): readonly Publication[] {
    return (["device", "availability", "state"] as const).map((leaf) => this.#retained(leaf, ""));
  }

  #params(values: readonly MiotPropertyValue[]): object[] {
    return values.map(({ property: { siid, piid }, value: now }) => ({ did: this.#did, siid, piid, value: now }));
  }

  #retained(leaf: "device" | "availability" | "state", payload: string): Publication {
    return { topic: upTopic(this.#base, this.#did, leaf), payload, qos: 1, retain: true };
  }

  #up(body: object): Publication {
    return { topic: upTopic(this.#base, this.#did, "up"), payload: JSON.stringify(body), qos: 1, retain: false };
  }
}
