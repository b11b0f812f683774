import type { Home } from "../../home/index.ts";
import { clockWords, type Language, messages, packOf } from "../../language/index.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import { foundValue, lastValueText, type ReplyContext, unknownText, valueSentence } from "../local/reply/facts.ts";
import { targetName } from "../local/reply/names.ts";
import { deviceSummary } from "../local/reply/summary.ts";
import type { ToolRead } from "../tools/index.ts";

/** At most so many devices are told. */
const MOST = 6;

/** Words what tools have read: the states of devices as they are `now`, and the tools' own sentences for other reads. */
export function readSentences(
  home: Home,
  index: HomeIndex,
  reads: readonly ToolRead[],
  language: Language,
  now: number,
): string {
  const teller: ReplyContext = {
    dialogue: { index, language, room: null, focus: { devices: [], rooms: [], address: null }, now },
    clock: (at) => clockWords(at, now, home.timezone, language),
  };
  const told = new Set<string>();
  for (const read of reads) {
    if (read.tell) told.add(read.tell());
    for (const id of read.devices.slice(0, MOST)) {
      for (const text of deviceSentences(index, id, read.properties, teller)) told.add(text);
    }
  }
  return packOf(language).grammar.sentences([...told].slice(0, MOST));
}

function deviceSentences(
  index: HomeIndex,
  id: string,
  wanted: readonly string[] | undefined,
  teller: ReplyContext,
): string[] {
  const indexed = index.devices.get(id);
  if (!indexed) return [];
  const target = { indexed, service: null };
  if (!wanted) return [deviceSummary(target, teller)];
  const { dialogue } = teller;
  const { language } = dialogue;
  const { replies } = messages(language);
  const properties = [...indexed.device.spec.properties.values()].filter(
    ({ address, type }) => wanted.includes(address) || wanted.includes(type),
  );
  const name = targetName(target, index, language);
  if (properties.length === 0) return [replies.noProperty(name, "")];
  return properties.flatMap((property) => {
    const found = foundValue(property, target, dialogue);
    if (found?.kind === "unknown") return [unknownText(target, found, teller)];
    if (found?.kind === "last") return [lastValueText(target, property, found, teller)];
    if (found?.kind !== "now" || !found.state) return [];
    return [valueSentence(target, property, found.state.value, teller)];
  });
}
