/** What should come of two weeks, worked out from what happens alone, and without any part of Jia. */
import { CONTACT, DAY, DAYS, FAMILY, HOUR, type LifeEvent, type Member, MINUTE, START } from "./life.ts";

/** Somebody is away once every sign has said so for as long as this. */
const GRACE = 3 * MINUTE;

export interface Coming {
  readonly person: Member;
  readonly home: boolean;
  readonly at: number;
}

/** When who came and went. */
export function comings(deeds: readonly LifeEvent[]): readonly Coming[] {
  return FAMILY.flatMap((person) => {
    const told = deeds.filter((deed) => deed.kind === "sign" && deed.person === person);
    const found: Coming[] = [];
    let home: boolean | null = null;
    told.forEach((deed, index) => {
      if (deed.kind !== "sign") return;
      if (deed.home) {
        if (home !== true) found.push({ person, home: true, at: deed.at });
        home = true;
        return;
      }
      const next = told[index + 1];
      if (home === true && (next === undefined || next.at >= deed.at + GRACE)) {
        found.push({ person, home: false, at: deed.at + GRACE });
        home = false;
      }
    });
    return found;
  }).sort((one, other) => one.at - other.at);
}

export interface ModeTurn {
  readonly mode: string;
  readonly at: number;
  /** It came by who left or arrived. */
  readonly byPeople: boolean;
}

/** When which mode began: by who comes and goes, at 23:00 and 06:45, and where somebody says so. */
export function modeTurns(deeds: readonly LifeEvent[]): readonly ModeTurn[] {
  const turns: ModeTurn[] = [];
  const there = new Set<string>(FAMILY);
  let mode = "home";
  const begin = (next: string, at: number, byPeople: boolean): void => {
    if (next === mode) return;
    mode = next;
    turns.push({ mode, at, byPeople });
  };
  const all: { readonly at: number; readonly act: () => void }[] = [];
  for (const { person, home, at } of comings(deeds).filter((coming) => coming.at > START + 10)) {
    all.push({
      at,
      act: () => {
        const empty = there.size === 0;
        if (home) there.add(person);
        else there.delete(person);
        if (home && empty && (mode === "away" || mode === "holiday")) begin("home", at, true);
        if (!home && there.size === 0 && (mode === "home" || mode === "night")) begin("away", at, true);
      },
    });
  }
  for (let day = 0; day < DAYS; day += 1) {
    const [morning, night] = [START + day * DAY + 6.75 * HOUR, START + day * DAY + 23 * HOUR];
    all.push({ at: morning, act: () => mode === "night" && begin("home", morning, false) });
    all.push({ at: night, act: () => mode === "home" && begin("night", night, false) });
  }
  for (const deed of deeds)
    if (deed.kind === "mode") all.push({ at: deed.at, act: () => begin(deed.mode, deed.at, false) });
  for (const { act } of all.sort((one, other) => one.at - other.at)) act();
  return turns;
}

/** What a value was at a moment. */
function valueAt(deeds: readonly LifeEvent[], device: string, address: string, at: number): boolean | number | null {
  const before = deeds.filter(
    (deed) => deed.kind === "report" && deed.device === device && deed.address === address && deed.at <= at,
  );
  const last = before.at(-1);
  return last?.kind === "report" ? last.value : null;
}

/** Between which numbers a value was at a moment: that moment alone, or the five minutes (`step`) that it lies in. */
export function rangeAt(
  deeds: readonly LifeEvent[],
  device: string,
  address: string,
  at: number,
  step: boolean,
): { readonly low: number; readonly high: number } {
  const from = step ? at - (at % (5 * MINUTE)) : at;
  const to = step ? from + 5 * MINUTE : at;
  const within = deeds.flatMap((deed) =>
    deed.kind === "report" && deed.device === device && deed.address === address && deed.at > from && deed.at < to
      ? [Number(deed.value)]
      : [],
  );
  const all = [Number(valueAt(deeds, device, address, from)), ...within];
  return { low: Math.min(...all), high: Math.max(...all) };
}

/** Whether a window or the door was open at a moment. */
export function isOpen(deeds: readonly LifeEvent[], device: string, at: number): boolean {
  return valueAt(deeds, device, CONTACT, at) === false;
}

/** For how long a value held within spans, in milliseconds, from when it was first known. */
export function lasted(
  deeds: readonly LifeEvent[],
  device: string,
  address: string,
  value: boolean | number,
  spans: readonly (readonly [from: number, to: number])[],
): number {
  const told = deeds.filter((deed) => deed.kind === "report" && deed.device === device && deed.address === address);
  let total = 0;
  told.forEach((deed, index) => {
    if (deed.kind !== "report" || deed.value !== value) return;
    const end = told[index + 1]?.at ?? START + DAYS * DAY;
    for (const [from, to] of spans) total += Math.max(0, Math.min(end, to) - Math.max(deed.at, from));
  });
  return total;
}
