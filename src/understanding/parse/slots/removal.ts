import type { Act } from "../../lexicon/types.ts";
import { emptyHead, type Frame } from "../frame.ts";
import { type Item, playsRole } from "../items.ts";
import { anyHasRole, roleSet } from "../role-index.ts";

/** What goes on until it is stopped. */
const ACTIVITIES: ReadonlySet<Act> = new Set<Act>(["clean", "mop", "mow", "start", "run", "play"]);

/** What ends when an activity without a name is taken away. */
const KINDS: Readonly<Partial<Record<Act, readonly string[]>>> = {
  clean: ["vacuum"],
  mop: ["vacuum"],
  mow: ["lawn-mower"],
};

/** "delete", 取消: a word that takes away what is planned or set, and is nothing that a device does by itself. */
export function isRemovalWord(item: Item): boolean {
  return (
    playsRole(item, "cancel") && !playsRole(item, "not") && (item.lex?.acts.length ?? 0) === 0 && item.home === null
  );
}

/**
 * What is said of automations, schedules and scenes is no command to the devices in the same breath: "stop all
 * automations", "delete the rule that unlocks the door". Of what a device does, taking away is the end: 取消打扫, "cancel
 * the mute", "cancel the sleep mode".
 */
export function settleRemoval(frame: Frame): void {
  const { items } = frame;
  if (!anyHasRole(items, TAKING)) return;
  if (items.some(isPlanWord)) {
    frame.blocked = true;
    return;
  }
  if (!items.some(isRemovalWord)) return;
  const { act } = frame;
  if (act === null) {
    if (frame.props.length > 0) frame.act = "off";
  } else if (ACTIVITIES.has(act)) {
    const kinds = KINDS[act];
    if (kinds && frame.heads.length === 0) frame.heads.push({ ...emptyHead(), type: "kind", kinds });
    frame.act = "stop";
  } else if (act === "mute") frame.act = "unmute";
  else if (act !== "off" && act !== "stop" && act !== "unmute") frame.blocked = true;
  // "cancel turning off the lights" is about a plan, 关掉 alone is an act.
  else if (items.some((item) => !isRemovalWord(item) && endsWith(item, act))) frame.blocked = true;
}

/** Without one of these nothing is taken away, and nothing is said of plans. */
const TAKING = roleSet("cancel", "automation", "scene");

/** With its verb, or with the particle of one: "forget about turning it off". */
function endsWith(item: Item, act: "off" | "stop" | "unmute"): boolean {
  return (item.lex?.acts.includes(act) ?? false) || (act === "off" && playsRole(item, "off") && !item.home);
}

/** "automation", 规则; a scene that is not called as something of this home beside it is: "the party mode scene". */
function isPlanWord({ lex, home }: Item, at: number, items: readonly Item[]): boolean {
  const roles = lex?.roles ?? [];
  if (home !== null || (lex?.acts.length ?? 0) > 0) return false;
  if (roles.includes("automation")) return true;
  const named = [items[at - 1], items[at + 1]].some((item) => item?.home !== null && item?.home !== undefined);
  return roles.includes("scene") && !named;
}
