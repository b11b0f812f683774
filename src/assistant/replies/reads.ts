import type { Home } from "../../home/index.ts";
import { type Language, messages, packOf, propertyName, shortName, valueText } from "../../language/index.ts";
import type { HomeIndex } from "../local/index/home-index.ts";
import { summary } from "../local/reply/answers.ts";
import type { ToolRead } from "../tools/index.ts";

/** More devices than this are not read out. */
const MOST = 6;

/** What tools have read, told by the home itself: states as they are now, and what the tools tell of the rest. */
export function readSentences(home: Home, index: HomeIndex, reads: readonly ToolRead[], language: Language): string {
  const told = new Set<string>();
  for (const read of reads) {
    if (read.tell) told.add(read.tell());
    for (const id of read.devices.slice(0, MOST)) {
      for (const text of deviceSentences(home, index, id, read.properties, language)) told.add(text);
    }
  }
  return packOf(language).grammar.sentences([...told].slice(0, MOST));
}

function deviceSentences(
  home: Home,
  index: HomeIndex,
  id: string,
  wanted: readonly string[] | undefined,
  language: Language,
): string[] {
  const device = home.device(id);
  const indexed = index.devices.get(id);
  if (!device || !indexed) return [];
  const situation = { index, language, room: null, focus: { devices: [], rooms: [], address: null }, now: 0 };
  if (!wanted) return [summary({ indexed, service: null }, situation)];
  const called = shortName(device, language, index.sharesName(device));
  const { answers } = messages(language);
  return [...device.spec.properties.values()]
    .filter(({ address, type }) => wanted.includes(address) || wanted.includes(type))
    .map((property) => {
      const value = device.state.get(property.address)?.value;
      const name = propertyName(property, language);
      return value === undefined
        ? answers.unknownValue(called, name)
        : answers.value(called, name, valueText(property, value, language));
    });
}
