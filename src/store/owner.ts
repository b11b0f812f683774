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

const KEY = "owner";
const OwnerRow = z.object({ name: z.string(), source: z.string() });

/**
 * Makes sure that the store belongs to this home: what one home has saved must not run in another. A store without an owner
 * (a new one, or one of an older version) is given to it. A home may be renamed, and its file may be moved: it is another
 * only when both are others.
 * @param where the store, for the message
 * @param takeOver give it to this home though it belongs to another
 * @throws JiaError `other-home`
 */
export async function claimStore(
  settings: SettingsRepository,
  owner: Owner,
  { where, takeOver, at }: { readonly where: string; readonly takeOver: boolean; readonly at: number },
): Promise<void> {
  const known = await settings.get(KEY, OwnerRow);
  if (known?.name === owner.name && known.source === owner.source) return;
  if (known && known.name !== owner.name && known.source !== owner.source && !takeOver) {
    const details = { where, owner: known.name, ownerSource: known.source, home: owner.name, homeSource: owner.source };
    throw new JiaError("other-home", details);
  }
  await settings.set(KEY, { name: owner.name, source: owner.source }, at);
}

/** The home that the store belongs to; null when none has claimed it. */
export async function ownerOf(settings: SettingsRepository): Promise<Owner | null> {
  return (await settings.get(KEY, OwnerRow)) ?? null;
}
