import type { Language } from "./language.ts";
import { packOf } from "./packs.ts";

/** An amount of money: "€12.30", "¥3.20". @param currency ISO 4217 */
export function moneyText(amount: number, currency: string, language: Language): string {
  const { locale } = packOf(language);
  return new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" }).format(amount);
}

/** Electric energy as people write it: "6.4 kWh", "85 Wh", 6.4度. */
export function energyText(kWh: number, language: Language): string {
  const { grammar, messages } = packOf(language);
  const small = Math.abs(kWh) < SMALLEST_KWH;
  const value = small ? Math.round(kWh * 1000) : kWh < 10 ? Math.round(kWh * 100) / 100 : Math.round(kWh * 10) / 10;
  return messages.past.energy(grammar.number(value), small);
}

/** Below this the text is in watt hours. */
const SMALLEST_KWH = 0.1;
