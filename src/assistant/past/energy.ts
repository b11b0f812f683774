import type { EnergyUse, TimeSpan } from "../../history/port.ts";
import type { DeviceId } from "../../home/index.ts";
import { energyText, moneyText, nameIn as nameOf, type ToldUse } from "../../language/index.ts";
import type { PastWhat } from "../../understanding/past/question.ts";
import { type PastSpan, type ResolvedSpan, resolveSpan } from "../../understanding/past/span.ts";
import type { PastQueryContext } from "./query-context.ts";
import { PastTeller } from "./teller.ts";

type Energy = Extract<PastWhat, { kind: "energy" }>;

/** Most devices or rooms that are listed. */
const MOST_TOLD = 4;
/** Share of a span that may be unrecorded without a note: about a restart in a day. */
const TOLERATED = 0.02;
/** kWh below which nothing was used. */
const LEAST = 0.0005;
/** Relative difference up to which two amounts count as the same. */
const ALIKE = 0.03;
const TODAY: PastSpan = { kind: "day", day: { kind: "back", days: 0 }, part: null, hours: null };

/** Answers how much electricity was used, what it cost, or what used most. */
export async function energyAnswer(what: Energy, given: PastQueryContext): Promise<string> {
  const teller = given.teller.place ? given.teller : new PastTeller(given.teller.context, spanFor(what));
  const asking = { ...given, teller };
  const { place } = teller;
  if (place === null || place.moment) return teller.words.noRecord(null, "");
  if (what.by !== null) return await mostText(what.by, place, asking);
  const devices = devicesIn(asking);
  const uses = await usesIn(devices, place, asking);
  const name = nameFor(asking);
  if (uses.length === 0)
    return (await teller.context.history.counts(devices))
      ? teller.words.noRecord(null, teller.spanText)
      : teller.words.cannotCount(name === "" ? calledIn(asking) : name);
  const use = toldOf(uses, place, name, asking);
  if (what.than !== null && use.energy !== "") return await thanText(what.than, uses, use, devices, place, asking);
  return what.of === "cost" && use.energy !== "" ? teller.words.cost(use) : teller.words.used(use);
}

/** The span of a question that names none: today, or the current period of the kind that it compares with. */
function spanFor({ than }: Energy): PastSpan {
  if (than?.span.kind === "period") return { ...than.span, back: 0 };
  return TODAY;
}

/** Ids of the devices in question; null: the whole home. */
function devicesIn({ step, roomDevices }: PastQueryContext): readonly DeviceId[] | null {
  const { targets } = step.query;
  if (targets.length === 0) return null;
  // "The kitchen" means all devices in it.
  if (isRoom(step)) return [...new Set(targets.flatMap(roomDevices))];
  return [...new Set(targets.map(({ indexed }) => indexed.device.id))];
}

function isRoom({ frame: { heads, places } }: PastQueryContext["step"]): boolean {
  return heads.length === 0 && places.length > 0;
}

async function usesIn(
  devices: readonly DeviceId[] | null,
  span: TimeSpan,
  { teller }: PastQueryContext,
): Promise<readonly EnergyUse[]> {
  const { from, to } = span;
  const { history } = teller.context;
  const mains = history.mains();
  // A main meter, where there is one, counts the whole home.
  const counted = devices ?? (mains.length > 0 ? mains : null);
  return await history.energy({ from, to, ...(counted && { devices: counted }) });
}

/** The name in the reply; null: the whole home; "": the question names it. */
function nameFor(asking: PastQueryContext): string | null {
  const { targets, inferred } = asking.step.query;
  if (targets.length === 0) return null;
  return targets.length === 1 && inferred === null && !isRoom(asking.step) ? "" : calledIn(asking);
}

function calledIn({ step, called, teller }: PastQueryContext): string | null {
  const [target] = step.query.targets;
  if (!target) return null;
  const { room } = target.indexed.device;
  return isRoom(step) && room ? nameOf(teller.context.language, room) : called(target, undefined);
}

function sumOf(uses: readonly EnergyUse[]): { readonly kWh: number; readonly cost: number | null } {
  const cost = uses.some((each) => each.cost !== null) ? uses.reduce((sum, each) => sum + (each.cost ?? 0), 0) : null;
  return { kWh: uses.reduce((sum, { kWh }) => sum + kWh, 0), cost };
}

function toldOf(
  uses: readonly EnergyUse[],
  place: ResolvedSpan,
  name: string | null,
  asking: PastQueryContext,
): ToldUse {
  const { teller } = asking;
  const { language, currency } = teller.context;
  const { kWh, cost } = sumOf(uses);
  const span = place.to - place.from;
  return {
    name,
    energy: kWh < LEAST ? "" : energyText(kWh, language),
    cost: cost === null || currency === null ? "" : moneyText(cost, currency, language),
    span: teller.spanText,
    open: place.open,
    least: uses.some(({ unknown }) => unknown > span * TOLERATED),
  };
}

async function mostText(by: "device" | "room", place: ResolvedSpan, asking: PastQueryContext): Promise<string> {
  const { teller, called } = asking;
  const { language } = teller.context;
  const uses = await teller.context.history.energy({ from: place.from, to: place.to });
  if (uses.length === 0)
    return (await teller.context.history.counts(null))
      ? teller.words.noRecord(null, teller.spanText)
      : teller.words.cannotCount(null);
  const names = new Map<string, number>();
  for (const use of uses) {
    const device = asking.device(use.device);
    if (!device) continue;
    const { room } = device.indexed.device;
    const name = by === "device" ? called(device, undefined) : room && nameOf(language, room);
    if (name) names.set(name, (names.get(name) ?? 0) + use.kWh);
  }
  const most = [...names]
    .filter(([, kWh]) => kWh > 0)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_TOLD);
  if (most.length === 0) return teller.words.used(toldOf(uses, place, null, asking));
  const each = most.map(([name, kWh]) => ({ name, energy: energyText(kWh, language) }));
  return teller.words.usedMost(each, asking.step.past?.span == null ? teller.spanText : "");
}

async function thanText(
  { span, more }: NonNullable<Energy["than"]>,
  uses: readonly EnergyUse[],
  use: ToldUse,
  devices: readonly DeviceId[] | null,
  place: ResolvedSpan,
  asking: PastQueryContext,
): Promise<string> {
  const { teller } = asking;
  const { language, now, timezone } = teller.context;
  const before = resolveSpan(span, now, timezone);
  if (before === null || before.moment) return teller.words.noRecord(null, "");
  // A running period is compared with an equal part of the period before.
  const length = Math.min(before.to - before.from, place.open ? place.to - place.from : before.to - before.from);
  const to = before.from + length;
  const then = await usesIn(devices, { from: before.from, to }, asking);
  const beside = new PastTeller(teller.context, span);
  if (then.length === 0) return teller.words.noRecord(null, beside.spanText);
  const [own, other] = [sumOf(uses).kWh, sumOf(then).kWh];
  const alike = Math.abs(own - other) <= Math.max(own, other) * ALIKE;
  const text = to < before.to ? teller.words.byThen(beside.spanText) : beside.spanText;
  return teller.words.usedThan(alike ? null : own > other === more, use, energyText(other, language), text);
}
