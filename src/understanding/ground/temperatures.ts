import type { Property } from "../../home/index.ts";
import { temperatureUnitOf } from "../../language/index.ts";
import type { Frame } from "../parse/frame.ts";
import type { Quantity } from "../parse/measure/measures.ts";
import type { DialogueContext } from "./context.ts";

/** Whether the device counts this property in degrees Celsius. */
export function isCelsius({ type, unit }: Property): boolean {
  if (unit !== null) return unit === "celsius";
  return /temp/.test(type) && type !== "color-temperature";
}

/** Whether this home uses Fahrenheit. */
export function usesFahrenheit({ language }: DialogueContext): boolean {
  return temperatureUnitOf(language) === "fahrenheit";
}

/** The quantity as meant in this home: where it uses Fahrenheit, bare degrees of a temperature are Fahrenheit. */
export function quantityInHomeUnit({ fahrenheit }: Frame, property: Property, quantity: Quantity): Quantity {
  const bare = quantity.unit === "degree" || quantity.unit === null;
  return fahrenheit && bare && isCelsius(property) ? { ...quantity, unit: "fahrenheit" } : quantity;
}

/** Converts degrees Fahrenheit to Celsius. */
export function toCelsius(fahrenheit: number): number {
  return (fahrenheit - 32) / 1.8;
}

/** The number to compare the property with, in the property's unit; undefined when none was said. */
export function thresholdOf(frame: Frame, property: Property): number | undefined {
  const said = frame.values[0]?.quantity;
  if (!said) return undefined;
  const { value, unit } = quantityInHomeUnit(frame, property, said);
  return unit === "fahrenheit" && isCelsius(property) ? Number(toCelsius(value).toFixed(2)) : value;
}
