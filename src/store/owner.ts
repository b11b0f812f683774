import { z } from "zod";
import { JiaError } from "../home/index.ts";
import type { SettingsRepository } from "./settings.ts";

/** The home that a store belongs to. */
export interface Owner {
  /** The name of the home. */
  readonly name: string;
  /** Its description: the path of a home file, the name of an example, or `broker` when there is only a broker. */
  readonly source: string;
}

/** Key of the setting with the owner. */
export const OWNER_KEY = "owner";
export const OwnerRow = z.object({ name: z.string(), source: z.string() });

/**
 * Makes sure that the store belongs to this home: what one home saved must not run in another. A store without an owner (a new
 * one, or one of an older version) is given to it. A home may be renamed, and its file may be moved: it is another home only when
 * both differ. An unreadable owner is reported and stays until the store is taken over.
 * @param where the store, for the message
 * @param takeOver whether to give it to this home although it belongs to another
 * @param at milliseconds since the epoch
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
  if (known && isOtherHome(known, owner) && !takeOver) {
    const details = { where, owner: known.name, ownerSource: known.source, home: owner.name, homeSource: owner.source };
    throw new JiaError("other-home", details);
  }
  await setOwner(settings, owner, at);
}

/** Whether two owners are different homes, and not one that was renamed or moved. */
export function isOtherHome(one: Owner, other: Owner): boolean {
  return one.name !== other.name && one.source !== other.source;
}

/** Gives the store to a home. @param at milliseconds since the epoch */
export async function setOwner(settings: SettingsRepository, { name, source }: Owner, at: number): Promise<void> {
  await settings.set(OWNER_KEY, { name, source }, at);
}

/** The owner of the store; null when no home has claimed it. */
export async function storeOwner(settings: SettingsRepository): Promise<Owner | null> {
  return (await settings.get(OWNER_KEY, OwnerRow)) ?? null;
}
