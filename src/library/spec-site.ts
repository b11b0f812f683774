import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { cleanText, homeMessage, JiaError, parseSpec, parseUrn } from "../home/index.ts";
import { JsonListStream } from "./json-list-stream.ts";

/** The public site of MIoT-Spec-V2. */
const SITE = "https://miot-spec.org/miot-spec-v2";
const TIMEOUT_MS = 20_000;
/** The largest instances are below 200 kB. */
const MAX_INSTANCE_BYTES = 1_000_000;
/** The list of all models has tens of thousands of lines. */
const MAX_LIST_BYTES = 64_000_000;

const Listed = z.looseObject({ model: z.string(), type: z.string(), version: z.number(), status: z.string() });
/** Bytes of an answer that are processed in one turn of the event loop. */
const SLICE = 32_768;

/** Reads specs from the public site; only those of the home's own devices. */
export class SpecSite {
  readonly #fetch: typeof fetch;
  readonly #site: string;

  /** @param request the function that goes to the network */
  constructor(request: typeof fetch, site: string = SITE) {
    this.#fetch = request;
    this.#site = site;
  }

  /**
   * The instance JSON with this URN.
   * @throws JiaError `spec-site` when the site does not answer, or the answer is no spec
   */
  async instance(urn: string, signal: AbortSignal): Promise<unknown> {
    if (parseUrn(urn)?.kind !== "device") {
      throw new JiaError("spec-site", { detail: homeMessage("notDeviceUrn", { urn: cleanText(urn) }) });
    }
    let text = "";
    const take = (piece: string): void => {
      text += piece;
    };
    await this.#get(`/instance?type=${encodeURIComponent(urn)}`, MAX_INSTANCE_BYTES, signal, take);
    const instance = parsed(text);
    parseSpec(instance);
    return instance;
  }

  /**
   * The newest released URN of every model, keyed by model.
   * @throws JiaError `spec-site`
   */
  async models(signal: AbortSignal): Promise<Map<string, string>> {
    const newest = new Map<string, { readonly type: string; readonly rank: number }>();
    const list = new JsonListStream();
    let listed = 0;
    const take = (piece: string): void => {
      for (const item of list.push(piece)) {
        const entry = Listed.safeParse(JSON.parse(item));
        if (!entry.success) continue;
        listed += 1;
        const { model, type, version, status } = entry.data;
        const rank = version + (status === "released" ? 1e6 : 0);
        if (rank > (newest.get(model)?.rank ?? -1)) newest.set(model, { type, rank });
      }
    };
    await this.#get("/instances?status=all", MAX_LIST_BYTES, signal, take);
    if (listed === 0) throw new JiaError("spec-site", { detail: homeMessage("otherForm", {}) });
    return new Map([...newest].map(([model, { type }]) => [model, type]));
  }

  /** Reads an answer; `take` gets its text piece by piece. @throws JiaError `spec-site` */
  async #get(path: string, limit: number, signal: AbortSignal, take: (piece: string) => void): Promise<void> {
    try {
      const response = await this.#fetch(`${this.#site}${path}`, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        headers: { accept: "application/json" },
      });
      if (!response.ok) throw new JiaError("spec-site", { detail: `HTTP ${response.status}` });
      await readAtMost(response, limit, take);
    } catch (error) {
      if (error instanceof JiaError) throw error;
      const detail = cleanText(error instanceof Error ? error.message : String(error), 200);
      throw new JiaError("spec-site", { detail }, error);
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new JiaError("spec-site", { detail: homeMessage("otherForm", {}) }, error);
  }
}

/** Reads at most `limit` bytes, in slices: the event loop is free in between. */
async function readAtMost(response: Response, limit: number, take: (piece: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new JiaError("spec-site", { detail: homeMessage("tooManyBytes", { limit }) });
    for (let at = 0; at < chunk.byteLength; at += SLICE) {
      take(decoder.decode(chunk.subarray(at, at + SLICE), { stream: true }));
      await nextTurn();
    }
  }
}
