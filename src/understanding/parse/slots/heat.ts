import type { HomeIndex } from "../../names/home-index.ts";
import { emptyHead, type Frame } from "../frame.ts";
import { playsRole } from "../items.ts";

/**
 * Reads "heat" as a noun: "turn off the heat", "the heat on" switch the heater, and "turn down the heat" lowers the target
 * temperature.
 */
export function settleHeat(frame: Frame, index: HomeIndex): void {
  const { act, items, heads, values, changes, places } = frame;
  const way = act === "lower" ? -1 : act === "raise" ? 1 : frame.more;
  const switched = act === "on" || act === "off";
  if ((!switched && way === 0) || changes.length !== 1 || values.length > 0 || heads.length > 0) return;
  const noun = items.find(({ lex }) => lex !== null && lex.changes.length > 0 && lex.props.includes(HEATING));
  if (!noun) return;
  if (index.ofKind(HEATS).size > 0) {
    const definite = playsRole(items[items.indexOf(noun) - 1], "article");
    frame.heads.push({ ...emptyHead(), type: "kind", kinds: [HEATS], text: noun.said, word: HEATS, definite, places });
    frame.places = [];
  } else if (act === "off") frame.blocked = true;
  frame.changes = way === 0 ? [] : [{ props: ["target-temperature"], direction: way }];
}

const HEATING = "heating";
const HEATS = "heater";

/** Degrees without a property are about the temperature, whatever the focus: 再低两度, "down two degrees". */
export function settleDegrees(frame: Frame): void {
  const { act, changes, heads, props, values } = frame;
  if ((act !== "lower" && act !== "raise") || changes.length + heads.length + props.length > 0) return;
  if (values.length === 0 || !values.every(({ quantity }) => DEGREES.has(quantity?.unit ?? ""))) return;
  frame.props = ["temperature", "target-temperature"];
}

const DEGREES: ReadonlySet<string> = new Set(["degree", "celsius", "fahrenheit"]);
