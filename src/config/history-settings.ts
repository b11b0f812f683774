import { z } from "zod";
import { message } from "../language/index.ts";
import { configSetting, text } from "./setting.ts";

const days = z.int().min(1).max(36_500);
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const price = z.number().min(0).max(1_000_000);

/** Weekdays as automations name them, in the order of ISO 8601. */
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const TariffSetting = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  price,
  periods: z
    .array(
      z.strictObject({
        price,
        from: time.exactOptional(),
        to: time.exactOptional(),
        weekdays: z.array(z.enum(WEEKDAYS)).min(1).exactOptional(),
      }),
    )
    .max(50)
    .exactOptional(),
});
export type TariffSetting = z.output<typeof TariffSetting>;

/** A day of a tariff as its number, 1 (Monday) to 7. */
export function weekdayNumber(day: (typeof WEEKDAYS)[number]): number {
  return WEEKDAYS.indexOf(day) + 1;
}

/** Settings for the past of the home and its electric energy (docs/history.md). */
export const HISTORY_SETTINGS = {
  "history.enabled": configSetting({
    schema: z.boolean(),
    default: true,
    expected: message("expected.trueOrFalse"),
  }),
  "history.include": configSetting({
    schema: z.array(text),
    default: [],
    expected: message("expected.kept"),
  }),
  "history.exclude": configSetting({
    schema: z.array(text),
    default: [],
    expected: message("expected.kept"),
  }),
  "history.keep.raw": configSetting({ schema: days, default: 10, expected: message("expected.days") }),
  "history.keep.minutes": configSetting({ schema: days, default: 180, expected: message("expected.days") }),
  "history.keep.hours": configSetting({ schema: days, default: 3_650, expected: message("expected.days") }),
  "history.keep.states": configSetting({ schema: days, default: 730, expected: message("expected.days") }),
  "energy.tariff": configSetting<TariffSetting | null>({
    schema: TariffSetting.nullable(),
    default: null,
    expected: message("expected.tariff"),
  }),
  "energy.main": configSetting({
    schema: z.array(text),
    default: [],
    expected: message("expected.devices"),
  }),
} as const;
