import type { z } from "zod";

type SchemasOf<Kinds extends readonly { readonly schema: z.ZodType }[]> = { [At in keyof Kinds]: Kinds[At]["schema"] };

/** The schemas of kinds in their order, for a union. */
export function schemasOf<const Kinds extends readonly { readonly schema: z.ZodType }[]>(
  kinds: Kinds,
): SchemasOf<Kinds> {
  return kinds.map(({ schema }) => schema) as unknown as SchemasOf<Kinds>;
}
