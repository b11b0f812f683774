import { expect, it } from "vitest";
import { allPacks, type Pack, packOf } from "../../src/language/index.ts";
import { GERMAN } from "./german/index.ts";

const english = packOf("en");
const others = [...allPacks().filter((pack) => pack !== english), GERMAN];

/** The `{name}` places of each plain text among the messages, each once, in order; keyed by section and key. */
function placesOf({ messages }: Pack): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const visit = (path: string, entry: unknown): void => {
    if (typeof entry === "string") {
      const places = new Set([...entry.matchAll(/\{(\w+)\}/g)].map(([place]) => place));
      found.set(path, [...places].sort());
    } else if (typeof entry === "object" && entry !== null) {
      for (const [key, inner] of Object.entries(entry)) visit(path === "" ? key : `${path}.${key}`, inner);
    }
  };
  visit("", messages);
  return found;
}

it("the test finds the {places} of the English texts", () => {
  const places = placesOf(english);
  expect(places.get("errors.unknown-room")).toEqual(["{known}", "{room}"]);
  expect(places.get("turn.empty")).toEqual([]);
  expect(places.size).toBeGreaterThan(500);
});

it.each(others.map((pack) => [pack.code, pack] as const))(
  "%s has the places of English in every plain text",
  (_, pack) => {
    const places = placesOf(pack);
    const wrong = [...placesOf(english)].filter(([key, wanted]) => {
      const given = places.get(key);
      return given === undefined || given.join() !== wanted.join();
    });
    expect(
      wrong.map(([key, wanted]) => `${key}: ${wanted.join(" ")} | ${(places.get(key) ?? ["missing"]).join(" ")}`),
    ).toEqual([]);
  },
);
