import { describe, expect, it } from "vitest";
import { effectsOf } from "../support/effects.ts";
import { talkIn } from "../support/speak.ts";

const flat = talkIn("flat");
const house = talkIn("house");

describe("modes of appliances are set by the words of their specs in both languages", () => {
  it.each([
    ["washing machine on the short programme", "utility-washer washer.mode=2"],
    ["put the washer on wool", "utility-washer washer.mode=4"],
    ["switch the washing machine to spin only", "utility-washer washer.mode=6"],
    ["washing machine spin at 800", "utility-washer washer.spin-speed=800"],
    ["dishwasher to the express programme", "kitchen-dishwasher dishwasher.mode=4"],
    ["run the dishwasher on energy saving", "kitchen-dishwasher dishwasher.mode=3"],
    ["set the fridge to super freeze", "kitchen-fridge fridge.mode=4"],
    ["put the fridge in vacation mode", "kitchen-fridge fridge.mode=5"],
    ["set the gym dehumidifier to clothes drying", "gym-dehumidifier dehumidifier.mode=2"],
    ["thermostat in the study to away mode", "study-thermostat thermostat.mode=2"],
    ["suction of the upstairs vacuum to turbo", "upstairs-vacuum vacuum.mode=104"],
    ["fresh air system in the gym to medium", "gym-air-fresh air-fresh.mode=3"],
  ])("%s", (text, effect) => expect(effectsOf(house, text)).toContain(effect));

  it.each([
    ["洗衣机调到快速洗", "balcony-washer washer.mode=2"],
    ["洗衣机用羊毛洗", "balcony-washer washer.mode=4"],
    ["洗衣机转甩干", "balcony-washer washer.mode=6"],
    ["把洗衣机转成棉麻洗", "balcony-washer washer.mode=3"],
    ["冰箱开速冻", "kitchen-fridge fridge.mode=4"],
    ["冰箱换成假日模式", "kitchen-fridge fridge.mode=5"],
    ["扫地机器人调到强力模式", "living-vacuum vacuum.mode=2"],
    ["净化器转睡眠", "living-purifier air-purifier.mode=1"],
    ["加湿器转恒湿", "bedroom-humidifier humidifier.mode=1"],
    ["热水器切到加热", "bathroom-water-heater water-heater.mode=1"],
  ])("%s", (text, effect) => expect(effectsOf(flat, text)).toContain(effect));
});

describe("each compartment of a fridge is set by its name", () => {
  it.each([
    ["freezer to minus 19", "kitchen-fridge fridge-chamber-2.target-temperature=-19"],
    ["set the freezer of the fridge to -17", "kitchen-fridge fridge-chamber-2.target-temperature=-17"],
    ["fridge compartment at 4 degrees", "kitchen-fridge fridge-chamber.target-temperature=4"],
    ["put the fridge freezer at minus twenty one", "kitchen-fridge fridge-chamber-2.target-temperature=-21"],
    ["make the refrigerating chamber six degrees", "kitchen-fridge fridge-chamber.target-temperature=6"],
    ["冷冻室调到零下十九度", "kitchen-fridge fridge-chamber-2.target-temperature=-19"],
    ["冰箱的冷藏室设为五度", "kitchen-fridge fridge-chamber.target-temperature=5"],
    ["冷藏6度", "kitchen-fridge fridge-chamber.target-temperature=6"],
    ["把冰箱冷冻区调到零下22度", "kitchen-fridge fridge-chamber-2.target-temperature=-22"],
    ["冷藏室温度设成三度", "kitchen-fridge fridge-chamber.target-temperature=3"],
  ])("%s", (text, effect) => expect(effectsOf(flat, text)).toEqual([effect]));

  it.each(["freezer to 4 degrees", "set the fridge compartment to minus 10", "冷冻室调到五度", "冷藏室调到零下十度"])(
    "none takes the temperature of another: %s",
    (text) => expect(effectsOf(flat, text)).toEqual(["refuse"]),
  );
});

describe("a command for the swing switches the swing, not its device", () => {
  it.each([
    ["make the study fan oscillate", "study-fan fan.horizontal-swing=true"],
    ["let the fan in the study swing", "study-fan fan.horizontal-swing=true"],
    ["stop the study fan oscillating", "study-fan fan.horizontal-swing=false"],
    ["the study fan shouldn't swing", "study-fan fan.horizontal-swing=false"],
    ["turn the study fan's swing off", "study-fan fan.horizontal-swing=false"],
    ["switch off the oscillation of the study fan", "study-fan fan.horizontal-swing=false"],
    ["书房风扇摇头", "study-fan fan.horizontal-swing=true"],
    ["让风扇摆头", "study-fan fan.horizontal-swing=true"],
    ["风扇别转头了", "study-fan fan.horizontal-swing=false"],
    ["书房的风扇不要摇头", "study-fan fan.horizontal-swing=false"],
    ["把风扇的摇头关了", "study-fan fan.horizontal-swing=false"],
    ["卧室空调上下扫风", "bedroom-ac fan-control.vertical-swing=true"],
  ])("%s", (text, effect) => {
    const effects = effectsOf(flat, text);
    expect(effects).toContain(effect);
    expect(effects).not.toContain("study-fan fan.on=false");
  });
});

describe("a word for a switch sets the mode with that name where the device has no such switch", () => {
  it.each([
    ["浴霸换气", "bathroom-heater ptc-bath-heater.ventilation=true"],
    ["客厅空调睡眠模式", "living-ac air-conditioner.sleep-mode=true"],
    ["客厅空调开节能", "living-ac air-conditioner.eco=true"],
    ["客厅空调的省电模式关掉", "living-ac air-conditioner.eco=false"],
    ["living room AC eco mode", "living-ac air-conditioner.eco=true"],
    ["turn the living room AC's sleep mode off", "living-ac air-conditioner.sleep-mode=false"],
    ["purifier to bedtime", "living-purifier air-purifier.mode=1"],
    ["study fan on natural wind", "study-fan fan.mode=1"],
  ])("%s", (text, effect) => expect(effectsOf(flat, text)).toContain(effect));
});
