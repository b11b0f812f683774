import type { Action, Property, Value } from "../home/index.ts";
import type { MiioAnswer, MiioClient } from "./client.ts";
import { parseActionResult, parseInfo, parseItems } from "./response.ts";
import type { MiotPropertyValue } from "./wire.ts";

/** The outcome of reading: the values that the device gave. A property without an answer is left out. */
export type ReadResult =
  | { readonly status: "ok"; readonly values: readonly MiotPropertyValue[] }
  | { readonly status: "error"; readonly code: number; readonly message: string }
  | { readonly status: "silent"; readonly greeted: boolean };

/** The outcome of a write or an action: result codes of MIoT, in the order of the writes; one for an action. */
export type WriteResult =
  | { readonly status: "ok"; readonly codes: readonly number[]; readonly out: readonly Value[] }
  | { readonly status: "silent"; readonly greeted: boolean };

/** Devices take up to 16 properties in one request; some fewer. */
const MAX_BATCH = 15;
/** Refused reads, with not one value among them, after which a device is left alone. */
const MAX_REFUSED = 3;
/** The code for a written property that the answer leaves out. */
const NO_RESULT = -10_040;

/** The MIoT methods of one miIO device: properties by siid and piid, actions by siid and aiid. */
export class MiotDevice {
  readonly #client: MiioClient;
  readonly #did: string;
  /** Properties in one request; less when this device turned out to take fewer. */
  #batch = MAX_BATCH;

  constructor(client: MiioClient, did: string) {
    this.#client = client;
    this.#did = did;
  }

  /** Model and firmware as the device itself tells; null when it does not answer. */
  async info(signal: AbortSignal): Promise<{ readonly model: string; readonly firmware: string } | null> {
    const answer = await this.#client.request("miIO.info", [], { repeat: true, signal });
    return answer.status === "ok" ? parseInfo(answer.result) : null;
  }

  /** Reads properties, as many in one request as the device takes. Stops at the first request that is not answered. */
  async read(properties: readonly Property[], signal: AbortSignal): Promise<ReadResult> {
    const values: MiotPropertyValue[] = [];
    let refused = 0;
    for (let start = 0; start < properties.length; ) {
      const batch = properties.slice(start, start + this.#batch);
      const params = batch.map(({ siid, piid }) => ({ did: this.#did, siid, piid }));
      const answer = await this.#client.request("get_properties", params, { repeat: true, signal });
      if (answer.status === "error" && batch.length > 1) {
        this.#batch = Math.ceil(batch.length / 2);
        continue;
      }
      if (answer.status === "silent") return answer;
      if (answer.status === "error") {
        // One property that the device refuses is no reason to stop; a device that refuses all does not speak MIoT.
        refused += 1;
        if (values.length === 0 && refused >= Math.min(MAX_REFUSED, properties.length)) return answer;
      }
      values.push(...valuesOf(answer, batch));
      start += batch.length;
    }
    return { status: "ok", values };
  }

  async write(
    writes: readonly { readonly property: Property; readonly value: Value }[],
    signal: AbortSignal,
  ): Promise<WriteResult> {
    const params = writes.map(({ property: { siid, piid }, value }) => ({ did: this.#did, siid, piid, value }));
    const answer = await this.#client.request("set_properties", params, { repeat: true, signal });
    if (answer.status === "silent") return answer;
    if (answer.status === "error") return { status: "ok", codes: writes.map(() => answer.code), out: [] };
    const items = parseItems(answer.result);
    const codes = writes.map(({ property: { siid, piid } }, index) => {
      const item = items.find((each) => each.siid === siid && each.piid === piid) ?? items[index];
      return item?.code ?? NO_RESULT;
    });
    return { status: "ok", codes, out: [] };
  }

  /** Invokes an action: sent once, because a second one might do it again. */
  async invoke({ siid, aiid }: Action, given: readonly Value[], signal: AbortSignal): Promise<WriteResult> {
    const params = { did: this.#did, siid, aiid, in: given };
    const answer = await this.#client.request("action", params, { repeat: false, signal });
    if (answer.status === "silent") return answer;
    if (answer.status === "error") return { status: "ok", codes: [answer.code], out: [] };
    const result = parseActionResult(answer.result);
    return { status: "ok", codes: [result?.code ?? NO_RESULT], out: result?.out ?? [] };
  }
}

function valuesOf(answer: MiioAnswer, batch: readonly Property[]): MiotPropertyValue[] {
  if (answer.status !== "ok") return [];
  return parseItems(answer.result).flatMap(({ siid, piid, code, value }) => {
    const property = batch.find((each) => each.siid === siid && each.piid === piid);
    return property && code === 0 && value !== undefined ? [{ property, value }] : [];
  });
}
