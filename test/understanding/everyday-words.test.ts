import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const homes = [
  { talk: talkIn("flat"), rooms: ["living", "bedroom", "kitchen"] },
  { talk: talkIn("house"), rooms: ["living", "kitchen", "study", "master"] },
];

/** Words one letter from "beep", "main", "lights", "heater" and others, that nobody here mistyped. */
const words = [
  "beer",
  "mail",
  "fight",
  "waiter",
  "coat",
  "beach",
  "truck",
  "flower",
  "meal",
  "account",
  "horse",
  "tower",
];

describe("an everyday word is not corrected to a similar word", () => {
  it.each(["open the", "open a", "turn on the", "turn off my", "close the", "stop the", "clean the", "set up the"])(
    "%s …",
    (start) => {
      const acted = homes.flatMap(({ talk, rooms }) =>
        rooms.flatMap((room) =>
          words.filter((word) => effectsOf(talk, `${start} ${word}`, room).some((each) => /=|\./.test(each))),
        ),
      );
      expect(acted).toEqual([]);
    },
  );

  it.each(["beer", "mail", "news"])("also beside a verb and a value: make the %s red", (word) => {
    for (const { talk, rooms } of homes)
      for (const room of rooms) expect(effectsOf(talk, `make the ${word} red`, room).join()).not.toContain("=");
  });

  it.each([
    "turn on the kichen ceiling light",
    "turnoff the kitchen ceiling light",
    "turn on the ktichen ceiling light",
  ])("a real misspelling is still corrected: %s", (text) =>
    expect(effectsOf(homes[1]?.talk ?? talkIn("house"), text, "kitchen").join()).toContain(".on="),
  );
});
