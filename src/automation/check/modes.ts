import { nearest } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { ProblemList } from "./problems.ts";

/** Modes that are named must be there. @param known ids of the modes of the home; null: it has none */
export function checkModes(
  ids: string | readonly string[],
  known: readonly string[] | null,
  field: string,
  problems: ProblemList,
): void {
  for (const id of [ids].flat()) {
    if (known?.includes(id)) continue;
    const near = nearest(id, known ?? []);
    const fix = near === null ? message("problems.listModes") : message("problems.nearestMode", { near });
    problems.add(field, id, message("problems.noMode"), fix);
  }
}
