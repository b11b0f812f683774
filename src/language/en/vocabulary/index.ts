import { actions } from "./actions.ts";
import { kinds } from "./kinds.ts";
import { colors, keys, units, zones } from "./names.ts";
import { properties } from "./properties.ts";
import { values } from "./values.ts";

/** The words of specs in English: the keys are those that every pack must have. */
export const vocabulary = { kinds, properties, actions, values, units, colors, keys, zones };
