import { readFileSync } from "node:fs";
import { type HomeFile, JiaError, type Language, parseHomeFile, type SpecSource } from "../home/index.ts";

/**
 * Reads and checks a home file.
 * @throws JiaError `invalid-home` when it cannot be read, is not JSON, or does not hold to the format
 */
export function readHomeFile(path: string, specs: SpecSource, language: Language = "en"): HomeFile {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const zh = language === "zh";
    const broken = error instanceof SyntaxError ? `${zh ? "不是 JSON：" : "is not JSON: "}${error.message}` : null;
    const detail = `  - ${broken ?? (zh ? "无法读取" : "cannot be read")}`;
    throw new JiaError("invalid-home", { file: path, detail }, error);
  }
  return parseHomeFile(data, path, specs, language);
}
