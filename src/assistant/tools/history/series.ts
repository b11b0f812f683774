import { AVAILABILITY, type History, type SeriesKey } from "../../../history/port.ts";
import { type Device, type HomeView, JiaError, type Property } from "../../../home/index.ts";
import { errorText, message } from "../../../language/index.ts";
import { minimalTarget } from "../../../understanding/ground/target.ts";
import { lexicon } from "../../../understanding/lexicon/lexicon.ts";
import { stateTold, type Watch, watchOf } from "../../past/index.ts";
import { propertyLabel } from "../devices/labels.ts";
import { propertyTypesNamed, resolvePropertyNames } from "../devices/property-names.ts";
import { propertyUse } from "../devices/property-use.ts";
import { resolveDevice, resolveKind, resolveRoom } from "../devices/resolve.ts";
import { filterDevices, isPropertyNamed } from "../devices/selection.ts";
import { lettersAndDigits } from "../name-likeness.ts";
import type { ToolContext } from "../tool.ts";

/** Most series of one answer. */
const MOST_SERIES = 12;

/** One series of the history: a property of a device, or its availability. */
export interface HistorySeries {
  readonly device: Device;
  readonly key: SeriesKey;
  /** null: the availability of the device. */
  readonly property: Property | null;
  /** The label that models know the property by. */
  readonly label: string;
  /** The state that the series shows; null for measured values and settings. */
  readonly watch: Watch<ReturnType<typeof minimalTarget>> | null;
}

export interface HistoryTargets {
  readonly devices?: readonly string[] | undefined;
  readonly room?: string | undefined;
  readonly kind?: string | undefined;
  readonly property?: string | undefined;
}

const ENERGY = /^(?:energy|electricity|consumption|powerconsumption|kwh|cost)$/;
/** Types of properties that count electricity. */
const COUNTING = ["power-consumption", "electric-energy", "electricity"] as const;

/** Whether a property name asks for the use of electricity. */
export function isEnergy(property: string | undefined): boolean {
  if (property === undefined) return false;
  const types = propertyTypesNamed(property);
  return ENERGY.test(lettersAndDigits(property)) || COUNTING.some((type) => types.has(type));
}

/** Whether a property name asks for the availability of a device. */
function isReach(property: string): boolean {
  const { states = [] } = lexicon().lookup(property) ?? {};
  return lettersAndDigits(property) === AVAILABILITY || states.includes("online") || states.includes("offline");
}

/**
 * The devices of a call: by name, or all of a room or a kind, also where those stand among the names. Unknown names become errors
 * of the answer.
 * @throws JiaError `unknown-name` for an unknown room or kind argument
 */
export function resolveHistoryDevices(
  home: HomeView,
  { devices, room, kind }: HistoryTargets,
  context: ToolContext,
): { readonly devices: readonly Device[]; readonly errors: readonly string[] } {
  const errors: string[] = [];
  if (devices === undefined) return { devices: filterDevices(home, { room, kind }, context.now), errors };
  const found = devices.flatMap((name) => {
    try {
      return devicesCalled(home, name, context);
    } catch (error) {
      if (!(error instanceof JiaError)) throw error;
      errors.push(errorText(error, context.language));
      return [];
    }
  });
  return { devices: [...new Set(found)], errors };
}

function devicesCalled(home: HomeView, name: string, { room, now }: ToolContext): readonly Device[] {
  try {
    return [resolveDevice(home, name, room)];
  } catch (error) {
    if (!(error instanceof JiaError)) throw error;
    for (const group of [() => ({ room: resolveRoom(home, name).id }), () => ({ kind: resolveKind(home, name) })]) {
      try {
        return filterDevices(home, group(), now);
      } catch (other) {
        if (!(other instanceof JiaError)) throw other;
      }
    }
    throw error;
  }
}

/** The recorded series of devices for a property, the number left out, and errors about the rest. */
export function resolveSeries(
  home: HomeView,
  history: History,
  devices: readonly Device[],
  property: string | undefined,
  { language }: ToolContext,
): { readonly series: readonly HistorySeries[]; readonly errors: readonly string[]; readonly more: number } {
  const reached = property !== undefined && isReach(property);
  const names = property?.split(/[,，、]/).map((each) => each.trim());
  const wanted = names === undefined || reached ? null : resolvePropertyNames(home, names, language);
  const all = devices.flatMap((device): readonly HistorySeries[] => {
    const target = minimalTarget(device);
    const of = (found: Property | null): HistorySeries => {
      const address = found?.address ?? AVAILABILITY;
      const watch = found ? stateTold(target, address) : watchOf("online", target);
      const label = found ? propertyLabel(device.spec, found) : "online";
      return { device, key: { device: device.id, address }, property: found, label, watch };
    };
    if (reached) return [of(null)];
    const own = [...device.spec.properties.values()];
    const meant = wanted ? own.filter((each) => isPropertyNamed(device, each, wanted.names)) : mainOf(device, own);
    return meant.map(of);
  });
  const kept = all.filter(({ key }) => history.keeps(key));
  const errors = [...(wanted?.errors ?? [])];
  if (kept.length === 0 && devices.length > 0 && errors.length === 0)
    errors.push(
      errorText(
        new JiaError("invalid-tool-arguments", { tool: "get_history", detail: message("tools.notKept") }),
        language,
      ),
    );
  return { series: kept.slice(0, MOST_SERIES), errors, more: Math.max(0, kept.length - MOST_SERIES) };
}

function rankOf({ spec }: Device, property: Property): number {
  return ["main", "usual", "own", "aside"].indexOf(propertyUse(spec, property));
}

/** The main properties of a device: its main state, otherwise up to three measured values. */
function mainOf(device: Device, own: readonly Property[]): readonly Property[] {
  const target = minimalTarget(device);
  const told = own.filter(({ address }) => stateTold(target, address) !== null);
  const [main] = [...told].sort((one, other) => rankOf(device, one) - rankOf(device, other));
  if (main) return [main];
  return own.filter((each) => propertyUse(device.spec, each) === "main").slice(0, 3);
}
