import { understoodLanguages } from "../languages.ts";
import { withoutEndMark } from "../text/written.ts";

/** What is said of the modes of the home; `sure`: no device is meant, whatever it has a mode of that name. */
export type ModeSaid =
  | { readonly kind: "begin"; readonly name: string; readonly sure: boolean }
  | { readonly kind: "told"; readonly mode: string }
  | { readonly kind: "end"; readonly name: string }
  /** `name`: whether it is this one. */
  | { readonly kind: "asked"; readonly name: string | null }
  | { readonly kind: "listed" };

/** Longer sentences say more than that. */
const LONGEST = 80;

/** What a text says of the modes of the home; null for any other. Whether there is a mode of that name is not looked at. */
export function modeSaidIn(text: string): ModeSaid | null {
  const source = withoutEndMark(text);
  if (source.length > LONGEST) return null;
  const nameIn = (patterns: readonly RegExp[]): string | undefined => {
    for (const pattern of patterns) {
      const name = pattern.exec(source)?.groups?.["name"];
      if (name !== undefined) return name;
    }
    return undefined;
  };
  for (const { modes } of understoodLanguages()) {
    if (!modes) continue;
    const asked = modes.asked.map((pattern) => pattern.exec(source)).find((match) => match !== null);
    if (asked) return { kind: "asked", name: asked.groups?.["name"] ?? null };
    if (modes.listed.some((pattern) => pattern.test(source))) return { kind: "listed" };
    for (const [mode, patterns] of Object.entries(modes.told))
      if (patterns.some((pattern) => pattern.test(source))) return { kind: "told", mode };
    const ended = nameIn(modes.ended);
    if (ended !== undefined) return { kind: "end", name: ended };
    const home = nameIn(modes.home);
    if (home !== undefined) return { kind: "begin", name: home, sure: true };
    const named = nameIn(modes.named);
    if (named !== undefined) return { kind: "begin", name: named, sure: false };
  }
  return null;
}
