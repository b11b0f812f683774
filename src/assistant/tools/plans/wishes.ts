import type { Planner } from "../../../automation/index.ts";
import type { Device, HomeView } from "../../../home/index.ts";
import type { Mentions } from "../../wishes/mentions.ts";
import { isWithinBounds } from "./definition-bounds.ts";
import { type DefinitionTargets, definitionTargets, type PlanDefinition } from "./definition-targets.ts";

/** Whether the words name all targets of a definition, except those that it had `before`. */
function namesAll(named: Mentions, { devices, scenes }: DefinitionTargets, before?: DefinitionTargets): boolean {
  const known = new Set(before?.devices.map(({ id }) => id) ?? []);
  return (
    devices.every((device) => known.has(device.id) || namesDevice(named, device)) &&
    scenes.every((id) => before?.scenes.includes(id) === true || named.scenes.includes(id))
  );
}

/** Whether the words name a device: itself, all of its kind, or everything in its room. */
function namesDevice({ devices, rooms, kinds, more, wishes }: Mentions, { id, room, spec }: Device): boolean {
  if (devices.includes(id)) return true;
  const there = rooms.length === 0 || (room !== null && rooms.includes(room.id));
  if (more && kinds.includes(spec.kind)) return there;
  if (wishes.everything) return there;
  return rooms.length > 0 && devices.length + kinds.length === 0 && there;
}

/** Whether the person's own words of this turn ask for this automation or scene. False without words. */
export function wantsPlanSaved(
  named: Mentions | undefined,
  kind: "automation" | "scene",
  definition: PlanDefinition,
  home: HomeView,
): boolean {
  if (!named) return false;
  const { order, deed, later, notifies, scene } = named.wishes;
  if (kind === "scene" ? !scene : !(order && deed && later)) return false;
  const commanded = definitionTargets(definition, home);
  if (commanded.devices.length + commanded.scenes.length === 0 && !notifies) return false;
  return isWithinBounds(definition, named.wishes.bounds, home) && namesAll(named, commanded);
}

/** Whether the words name all new targets that a change gives to a plan. */
export function namesChange(named: Mentions, before: PlanDefinition, after: PlanDefinition, home: HomeView): boolean {
  return namesAll(named, definitionTargets(after, home), definitionTargets(before, home));
}

/** The names and aliases of all plans except one. */
export function otherNames({ automations, scenes, timers }: Planner, id: string): readonly string[] {
  const saved = [...automations.list(), ...scenes.list()].map(({ definition }) => definition);
  const aliases = saved.flatMap((each) => (each.id === id ? [] : (each.aliases ?? [])));
  const names = [...saved, ...timers.list()].flatMap((each) => (each.id === id || each.name === "" ? [] : [each.name]));
  return [...names, ...aliases];
}
