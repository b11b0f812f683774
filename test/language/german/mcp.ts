import { type Messages, messages } from "../../../src/language/index.ts";

export const mcp: Messages["mcp"] = {
  ...messages("en").mcp,
  hiddenReply: "Einem Assistenten wie dir darf ich nicht alles davon sagen.",
  device: "Ein Gerät",
  room: "Ein Raum",
  argument: { device: "Welches Gerät, mit seinem Namen", language: "Sprache der Antwort: en, zh" },
  goodNight: {
    title: "Vor dem Schlafengehen",
    about: "Was noch an, offen oder nicht abgeschlossen ist",
    text: "Ich gehe schlafen. Was ist zu Hause noch an, offen oder nicht abgeschlossen? Sag es kurz, und frag mich, bevor du etwas änderst.",
  },
  leaving: {
    title: "Vor dem Gehen",
    about: "Ob zu Hause alles so bleiben kann",
    text: "Ich gehe weg. Ist noch etwas an, offen oder nicht abgeschlossen, was es nicht sein soll? Sag es kurz, und frag mich, bevor du etwas änderst.",
  },
  explainWhy: {
    title: "Warum ist das so?",
    about: "Wer oder was ein Gerät zuletzt geändert hat",
    text: ({ device }) =>
      `Warum ist dieses Gerät so, wie es jetzt ist: ${device}? Finde heraus, wer oder was es zuletzt geändert hat, und sag es in ein, zwei Sätzen.`,
  },
};
