import type { Asker, Role } from "../home/index.ts";

/** Finds a person's role. */
interface RoleLookup {
  get(id: string): { readonly role: Role } | undefined;
}

/** Whether the actor may change people and their rights: adults, and trusted ways in without a person. */
export function mayManage({ person, stranger }: Asker, people: RoleLookup): boolean {
  if (stranger) return false;
  return person === undefined || people.get(person)?.role === "adult";
}
