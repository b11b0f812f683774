import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import { lexicon } from "../../../understanding/lexicon/lexicon.ts";
import { readNumber } from "../../../understanding/text/numbers.ts";
import { normalise, tokenise } from "../../../understanding/text/tokens.ts";

/** The number in the names of a device: "Lamp 2", 二号灯. Null where they have none, or several. */
export function numberInName({ indexed: { device } }: DeviceTarget): number | null {
  const [number, ...others] = new Set([device.name, ...device.aliases].flatMap(numbersIn));
  return number === undefined || others.length > 0 ? null : number;
}

/** Sorts targets by the numbers in their names; keeps the order where one of them has none. */
export function sortByNumber(targets: readonly DeviceTarget[]): readonly DeviceTarget[] {
  const numbered = targets.map((target) => ({ target, number: numberInName(target) }));
  const counts = numbered.every(({ target, number }) => number !== null && target.service === null);
  if (!counts) return targets;
  return [...numbered].sort((a, b) => (a.number ?? 0) - (b.number ?? 0)).map(({ target }) => target);
}

function numbersIn(name: string): readonly number[] {
  const tokens = tokenise(normalise(name));
  const found: number[] = [];
  for (let at = 0; at < tokens.length; ) {
    const number = readNumber(tokens, at, lexicon().numbers);
    if (number?.form === "plain") found.push(number.value);
    at = number?.end ?? at + 1;
  }
  return found;
}
