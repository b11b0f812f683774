import { z } from "zod";
import { JiaError } from "../home/index.ts";
import type { SettingsRepository } from "./settings.ts";

/** A home, as far as a store can tell it from another. */
export interface Owner {
  /** What it is called. */
  readonly name: string;
  /** Where it is described: the path of its home file, the name of an example, or `broker` where a broker alone tells it. */
  readonly source: string;
}

/** The setting that holds it. */
export const OWNER_KEY = "owner";
export const OwnerRow = z.object({ name: z.string(), source: z.string() });

/**
 * Makes sure that the store belongs to this home: what one home has saved must not run in another. A store without an owner
 * (a new one, or one of an older version) is given to it. A home may be renamed, and its file may be moved: it is another
 * only when both are others. Where it cannot be read whose it is, that is told of and stays as it stands until it is taken over.
 * @param where the store, for the message
 * @param takeOver give it to this home though it belongs to another
 * @throws JiaError `other-home`
 */
export async function claimStore(
  settings: SettingsRepository,
  owner: Owner,
  { where, takeOver, at }: { readonly where: string; readonly takeOver: boolean; readonly at: number },
): Promise<void> {
  const known = await settings.get(OWNER_KEY, OwnerRow);
  if (!known && !takeOver && (await settings.has(OWNER_KEY))) return;
  if (known?.name === owner.name && known.source === owner.source) return;
  if (known && differs(known, owner) && !takeOver) {
    const details = { where, owner: known.name, ownerSource: known.source, home: owner.name, homeSource: owner.source };
    throw new JiaError("other-home", details);
  }
  await setOwner(settings, owner, at);
}

/** Whether two homes are not the same one, renamed or moved. */
export function differs(one: Owner, other: Owner): boolean {
  return one.name !== other.name && one.source !== other.source;
}

/** Gives the store to a home. @param at milliseconds since the epoch */
export async function setOwner(settings: SettingsRepository, { name, source }: Owner, at: number): Promise<void> {
  await settings.set(OWNER_KEY, { name, source }, at);
}

/** The home that the store belongs to; null when none has claimed it. */
export async function ownerOf(settings: SettingsRepository): Promise<Owner | null> {
  return (await settings.get(OWNER_KEY, OwnerRow)) ?? null;
}
