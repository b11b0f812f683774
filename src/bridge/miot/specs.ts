import { hash } from "node:crypto";
import { JiaError, parseSpec, type Spec, type SpecSource } from "../../home/index.ts";
import { keepNewest } from "../keep-newest.ts";
import type { Announcement } from "./messages.ts";

/** Most specs that announcements brought with them that are kept; more push out the oldest. */
const MAX_INLINE = 1000;

/** Finds the spec of an announced device. A spec that comes with announcements is parsed once: all devices of a model share it. */
export class AnnouncedSpecs {
  readonly #library: SpecSource;
  /** Keyed by the digest of the instance's JSON: the text itself may be a megabyte, and its URN is no proof of what it says. */
  readonly #inline = new Map<string, Spec>();

  constructor(library: SpecSource) {
    this.#library = library;
  }

  /**
   * The spec in the announcement; else the library's for its model; else for its URN. A string says what is wrong instead.
   */
  find({ model, urn, spec }: Announcement): Spec | string {
    if (spec !== undefined && spec !== null) return this.#parse(spec);
    const known = this.#library.byModel(model) ?? (urn ? this.#library.byUrn(urn) : undefined);
    return known ?? `no spec for the model "${model}"; announce it with "spec"`;
  }

  #parse(instance: unknown): Spec | string {
    const digest = hash("sha256", JSON.stringify(instance), "base64");
    const known = this.#inline.get(digest);
    if (known) return known;
    try {
      const spec = parseSpec(instance);
      this.#inline.set(digest, spec);
      keepNewest(this.#inline, MAX_INLINE);
      return spec;
    } catch (error) {
      if (error instanceof JiaError) return error.message;
      throw error;
    }
  }
}
