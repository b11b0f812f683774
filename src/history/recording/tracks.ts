import type { Device, DeviceId, PropertyAddress } from "../../home/index.ts";
import { AVAILABILITY } from "../port.ts";
import { type HistorySelection, isRecorded } from "../selection.ts";
import { classOf, formOf, type SeriesInfo } from "../series.ts";
import { SeriesTrack } from "./track.ts";

/** The recorded series, by device and address. */
export class TrackRegistry {
  readonly #selection: HistorySelection;
  /** Keyed by device, then by address; null: not recorded. */
  readonly #tracks = new Map<DeviceId, Map<PropertyAddress, SeriesTrack | null>>();

  constructor(selection: HistorySelection) {
    this.#selection = selection;
  }

  /** The track of a property; null when it is not recorded. */
  of(device: Device, address: PropertyAddress): SeriesTrack | null {
    const known = this.#tracks.get(device.id);
    const track = known?.get(address);
    if (track !== undefined) return track;
    const made = isRecorded(device, address, this.#selection) ? new SeriesTrack(infoOf(device, address)) : null;
    if (known) known.set(address, made);
    else this.#tracks.set(device.id, new Map([[address, made]]));
    return made;
  }

  /** The used tracks of a device. */
  ofDevice(id: DeviceId): readonly SeriesTrack[] {
    return [...(this.#tracks.get(id)?.values() ?? [])].flatMap((track) => track ?? []);
  }

  /** All used tracks. */
  *all(): Iterable<SeriesTrack> {
    for (const tracks of this.#tracks.values()) for (const track of tracks.values()) if (track) yield track;
  }

  /** Checks the tracks of a changed device. @returns the tracks that end */
  renew(device: Device): readonly SeriesTrack[] {
    const before = this.ofDevice(device.id);
    const kept = before.filter(({ info }) => {
      if (!isRecorded(device, info.key.address, this.#selection)) return false;
      const now = infoOf(device, info.key.address);
      return now.form === info.form && now.class === info.class;
    });
    this.#tracks.set(device.id, new Map(kept.map((track) => [track.info.key.address, track])));
    return before.filter((track) => !kept.includes(track));
  }

  /** @returns the tracks that end */
  remove(id: DeviceId): readonly SeriesTrack[] {
    const ended = this.ofDevice(id);
    this.#tracks.delete(id);
    return ended;
  }
}

function infoOf(device: Device, address: PropertyAddress): SeriesInfo {
  const key = { device: device.id, address };
  const property = device.spec.properties.get(address);
  if (address === AVAILABILITY || !property) return { key, form: "truth", class: "state" };
  return { key, form: formOf(property), class: classOf(property) };
}
