import { type Messages, messages } from "../../../src/language/index.ts";

export const openai: Messages["openai"] = {
  ...messages("en").openai,
  onlyText: "Ich lese nur Text. Sag es ohne Bild oder Datei.",
  notSaid: "Ich tue nur, was mir jemand sagt. Das kam vom Chatprogramm, deshalb blieb alles, wie es ist.",
  noMessage: "Die letzte Nachricht ist nicht von einem Menschen, deshalb blieb alles, wie es ist.",
  newChat: "Neues Gespräch",
  tag: "Zuhause",
};
