import type { Language } from "../language/index.ts";

/** The first language of an Accept-Language header (RFC 9110, 12.5.4) that Jia speaks, by weight; English when there is none. */
export function acceptedLanguage(header: string | undefined): Language {
  const wishes = (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find((each) => each !== undefined);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => /^(zh|en)\b/.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wishes[0]?.tag.startsWith("zh") ? "zh" : "en";
}
