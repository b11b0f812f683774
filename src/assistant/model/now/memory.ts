import { WEEKDAYS } from "../../../automation/index.ts";
import { cleanText, type HomeView, type Origin } from "../../../home/index.ts";
import { homeThings, labelOf, type MemoryEntry } from "../../../people/memory/index.ts";
import { memoryRelevance } from "../../../understanding/memory/relevance.ts";
import type { HiddenFilter } from "../../hidden/hidden-filter.ts";
import type { MemoryPorts } from "../../memory/drafts.ts";
import { quote } from "../../tools/devices/outline.ts";
import { nameOrQuoted } from "../catalogue/spec-items.ts";
import { fitToBudget, roughTokens } from "../token-budget.ts";

/** The budget in estimated tokens. */
const BUDGET = 110;

/** The budget of one entry, and the factor of each cut of a longer one. */
const MOST_OF_ONE = 70;
const SHORTER = 0.9;

/** The sources for memories in the block of now. */
export interface MemoryNowContext extends Pick<MemoryPorts, "memory" | "scene"> {
  readonly home: HomeView;
  readonly hidden: HiddenFilter;
  readonly origin: Origin;
  /** The person's sentence. */
  readonly text: string;
  readonly now: number;
  readonly more: (count: number) => string;
}

/** Memories that fit the sentence, for the block of now: quoted data, best first. */
export interface MemoryNow {
  readonly text: string;
  readonly shown: readonly MemoryEntry[];
}

/** The speaker's memories that fit the sentence, without any that mention hidden things. */
export function memoryNow({ memory, home, hidden, origin, text, now, scene, more }: MemoryNowContext): MemoryNow {
  const names = homeThings(home, now, scene);
  const told = memory.list(origin).flatMap((entry) => {
    const line = lineOf(entry, home, scene);
    if (line === null || hidden.namesIn(`${entry.text}\n${line}`).length > 0) return [];
    const label = labelOf(entry, names, home.language);
    const fits = memoryRelevance({ ...entry, text: `${entry.text}\n${label}` }, text);
    return fits > 0 ? [{ entry, line, fits }] : [];
  });
  // Of two equal fits the newer one comes first.
  const best = told.toReversed().sort((a, b) => b.fits - a.fits);
  const lines = best.map(({ line }) => line);
  const { text: shown } = fitToBudget(lines, BUDGET, more, "; ");
  return { text: shown, shown: best.map(({ entry }) => entry).slice(0, MOST_SHOWN) };
}

/** Most entries that fit into the budget. */
const MOST_SHOWN = 20;

/** An entry with names that tools take; null where its thing does not exist or is hidden. */
function lineOf(entry: MemoryEntry, home: HomeView, scene: MemoryPorts["scene"]): string | null {
  switch (entry.kind) {
    case "name": {
      const thing = thingOf(entry.of, home, scene);
      return thing && `${quote(entry.name)} is ${thing}`;
    }
    case "time": {
      const days = entry.weekdays.map((day) => WEEKDAYS[day - 1]).join(",");
      return `${quote(entry.name)} ${entry.clock}${days === "" ? "" : ` (${days})`}`;
    }
    case "preference": {
      const { of, property, value, part } = entry;
      const place = of === null ? "any" : likedOf(of, home, scene);
      const shown = typeof value === "string" ? quote(value) : value;
      return place && `likes ${place} ${property}=${shown}${part === null ? "" : ` (${part})`}`;
    }
    case "fact":
      return quote(shortened(entry.text));
    default:
      return entry satisfies never;
  }
}

/** A text cut to the budget of one entry. */
function shortened(text: string): string {
  let shown = text;
  while (roughTokens(shown) > MOST_OF_ONE) shown = `${cleanText(shown, Math.floor(shown.length * SHORTER))}…`;
  return shown;
}

function likedOf(
  of: NonNullable<Extract<MemoryEntry, { kind: "preference" }>["of"]>,
  home: HomeView,
  scene: MemoryPorts["scene"],
): string | null {
  if (of.type !== "kind") return thingOf(of, home, scene);
  if (of.room === undefined) return nameOrQuoted(of.id);
  const room = home.layout.room(of.room);
  return room ? `${nameOrQuoted(of.id)} in ${nameOrQuoted(room.id)}` : null;
}

function thingOf(
  { type, id }: { readonly type: "room" | "floor" | "device" | "scene"; readonly id: string },
  home: HomeView,
  scene: MemoryPorts["scene"],
): string | null {
  switch (type) {
    case "room":
      return home.layout.room(id) ? `room ${nameOrQuoted(id)}` : null;
    case "floor":
      return home.layout.floor(id) ? `floor ${nameOrQuoted(id)}` : null;
    case "device":
      return home.device(id)?.handle ?? null;
    case "scene":
      return scene(id) ? `scene ${nameOrQuoted(id)}` : null;
    default:
      return type satisfies never;
  }
}
