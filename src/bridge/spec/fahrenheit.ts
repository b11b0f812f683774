import { type Codec, celsiusOf } from "./codec.ts";

/** Fahrenheit degrees in one of celsius. */
const PER_CELSIUS = 1.8;

/** A temperature setting of a device that uses fahrenheit, shown in celsius: its codec and its range. */
export interface FahrenheitSetting {
  readonly codec: Codec;
  readonly range: readonly [min: number, max: number, step: number];
}

/**
 * A temperature from `least` to `most` in steps of `step`, all in °F: in celsius the same steps, so that what is asked for
 * becomes the nearest that the device has. What it reports is what was set, to a tenth of a degree.
 */
export function fahrenheitSetting(least: number, most: number, step: number): FahrenheitSetting {
  const { decode } = celsiusOf(true);
  const [min, max] = [Number(decode(least)), Number(decode(most))];
  const celsius = Number((step / PER_CELSIUS).toFixed(4));
  return {
    range: [min, Math.max(max, min + celsius), celsius],
    codec: {
      decode,
      encode(value) {
        const steps = Math.round((Number(value) * PER_CELSIUS + 32 - least) / step);
        return Number(Math.min(most, Math.max(least, least + steps * step)).toFixed(6));
      },
    },
  };
}
