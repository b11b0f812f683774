import type { HomeIndex } from "../../names/home-index.ts";
import { emptyHead, type Frame } from "../frame.ts";
import { playsRole } from "../items.ts";

/**
 * "turn off the heat", "the heat on": what heats is switched, and nothing is made warmer. "Heat" is a noun there, though it
 * may be a verb; "turn down the heat" makes it colder.
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

/** 再低两度, "down two degrees": degrees are of how warm it shall be, whatever else was talked about. */
export function settleDegrees(frame: Frame): void {
  const { act, changes, heads, props, values } = frame;
  if ((act !== "lower" && act !== "raise") || changes.length + heads.length + props.length > 0) return;
  if (values.length === 0 || !values.every(({ quantity }) => DEGREES.has(quantity?.unit ?? ""))) return;
  frame.props = ["temperature", "target-temperature"];
}

const DEGREES: ReadonlySet<string> = new Set(["degree", "celsius", "fahrenheit"]);
