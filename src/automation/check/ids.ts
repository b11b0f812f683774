import { slug } from "../../home/index.ts";

/** An id made from a name, with a number where it is taken. */
export function freeDefinitionId(name: string, fallback: string, taken: (id: string) => boolean): string {
  const wanted =
    slug(name)
      .replace(/[^\p{Ll}\p{Lo}\p{N}-]/gu, "")
      .replace(/^-+/, "")
      .slice(0, 60) || fallback;
  let id = wanted;
  for (let n = 2; taken(id); n += 1) id = `${wanted}-${n}`;
  return id;
}
