import type { Property, Service, Value } from "../../home/index.ts";

/** The property of a service with this short name. */
export function propertyOfType(service: Service, type: string): Property | undefined {
  return service.properties.find((property) => property.type === type);
}

/** The number of the list value with one of these descriptions, in the order of `names`; case does not matter. */
export function listedValue(property: Property | undefined, ...names: readonly string[]): number | undefined {
  for (const name of names) {
    const found = property?.values.find((listed) => listed.description.toLowerCase() === name.toLowerCase());
    if (found) return found.value;
  }
  return undefined;
}

/** The description of a list value in lower case, "" when it is not in the list. */
export function describedAs(property: Property, value: Value | undefined): string {
  return property.values.find((listed) => listed.value === value)?.description.toLowerCase() ?? "";
}
