/** Cursors: the place in a list behind which the next page begins, as a text that means nothing to others. */
import { createHash } from "node:crypto";
import { z } from "zod";

/** Grows when keys of a list change their meaning: older cursors are refused then. */
const VERSION = 1;
/** Bytes of the check in front of the key. */
const CHECK_BYTES = 9;

/** The place of an item in its list: the values by which the list is sorted, unique as a whole. */
export type Key = readonly (string | number)[];

const KeyForm = z.array(z.union([z.string(), z.number()]));

/**
 * The cursor behind an item.
 * @param list what the cursor is for: the name of the list and its filters
 */
export function cursorOf(key: Key, list: string): string {
  const text = JSON.stringify(key);
  return Buffer.concat([checkOf(text, list), Buffer.from(text)]).toString("base64url");
}

/** The key of a cursor; null where it is none of this list with these filters. */
export function keyOfCursor(cursor: string, list: string): Key | null {
  const bytes = Buffer.from(cursor, "base64url");
  const text = bytes.subarray(CHECK_BYTES).toString();
  // The whole text is compared, because base64url leaves out what is no letter of it.
  if (cursor !== bytes.toString("base64url") || !checkOf(text, list).equals(bytes.subarray(0, CHECK_BYTES)))
    return null;
  try {
    return KeyForm.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Below 0 where `one` is before `other`. */
export function compareKeys(one: Key, other: Key): number {
  for (const [index, mine] of one.entries()) {
    const yours = other[index];
    if (mine === yours) continue;
    if (typeof mine === "number" && typeof yours === "number") return mine - yours;
    return String(mine) < String(yours) ? -1 : 1;
  }
  return 0;
}

/** It finds mistakes, and is no secret: the rights are checked at each page. */
function checkOf(text: string, list: string): Buffer {
  return createHash("sha256").update(`${VERSION}\n${list}\n${text}`).digest().subarray(0, CHECK_BYTES);
}
