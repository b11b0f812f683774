import type { Asker, Role } from "../home/index.ts";

/** What people may do goes by their roles. */
interface RolesOf {
  get(id: string): { readonly role: Role } | undefined;
}

/** Whether whoever asks may change who the people are and what they may do: adults, and the home's own doors where nobody is known. */
export function mayManage({ person, stranger }: Asker, people: RolesOf): boolean {
  if (stranger) return false;
  return person === undefined || people.get(person)?.role === "adult";
}
