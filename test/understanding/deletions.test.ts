import { describe, expect, it } from "vitest";
import { DeletionIndex, isWithinOneEdit } from "../../src/understanding/names/deletions.ts";

const LETTERS = "abl";

/** Every text of up to five of three letters: many are one letter apart, and many have letters twice. */
function texts(): readonly string[] {
  let all = [""];
  const found: string[] = [];
  for (let length = 1; length <= 5; length += 1) {
    all = all.flatMap((text) => Array.from(LETTERS, (letter) => text + letter));
    found.push(...all);
  }
  return found.filter(({ length }) => length > 1);
}

function nearBy(known: readonly string[], text: string): readonly string[] {
  return known.filter((each) => isWithinOneEdit(each, text)).sort();
}

function nearOf(index: DeletionIndex, text: string): readonly string[] {
  return index
    .near(text)
    .map((near) => near.text)
    .sort();
}

describe("the index of misspelt names", () => {
  it("finds the same names as comparing with every name", () => {
    const known = texts().filter((_, at) => at % 3 !== 0);
    const index = new DeletionIndex();
    for (const text of known) index.add(text, text);
    for (const text of texts()) expect(nearOf(index, text), text).toEqual(nearBy(known, text));
  });

  it("finds no removed name, and finds it again once it is added", () => {
    const all = texts();
    const index = new DeletionIndex();
    for (const text of all) index.add(text, text);
    const left = all.filter((_, at) => at % 5 === 0);
    for (const text of all) if (!left.includes(text)) index.remove(text);
    for (const text of all) expect(nearOf(index, text), text).toEqual(nearBy(left, text));
    for (const text of all) index.add(text, text);
    for (const text of all) expect(nearOf(index, text), text).toEqual(nearBy(all, text));
  });

  it("returns all owners of a name in the order in which they were added", () => {
    const index = new DeletionIndex();
    index.add("floor lamp", "one");
    index.add("floor lamps", "two");
    index.add("floor lamp", "three");
    index.remove("one");
    index.add("floor lamp", "one");
    expect(index.find("flor lamp")).toEqual(["three", "one"]);
    expect(index.find("floor lampz")).toEqual(["two", "three", "one"]);
    expect(index.find("ceiling lamp")).toEqual([]);
  });
});
