import { z } from "zod";
import { cleanText, homeMessage, JiaError, parseSpec, parseUrn } from "../home/index.ts";

/** The public site of MIoT-Spec-V2. */
const SITE = "https://miot-spec.org/miot-spec-v2";
const TIMEOUT_MS = 20_000;
/** The largest instances are below 200 kB. */
const MAX_INSTANCE_BYTES = 2_000_000;
/** The list of all models has tens of thousands of lines. */
const MAX_LIST_BYTES = 64_000_000;

const ModelList = z.looseObject({
  instances: z.array(z.looseObject({ model: z.string(), type: z.string(), version: z.number(), status: z.string() })),
});

/** Reads specs from the public site. It asks for what a home has and for nothing else. */
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
   * @throws JiaError `spec-site` when it cannot be had or is no spec
   */
  async instance(urn: string, signal: AbortSignal): Promise<unknown> {
    if (parseUrn(urn)?.kind !== "device") {
      throw new JiaError("spec-site", { detail: homeMessage("notDeviceUrn", { urn: cleanText(urn) }) });
    }
    const instance = await this.#get(`/instance?type=${encodeURIComponent(urn)}`, MAX_INSTANCE_BYTES, signal);
    parseSpec(instance);
    return instance;
  }

  /**
   * The newest released URN of every model, keyed by model.
   * @throws JiaError `spec-site`
   */
  async models(signal: AbortSignal): Promise<Map<string, string>> {
    const list = ModelList.safeParse(await this.#get("/instances?status=all", MAX_LIST_BYTES, signal));
    if (!list.success) throw new JiaError("spec-site", { detail: homeMessage("otherForm", {}) });
    const newest = new Map<string, { readonly type: string; readonly rank: number }>();
    for (const { model, type, version, status } of list.data.instances) {
      const rank = version + (status === "released" ? 1e6 : 0);
      if (rank > (newest.get(model)?.rank ?? -1)) newest.set(model, { type, rank });
    }
    return new Map([...newest].map(([model, { type }]) => [model, type]));
  }

  async #get(path: string, limit: number, signal: AbortSignal): Promise<unknown> {
    try {
      const response = await this.#fetch(`${this.#site}${path}`, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        headers: { accept: "application/json" },
      });
      if (!response.ok) throw new JiaError("spec-site", { detail: `HTTP ${response.status}` });
      return JSON.parse(await readAtMost(response, limit));
    } catch (error) {
      if (error instanceof JiaError) throw error;
      const detail = cleanText(error instanceof Error ? error.message : String(error), 200);
      throw new JiaError("spec-site", { detail }, error);
    }
  }
}

async function readAtMost(response: Response, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new JiaError("spec-site", { detail: homeMessage("tooManyBytes", { limit }) });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
