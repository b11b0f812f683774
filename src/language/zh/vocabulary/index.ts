import type { Vocabulary } from "../../vocabulary.ts";
import { actions } from "./actions.ts";
import { kinds } from "./kinds.ts";
import { colors, keys, units, zones } from "./names.ts";
import { properties } from "./properties.ts";
import { values } from "./values.ts";

export const vocabulary: Vocabulary = { kinds, properties, actions, values, units, colors, keys, zones };
