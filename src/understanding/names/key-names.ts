import type { Device, Service } from "../../home/index.ts";
import { ofLanguages } from "../languages.ts";
import { commaList, type KeyPhrases, keyPhrases } from "../lexicon/keys.ts";
import type { KeyPart } from "../lexicon/types.ts";
import { normalise, type Token, tokenise } from "../text/tokens.ts";
import type { Capabilities } from "./capabilities.ts";

type Tokens = readonly Token[];

/** The tokenised phrases of all languages, by kind of device. */
const phrases = ofLanguages((languages) => {
  const of = (kind: "switch" | "outlet"): readonly KeyPhrases[] =>
    languages.flatMap(({ lexicon }) => keyPhrases(lexicon, commaList(lexicon.keys?.[kind])) ?? []);
  const tokensOf = (all: readonly KeyPhrases[]) => ({
    counted: (at: number): readonly Tokens[] => all.flatMap(({ counted }) => (counted[at] ?? []).map(read)),
    side: (part: KeyPart): readonly Tokens[] => all.flatMap(({ sides }) => sides[part].map(read)),
  });
  return { switch: tokensOf(of("switch")), outlet: tokensOf(of("outlet")) };
});

function read(phrase: string): Tokens {
  return tokenise(normalise(phrase));
}

/** A name of a service of a device; "the left two keys" has one entry per key. */
export interface ServiceName {
  readonly service: string;
  readonly name: Tokens;
}

/** Names for the keys of a switch with several, or the sockets of a power strip: "the third key", 左边两个键. */
export function keyNames({ spec }: Device, { main }: Capabilities): readonly ServiceName[] {
  if (spec.kind !== "switch" && spec.kind !== "outlet") return [];
  const words = phrases()[spec.kind];
  const numbered = main.flatMap((service) => {
    const number = /\D(\d+)$/u.exec(service.description)?.[1];
    return number === undefined ? [] : [{ service, at: Number(number) - 1 }];
  });
  // "Socket 2" is the second, whatever its position in the spec.
  const keys = numbered.length > 1 ? numbered : main.filter(isSwitched).map((service, at) => ({ service, at }));
  if (keys.length < 2) return [];
  const named = (names: readonly Tokens[], ...services: readonly (Service | undefined)[]): readonly ServiceName[] =>
    services.flatMap((service) => (service ? names.map((name) => ({ service: service.key, name })) : []));
  const row = keys.map(({ service }) => service);
  const middle = row.length === 3 ? row[1] : undefined;
  return [
    ...keys.flatMap(({ service, at }) => named(words.counted(at), service)),
    ...named(words.side("left"), row[0]),
    ...named(words.side("middle"), middle),
    ...named(words.side("right"), row.at(-1)),
    ...named(words.side("last"), row.at(-1)),
    ...named(words.side("firstTwo"), ...row.slice(0, 2)),
    ...named(words.side("lastTwo"), ...row.slice(-2)),
  ];
}

function isSwitched({ properties }: Service): boolean {
  return properties.some(({ type, access }) => type === "on" && access.write);
}
