/** A colour as MIoT has it: 0xRRGGBB. Brightness is a property of its own, so the strongest channel counts as full. */
export type Rgb = number;

interface Xy {
  readonly x: number;
  readonly y: number;
}

interface HueSaturation {
  /** Degrees, 0–360. */
  readonly hue: number;
  /** Percent, 0–100. */
  readonly saturation: number;
}

/** Red, green and blue, 0–255. */
export const channelsOf = (rgb: Rgb): [number, number, number] => [(rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255];

/** 0xRRGGBB from channels 0–255; fractions are rounded, what lies outside is cut. */
export function rgbOf(red: number, green: number, blue: number): Rgb {
  const byte = (value: number) => Math.min(255, Math.max(0, Math.round(value)));
  return byte(red) * 65_536 + byte(green) * 256 + byte(blue);
}

/** Scaled so that the strongest channel is 255; black is white, as a light cannot show it. */
export function fullRgb(rgb: Rgb): Rgb {
  const [red, green, blue] = channelsOf(rgb);
  const strongest = Math.max(red, green, blue);
  if (strongest === 0) return 0xffffff;
  return rgbOf((red * 255) / strongest, (green * 255) / strongest, (blue * 255) / strongest);
}

const toLinear = (channel: number) => {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};
const fromLinear = (part: number) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055) * 255;

/** CIE 1931 xy of an sRGB colour (D65), to 4 decimals as Zigbee2MQTT reports it. */
export function xyOfRgb(rgb: Rgb): Xy {
  const [red, green, blue] = channelsOf(fullRgb(rgb)).map(toLinear) as [number, number, number];
  const x = 0.4124564 * red + 0.3575761 * green + 0.1804375 * blue;
  const y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue;
  const z = 0.0193339 * red + 0.119192 * green + 0.9503041 * blue;
  const sum = x + y + z;
  return { x: Number((x / sum).toFixed(4)), y: Number((y / sum).toFixed(4)) };
}

/** The sRGB colour with this chromaticity, its strongest channel full. Outside sRGB the nearest edge by cutting. */
export function rgbOfXy({ x, y }: Xy): Rgb {
  // What is no chromaticity at all is white.
  if (!(y >= 0.0001 && y <= 1 && x >= 0 && x <= 1)) return 0xffffff;
  const [big, small] = [x / y, (1 - x - y) / y];
  const linear = [
    3.2404542 * big - 1.5371385 - 0.4985314 * small,
    -0.969266 * big + 1.8760108 + 0.041556 * small,
    0.0556434 * big - 0.2040259 + 1.0572252 * small,
  ].map((part) => Math.max(0, part));
  const strongest = Math.max(...linear);
  if (!(strongest > 0)) return 0xffffff;
  const [red = 0, green = 0, blue = 0] = linear.map((part) => fromLinear(part / strongest));
  return rgbOf(red, green, blue);
}

/** Hue and saturation of a colour, whole numbers as Zigbee2MQTT takes them. */
export function hueSaturationOfRgb(rgb: Rgb): HueSaturation {
  const [red, green, blue] = channelsOf(rgb);
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread === 0) return { hue: 0, saturation: 0 };
  const sector =
    most === red
      ? ((green - blue) / spread + 6) % 6
      : most === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  return { hue: Math.round(sector * 60) % 360, saturation: Math.round((spread / most) * 100) };
}

/** The colour with this hue and saturation at full brightness. */
export function rgbOfHueSaturation({ hue, saturation }: HueSaturation): Rgb {
  const part = Math.min(100, Math.max(0, saturation)) / 100;
  const channel = (offset: number) => {
    const place = (offset + (((hue % 360) + 360) % 360) / 60) % 6;
    return 255 * (1 - part * Math.max(0, Math.min(place, 4 - place, 1)));
  };
  return rgbOf(channel(5), channel(3), channel(1));
}
