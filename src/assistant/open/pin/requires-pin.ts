/** Which open items of a conversation require a PIN. */
import type { Command, DeviceId, HomeView, Origin } from "../../../home/index.ts";
import { isChoiceItem, type OpenItem } from "../items.ts";

/** The commands of an item, as far as they are known. */
function commandsOfItem(item: OpenItem): readonly Command[] {
  if (isChoiceItem(item)) return [];
  switch (item.kind) {
    case "commands":
      return item.commands;
    case "call":
      return item.call.approves;
    case "sentence":
      return (item.only ?? []).flatMap(({ does }) => does);
    case "gone":
      return [];
    default:
      return item satisfies never;
  }
}

/**
 * Whether a yes to an item requires a PIN.
 * @param without devices that the yes leaves out
 */
export function requiresPin(
  item: OpenItem,
  home: Pick<HomeView, "assess">,
  origin: Origin,
  without: readonly DeviceId[] = [],
): boolean {
  if (item.kind === "sentence" && item.pin) return origin.pin !== true;
  const commands = commandsOfItem(item).filter(({ device }) => !without.includes(device));
  return commands.length > 0 && home.assess(commands, origin).some(({ verdict }) => verdict.decision === "pin");
}

/** The devices of items, for the notice about wrong PINs. */
export function devicesOfItems(items: readonly OpenItem[]): readonly DeviceId[] {
  return [...new Set(items.flatMap((item) => commandsOfItem(item).map(({ device }) => device)))];
}
