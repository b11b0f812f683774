import type { FastifyInstance } from "fastify";
import { nearest } from "../home/index.ts";

/** Knows the methods of each address, so that a wrong method can be told from an unknown address. */
export class KnownMethods {
  /** Methods, keyed by the address as the route has it: `/api/devices/:id`. */
  readonly #methods = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>();

  /** Records every route that is added from now on. */
  watch(app: FastifyInstance): void {
    app.addHook("onRoute", ({ url, method }) => {
      const known = this.#methods.get(url) ?? { pattern: patternOf(url), methods: new Set() };
      for (const each of [method].flat()) known.methods.add(each);
      this.#methods.set(url, known);
    });
  }

  /** The methods of an address in alphabetical order; empty when there is no such address. */
  of(path: string): string[] {
    const found = [...this.#methods.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(found.flatMap(({ methods }) => [...methods]))].sort();
  }

  /** The address that a mistyped one most likely means: `/api/asistant` → `/api/assistant`; null when none is near. */
  near(path: string): string | null {
    const given = path.split("/");
    const alike = [...this.#methods.keys()]
      .map((url) => url.split("/"))
      .filter((parts) => parts.length === given.length)
      .map((parts) => parts.map((part, index) => (part.startsWith(":") ? (given[index] ?? "") : part)))
      .filter((parts) => parts.every((part, index) => nearest(given[index] ?? "", [part]) !== null))
      .map((parts) => parts.join("/"));
    return nearest(path, alike);
  }
}

/** A pattern for the paths of a route; `:id` stands for one part of it. */
function patternOf(url: string): RegExp {
  const parts = url.split("/").map((part) => (part.startsWith(":") ? "[^/]+" : part.replace(/[^\w-]/g, "\\$&")));
  return new RegExp(`^${parts.join("/")}$`);
}
