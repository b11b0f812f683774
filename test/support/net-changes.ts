import type { Value } from "../../src/home/index.ts";
import { type TalkOptions, talkIn } from "./speak.ts";

/** What a dialogue comes to: what is otherwise at its end than at its beginning, keyed by handle and address. */
export async function netChanges(
  turns: readonly string[],
  { home = "house", ...options }: TalkOptions & { readonly home?: "flat" | "house" } = {},
): Promise<Record<string, Value>> {
  const talk = talkIn(home, options);
  const values = (): Map<string, Value> =>
    new Map(
      talk.home.devices.flatMap(({ handle, state }) =>
        [...state].map(([address, { value }]) => [`${handle}.${address}`, value] as const),
      ),
    );
  const before = values();
  for (const text of turns) await talk.say(text);
  return Object.fromEntries([...values()].filter(([key, value]) => before.get(key) !== value));
}

/** The same in one line: "lamp.light.on=true, lamp.light.brightness=30". */
export async function netChangesLine(...given: Parameters<typeof netChanges>): Promise<string> {
  return Object.entries(await netChanges(...given))
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(", ");
}
