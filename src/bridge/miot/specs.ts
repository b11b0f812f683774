import { hash } from "node:crypto";
import { cleanText, JiaError, parseSpec, type Spec, type SpecSource } from "../../home/index.ts";
import type { AnnouncementMessage } from "./messages.ts";

/** Most bytes of JSON of the specs in announcements; those that no device uses go first. */
const MAX_BYTES = 64 * 1_048_576;

/** The reason why there is no spec, for a problem. */
export interface MissingSpec {
  readonly code: "unknown-spec" | "too-many";
  readonly detail: string;
}

interface Inline {
  readonly digest: string;
  readonly spec: Spec;
  readonly bytes: number;
  /** The number of devices that use it. */
  users: number;
}

/** Finds the spec of an announced device. A spec that comes with announcements is parsed once: all devices of a model share it. */
export class AnnouncedSpecs {
  readonly #library: SpecSource;
  /** Keyed by the digest of the instance's JSON: the text itself may be a megabyte, and its URN is no proof of what it says. */
  readonly #inline = new Map<string, Inline>();
  readonly #bySpec = new Map<Spec, Inline>();
  #bytes = 0;

  constructor(library: SpecSource) {
    this.#library = library;
  }

  /** The spec in the announcement; else the library's for its model; else for its URN. */
  find({ model, urn, spec }: AnnouncementMessage): Spec | MissingSpec {
    if (spec !== undefined && spec !== null) return this.#parse(spec);
    const known = this.#library.byModel(model) ?? (urn ? this.#library.byUrn(urn) : undefined);
    return known ?? { code: "unknown-spec", detail: `no spec for the model "${model}"; announce it with "spec"` };
  }

  /** A device has `now`, and `before` no longer. */
  exchange(before: Spec | undefined, now: Spec | undefined): void {
    const left = before && this.#bySpec.get(before);
    const taken = now && this.#bySpec.get(now);
    if (left) left.users -= 1;
    if (taken) taken.users += 1;
  }

  #parse(instance: unknown): Spec | MissingSpec {
    const text = JSON.stringify(instance);
    const digest = hash("sha256", text, "base64");
    const known = this.#inline.get(digest);
    if (known) return known.spec;
    if (!this.#makeRoom(text.length)) {
      const detail = `the specs that announcements bring take more than ${MAX_BYTES / 1_048_576} MB`;
      return { code: "too-many", detail };
    }
    try {
      const inline = { digest, spec: parseSpec(instance), bytes: text.length, users: 0 };
      this.#inline.set(digest, inline);
      this.#bySpec.set(inline.spec, inline);
      this.#bytes += inline.bytes;
      return inline.spec;
    } catch (error) {
      if (error instanceof JiaError) return { code: "unknown-spec", detail: notMiot(error) };
      throw error;
    }
  }

  /** Whether so many bytes more fit, after unused specs are dropped. */
  #makeRoom(bytes: number): boolean {
    if (this.#bytes + bytes <= MAX_BYTES) return true;
    for (const { digest, spec, bytes: freed, users } of this.#inline.values()) {
      if (users > 0) continue;
      this.#inline.delete(digest);
      this.#bySpec.delete(spec);
      this.#bytes -= freed;
    }
    return this.#bytes + bytes <= MAX_BYTES;
  }
}

/** Why an announced spec cannot be used, with the place that does not fit. */
function notMiot({ details }: JiaError): string {
  const place = String(details["place"] ?? "");
  return cleanText(`the announced spec is not MIoT-Spec-V2${place && `: look at ${place}`}`, 200);
}
