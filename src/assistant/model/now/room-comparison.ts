import type { HomeIndex } from "../../../understanding/names/home-index.ts";
import { playsRole } from "../../../understanding/parse/items.ts";
import { segmentText } from "../../../understanding/parse/segment.ts";

/** Types of properties of the air in rooms. */
export const CLIMATE_MEASURES = ["temperature", "relative-humidity", "co2-density", "pm2.5-density"] as const;
export type ClimateMeasure = (typeof CLIMATE_MEASURES)[number];

/** The measure by which a text compares rooms: "which bedroom is the coldest", 哪间最干. Null where it compares none. */
export function comparedMeasure(text: string, index: HomeIndex): ClimateMeasure | null {
  const items = segmentText(text, index);
  const ends = items.flatMap(({ lex }) => {
    if (lex === null) return [];
    const props = lex.level === null ? lex.changes.flatMap((change) => change.props) : lex.props;
    return props.map((property) => property.replace(/^target-/u, ""));
  });
  const which = items.some((item) => playsRole(item, "which") || playsRole(item, "where"));
  const extreme = items.some(({ lex }) => lex !== null && lex.level !== null);
  if (!which && !extreme) return null;
  return CLIMATE_MEASURES.find((measure) => ends.includes(measure)) ?? null;
}
