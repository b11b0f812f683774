import type { EnergyUse } from "../../../history/port.ts";
import type { HomeView } from "../../../home/index.ts";
import {
  energyText,
  isAmbient,
  moneyText,
  nameIn,
  propertyName,
  saidValue,
  shortName,
} from "../../../language/index.ts";
import { lengthOf, type PastTeller, timeIn } from "../../past/index.ts";
import type { RequestedSpan } from "../forms/past-span.ts";
import type { LoadedSeries } from "./load.ts";

/** Most series that are put into sentences. */
const MOST_TOLD = 3;
/** Most moments that are listed one by one. */
const MOST_TIMES = 3;
const LEAST = 1_000;

/** The sentences of the home about series that were read. */
export function seriesSentences(all: readonly LoadedSeries[], span: RequestedSpan, teller: PastTeller): string {
  return teller.sentences(all.slice(0, MOST_TOLD).flatMap((each) => seriesText(each, span, teller)));
}

function seriesText(
  { series, states, numbers }: LoadedSeries,
  span: RequestedSpan,
  teller: PastTeller,
): readonly string[] {
  const { device, property, watch } = series;
  const { language } = teller.context;
  const { words } = teller;
  const name = shortName(device, language, true);
  if (watch && states?.spells) {
    const { spells } = states;
    const known = spells.all.filter(({ holds }) => holds !== null);
    if (known.length === 0) return [words.noRecord(name, "")];
    const [times, ms] = [spells.came, timeIn(spells)];
    const shown = times.length > MOST_TIMES ? times.slice(-1) : times;
    const told = { name, state: watch.state, span: "", open: false, whole: ms > 0 && lengthOf(known) === ms };
    const length = ms < LEAST ? "" : teller.length(ms);
    const least = lengthOf(known) < span.to - span.from;
    return [
      words.lasted({ ...told, length, stretch: "", still: false, least }),
      times.length === 0
        ? ""
        : words.times({
            ...told,
            several: false,
            count: times.length,
            times: shown.map((at) => teller.clock(at)),
            somebody: false,
          }),
    ];
  }
  const [low, high] = [numbers?.lowest, numbers?.highest];
  if (property === null || typeof low?.value !== "number" || typeof high?.value !== "number") return [];
  const of = {
    name,
    room: device.room && nameIn(language, device.room),
    property: propertyName(property, language),
    type: property.type,
    ambient: isAmbient(property.type, device.spec.kind),
    span: "",
  };
  const end = (value: number): string => saidValue(property, value, language);
  return [
    words.least(of, end(low.value), teller.clock(Math.max(low.at, span.from)), false),
    words.most(of, end(high.value), teller.clock(Math.max(high.at, span.from)), false),
  ];
}

/** The sentences of the home about the use of electricity: of one device, or of the home with its largest users. */
export function energySentences(
  uses: readonly EnergyUse[],
  home: HomeView,
  named: boolean,
  teller: PastTeller,
): string {
  const { language, currency } = teller.context;
  const { words } = teller;
  const byDevice = [...Map.groupBy(uses, ({ device }) => device)].flatMap(([id, own]) => {
    const device = home.device(id);
    const kWh = own.reduce((sum, each) => sum + each.kWh, 0);
    return device ? [{ name: shortName(device, language, true), kWh, own }] : [];
  });
  const [one, ...others] = byDevice.sort((first, other) => other.kWh - first.kWh);
  if (!one) return words.cannotCount(null);
  const cost = uses.reduce<number | null>((sum, each) => (each.cost === null ? sum : (sum ?? 0) + each.cost), null);
  const only = named && others.length === 0;
  const use = words.used({
    name: only ? one.name : null,
    energy: energyText(
      byDevice.reduce((sum, { kWh }) => sum + kWh, 0),
      language,
    ),
    cost: cost === null || currency === null ? "" : moneyText(cost, currency, language),
    span: "",
    open: false,
    least: false,
  });
  const most = byDevice.filter(({ kWh }) => kWh > 0).slice(0, MOST_TOLD);
  const ranked =
    only || most.length < 2
      ? ""
      : words.usedMost(
          most.map(({ name, kWh }) => ({ name, energy: energyText(kWh, language) })),
          "",
        );
  return teller.sentences([use, ranked]);
}
