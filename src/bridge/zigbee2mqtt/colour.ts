import type { Codec } from "../spec/codec.ts";
import { fullRgb, hueSaturationOfRgb, rgbOf, rgbOfHueSaturation, rgbOfXy, xyOfRgb } from "../spec/colour.ts";
import type { ServiceWriter } from "../spec/writer.ts";
import type { Expose } from "./exposes.ts";
import type { WirePath } from "./shape.ts";
import { accessOf, isObject, type ShapeBuilder } from "./shape-builder.ts";

/** Adds `color` for a composite that is one (`color_xy`, `color_hs`); the second of one path is the same property. */
export function colourPart(
  builder: ShapeBuilder,
  expose: Expose,
  within: ServiceWriter | undefined,
  path: WirePath,
): boolean {
  const names = new Set((expose.features ?? []).map((feature) => feature.name));
  const mode = names.has("x") && names.has("y") ? "xy" : names.has("hue") && names.has("saturation") ? "hs" : null;
  if (mode === null) return false;
  if (!builder.claim(path)) return true;
  const service = within ?? builder.service("indicator-light", "Indicator", expose.endpoint);
  const draft = {
    name: "color",
    description: expose.endpoint === undefined || within ? "Color" : `Color ${expose.endpoint}`,
    format: "uint32",
    unit: "rgb",
    range: [0, 0xffffff, 1],
  } as const;
  builder.property(service, draft, path, colourCodec(mode), accessOf(expose));
  return true;
}

const finite = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/**
 * A colour object as RGB. Written as xy or as hue and saturation, whichever the device has; read from xy, then hue and
 * saturation, then channels. Brightness does not count: the strongest channel is always full.
 */
export function colourCodec(mode: "xy" | "hs"): Codec {
  return {
    decode(raw) {
      if (!isObject(raw)) return null;
      const { x, y, hue, saturation, r, g, b } = raw;
      if (mode === "xy" && finite(x) && finite(y)) return rgbOfXy({ x, y });
      if (finite(hue) && finite(saturation)) return rgbOfHueSaturation({ hue, saturation });
      if (finite(x) && finite(y)) return rgbOfXy({ x, y });
      return finite(r) && finite(g) && finite(b) ? fullRgb(rgbOf(r, g, b)) : undefined;
    },
    encode: (value) => (mode === "xy" ? { ...xyOfRgb(Number(value)) } : { ...hueSaturationOfRgb(Number(value)) }),
    near(sent, reported) {
      if (!isObject(sent) || !isObject(reported)) return false;
      const apart = (key: string, most: number, turn = Number.POSITIVE_INFINITY) => {
        const [a, b] = [sent[key], reported[key]];
        if (!finite(a) || !finite(b)) return true;
        const distance = Math.abs(a - b);
        return Math.min(distance, Math.abs(turn - distance)) > most;
      };
      if (mode === "xy") return !apart("x", 0.01) && !apart("y", 0.01);
      // The hue of a colour without saturation means nothing.
      return !apart("saturation", 2) && (sent["saturation"] === 0 || !apart("hue", 3, 360));
    },
  };
}
