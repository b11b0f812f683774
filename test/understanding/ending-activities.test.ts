import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/language/index.ts";
import { understand } from "../../src/understanding/understand.ts";
import { talkIn } from "../support/speak.ts";

const house = talkIn("house");
const flat = talkIn("flat");

/** What a sentence would do, as "device act". */
function doneBy(talk: typeof house, text: string): string[] {
  const understanding = understand(text, talk.local.dialogueContext(null, languageOf(text), null), null);
  if (understanding.kind === "unknown") return ["unknown"];
  return understanding.steps.flatMap((step) =>
    step.kind === "do"
      ? step.doings.flatMap(({ target, effects }) =>
          effects.map((effect) => {
            const what = effect.kind === "set" ? `${effect.property.address}=${effect.value}` : effect.action.address;
            return `${target.indexed.device.handle} ${what}`;
          }),
        )
      : [step.kind],
  );
}

describe("cancelling an activity stops the device that does it and starts nothing", () => {
  it.each([
    "cancel the vacuuming",
    "call off the sweeping",
    "quit hoovering",
    "abort cleaning the floors",
    "no more mopping please",
    "could you stop cleaning up now",
    "stop washing the dishes",
    "cancel doing the laundry",
    "halt the washing",
    "quit mowing the grass",
    "call off the mowing job",
    "end the cleaning run",
  ])("%s", (text) => {
    const done = doneBy(house, text);
    expect(done).not.toEqual([]);
    for (const each of done) expect(each).toMatch(/stop|=false$|pause|charge|dock|unknown|ask/);
    expect(done.some((each) => /start|=true$/.test(each))).toBe(false);
  });

  it.each(["取消清扫", "别再拖地了", "停止吸尘", "把扫地停掉", "地不用扫了", "中止打扫任务", "不要打扫了"])(
    "%s",
    (text) => {
      const done = doneBy(flat, text);
      expect(done).toEqual([expect.stringMatching(/stop-sweeping$/)]);
    },
  );

  it.each(["取消洗碗", "停止煮粥", "碗不洗了", "别割草了", "取消烘衣服"])(
    "what nothing here does is not stopped: %s",
    (text) => {
      for (const each of doneBy(flat, text)) expect(each).not.toMatch(/start|=true$/);
    },
  );
});
