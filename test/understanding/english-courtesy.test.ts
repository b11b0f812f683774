import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat");
const OFF = ["living-floor-lamp light.on=false"];
const ON = ["living-floor-lamp light.on=true"];

describe("English courtesy and urgency at either end of a command is ignored", () => {
  it.each([
    ["could I trouble you to turn the floor lamp off", OFF],
    ["may I ask you to switch on the floor lamp, by any chance", ON],
    ["turn the floor lamp off really quick, would you", OFF],
    ["floor lamp off right this minute", OFF],
    ["mind switching the floor lamp on", ON],
    ["hey, mind turning the floor lamp off for me", OFF],
    ["stick the floor lamp on, mate", ON],
    ["flick the floor lamp off", OFF],
    ["it would be lovely if you could turn the floor lamp on", ON],
  ])("%s", (text, expected) => expect(effectsOf(talk, text)).toEqual(expected));
});

describe("an English reason beside a command is not a command", () => {
  it.each([
    ["since everyone's out of the study switch the floor lamp off", OFF],
    ["visitors will be here any moment, turn on the floor lamp", ON],
    ["some idiot has parked in our drive, turn on the floor lamp", ON],
    ["turn the floor lamp off, my head is killing me", OFF],
    ["the neighbour's kid is practising the drums again, turn the floor lamp off", OFF],
    ["there's an odd noise in the bedroom, turn the bedside lamp off", ["bedroom-bedside-lamp light.on=false"]],
    ["it's pitch dark in the study, turn the light on in there", ["study-monitor-light light.on=true"]],
  ])("%s", (text, expected) => expect(effectsOf(talk, text, "kitchen")).toEqual(expected));

  it.each([
    "because people turn the floor lamp on, buy a new one",
    "call my mum and turn on the floor lamp",
    "could you order a pizza, and turn the floor lamp on",
  ])("a request that cannot be met does nothing: %s", (text) =>
    expect(effectsOf(talk, text).filter((each) => each.includes("="))).toEqual([]),
  );
});

describe("an English repair replaces what it corrects in the same sentence", () => {
  it.each([
    ["bedside lamp off, I mean floor lamp", OFF],
    ["turn on the study fan, I meant the floor lamp", ON],
    ["open the living room, I mean the bedroom curtains", ["bedroom-curtain curtain.motor-control=2"]],
  ])("%s", (text, expected) => expect(effectsOf(talk, text)).toEqual(expected));
});
