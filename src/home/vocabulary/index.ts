/** The words of specs in every language: what people call kinds, properties, actions and values, and what replies call them. */
export { ACTION_TERMS } from "./actions.ts";
export { KIND_MEMBERS, KIND_TERMS } from "./kinds.ts";
export { actionName, kindName, propertyName, serviceName, specKindName } from "./names.ts";
export { PROPERTY_TERMS } from "./properties.ts";
export type { Terms } from "./terms.ts";
export { unitText } from "./units.ts";
export { VALUE_TERMS } from "./value-terms.ts";
export { valueText, valueWords } from "./values.ts";
