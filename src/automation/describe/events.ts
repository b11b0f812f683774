import type { Phrase } from "../../home/index.ts";
import { message } from "../../language/index.ts";

/** "is held down", "被长按"; for others what the device calls it. */
export function eventWords(address: string): Phrase {
  return message("events.verb", { event: address.slice(address.indexOf(".") + 1) });
}
