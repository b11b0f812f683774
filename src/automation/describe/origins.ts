import type { Origin } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import { say } from "./words.ts";

/** Who asked, at the end of a sentence: "by Anna", "through the API". */
export function originWords(origin: Origin, language: Language): string {
  switch (origin.kind) {
    case "person":
      return say(language, `by ${origin.name ?? "a person"}`, `由${origin.name ?? "人"}操作`);
    case "conversation":
      return origin.text === undefined
        ? say(language, "in a conversation", "在对话中要求")
        : say(language, `because somebody said "${origin.text}"`, `因为有人说“${origin.text}”`);
    case "api":
      return say(language, "through the API", "通过 API");
    case "mcp":
      return say(
        language,
        `through MCP${origin.client ? ` (${origin.client})` : ""}`,
        `通过 MCP${origin.client ? `（${origin.client}）` : ""}`,
      );
    case "scene":
      return say(language, `by the scene "${origin.id}"`, `由场景“${origin.id}”`);
    case "schedule":
      return say(language, `by the automation "${origin.id}"`, `由自动化“${origin.id}”`);
    default:
      return origin satisfies never;
  }
}
