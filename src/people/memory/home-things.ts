import type { Device, HomeView, Property } from "../../home/index.ts";
import {
  type Language,
  type Named,
  nameIn,
  placedName,
  propertyName,
  unitText,
  valueText,
} from "../../language/index.ts";
import type { ThingNames } from "./describe.ts";
import type { EntryOf, NamedThing } from "./port.ts";

/** Names the things of a home for entries. @param now milliseconds since the epoch @param scene names of a scene by id; null for none */
export function homeThingNames(home: HomeView, now: number, scene: (id: string) => Named | null): ThingNames {
  const thing = ({ type, id }: NamedThing, language: Language): string | null => {
    switch (type) {
      case "room": {
        const room = home.layout.room(id);
        return room ? nameIn(language, room) : null;
      }
      case "floor": {
        const floor = home.layout.floor(id);
        return floor ? nameIn(language, floor) : null;
      }
      case "device": {
        const device = home.device(id);
        return device ? placedName(device, language) : null;
      }
      case "scene": {
        const called = scene(id);
        return called && nameIn(language, called);
      }
      default:
        return type satisfies never;
    }
  };
  return {
    thing,
    property: (type, language) => {
      const known = propertyOf(home.devices, type);
      return propertyName(known ?? { type, description: "" }, language);
    },
    value: (preference, language) => likedValue(preference, home, language),
    now,
    timezone: home.timezone,
  };
}

function likedValue({ of, property, value }: EntryOf<"preference">, home: HomeView, language: Language): string {
  const own = of?.type === "device" ? home.device(of.id) : undefined;
  const known = propertyOf(own ? [own] : home.devices, property);
  if (!known || typeof value === "string") return String(value);
  return typeof value === "number" && known.unit !== "rgb"
    ? unitText(value, known.unit, language)
    : valueText(known, value, language);
}

function propertyOf(devices: readonly Device[], type: string): Property | undefined {
  for (const { spec } of devices)
    for (const property of spec.properties.values()) if (property.type === type) return property;
  return undefined;
}
