import type { Messages, ToldLapse } from "../../../src/language/index.ts";
import { grammar, sentence } from "./grammar.ts";
import { inCase, none } from "./nouns.ts";

const who = (name: string): string => inCase(name, "nominative");

export const knowledge: Messages["knowledge"] = {
  unknown: (name, property, { reason, since }, offline) => {
    const what = inCase(property ?? "Zustand", "accusative");
    const from = since === null ? "" : ` seit ${since}`;
    switch (reason) {
      case "never-reported":
        return sentence(
          `das weiß ich noch nicht: ${who(name)} hat ${what} noch nicht gemeldet${offline ? ` und ${away(offline)}` : ""}`,
        );
      case "not-told":
        return sentence(`das kann ich nicht wissen: ${who(name)} meldet ${what} nicht`);
      case "cleared":
        return sentence(`das weiß ich nicht: ${who(name)} kennt ${what}${from} nicht`);
      case "out-of-range":
        return sentence(`das weiß ich nicht: was ${who(name)}${from} meldet, kann nicht stimmen`);
      default:
        return reason satisfies never;
    }
  },
  last: (name, text, at, lapse) => sentence(`${who(name)} war um ${at} ${text}, ${away(lapse, "aber ")}`),
  lastValue: (name, property, value, at, lapse) =>
    sentence(`${who(property)} ${inCase(name, "genitive")} war um ${at} ${value}, das Gerät ${away(lapse, "aber ")}`),
  lapsed: (name, lapse) => sentence(`das ist das Letzte: ${who(name)} ${away(lapse)}`),
  unsure: (names, more) =>
    sentence(
      `nicht bekannt ist es von ${grammar.list([...names.map((name) => inCase(name, "dative")), ...(more > 0 ? [`${more} weiteren`] : [])], "and")}`,
    ),
  noneKnown: ([kind = "Gerät"], text) => sentence(`soweit ich weiß, ist ${none(kind, "nominative")} ${text}`),
  somebody: (yes, { names }) =>
    sentence(`${yes ? "ja" : "nein"}, ${grammar.list(names.map(who), "and")} ${detect(names)} jemanden`),
  nobody: (names) => sentence(`${grammar.list(names.map(who), "and")} ${detect(names)} niemanden`),
  lost: (since) => sentence(`das weiß ich nicht: der MQTT-Broker ist seit ${since} nicht erreichbar`),
  noMotion: ({ names }) =>
    sentence(
      `sicher weiß ich es nicht: ${grammar.list(names.map(who), "and")} ${detect(names)} keine Bewegung, aber das beweist nichts`,
    ),
  sinceUnseen: (name, text, time) =>
    sentence(`seit wann, weiß ich nicht: ${who(name)} war um ${time.replace(/^am /, "")} schon ${text}`),
};

function detect({ length }: readonly string[]): string {
  return length === 1 ? "erkennt" : "erkennen";
}

function away({ reason, since }: ToldLapse, but = ""): string {
  const from = since === null ? "" : `seit ${since} `;
  if (reason === "broker-lost") return `ist ${but}${from}unbekannt, denn der MQTT-Broker ist nicht erreichbar`;
  if (reason === "unanswered") return `hat ${but}${from}nicht geantwortet`;
  return `ist ${but}${from}${reason === "overdue" ? "überfällig" : "nicht erreichbar"}`;
}
