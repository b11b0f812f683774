import { describe, expect, it } from "vitest";
import type { DialogueContext } from "../../../src/assistant/local/index.ts";
import { understand } from "../../../src/assistant/local/index.ts";
import { type Device, KIND_MEMBERS } from "../../../src/home/index.ts";
import { lexicon } from "../../../src/understanding/lexicon/lexicon.ts";
import { seeded } from "../../support/random.ts";
import { CHINESE, ENGLISH } from "../../support/sentences.ts";
import { talkIn } from "../../support/speak.ts";
import { actsOf, isAnotherWord, type Typo, typosOf, wrongAct } from "../../support/typos.ts";

/** Which typos are tried, and how many: 100,000 with JIA_TEST_TYPOS. */
const SEED = Number(process.env["JIA_TEST_SEED"] ?? 26);
const SAMPLES = Number(process.env["JIA_TEST_TYPOS"] ?? 4000);

/** A sentence as somebody says it somewhere. */
interface Said {
  readonly text: string;
  readonly situation: DialogueContext;
  /** The device and the name of it that are said, when it is about one. */
  readonly about?: { readonly device: Device; readonly name: string };
}

const house = talkIn("house");
const flat = talkIn("flat");

const english = [
  ...ENGLISH.flatMap((text) => everywhere(house, text, ["living", "kitchen", null])),
  ...house.home.devices.flatMap((device) =>
    [device.name, ...device.aliases]
      .filter((name) => /^[a-z ]{3,}$/i.test(name))
      .flatMap((name) => [
        about(house, `turn on the ${name.toLowerCase()}`, device, name),
        about(house, `turn off the ${name.toLowerCase()} in the ${placeOf(device)}`, device, name),
      ]),
  ),
];
const chinese = [
  ...CHINESE.flatMap((text) => everywhere(flat, text, ["living", "bedroom", null])),
  ...flat.home.devices.flatMap((device) =>
    [device.name, ...device.aliases]
      .filter((name) => /^\p{Script=Han}{2,}$/u.test(name))
      .flatMap((name) => {
        const room = device.room?.name ?? "";
        return [`打开${name}`, `关闭${room}${name}`, `把${room}的${name}打开`].map((text) =>
          about(flat, text, device, name),
        );
      }),
  ),
];

function everywhere({ local }: typeof house, text: string, rooms: readonly (string | null)[]): Said[] {
  const language = /\p{Script=Han}/u.test(text) ? "zh" : "en";
  return rooms.map((room) => ({ text, situation: local.dialogueContext(null, language, room) }));
}

function about(talk: typeof house, text: string, device: Device, name: string): Said {
  const [said] = everywhere(talk, text, [device.room?.id ?? null]);
  if (!said) throw new RangeError("no place to say it in");
  return { ...said, about: { device, name } };
}

function placeOf({ room }: Device): string {
  return (room?.name ?? "house").toLowerCase();
}

/** What is done when this is said instead. */
function actsWhen({ situation }: Said, text: string): ReturnType<typeof actsOf> {
  return actsOf(understand(text, situation, null));
}

/** Tries typos taken by chance: how many were carried out, and how many are left out because they say another thing. */
function trial(sentences: readonly Said[]): { acted: number; another: number; wrong: string[] } {
  const random = seeded(SEED);
  const pick = <Item>(list: readonly Item[]): Item | undefined => list[Math.floor(random() * list.length)];
  const result = { acted: 0, another: 0, wrong: [] as string[] };
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const said = pick(sentences);
    const typo = said && pick(typosOf(said.text));
    if (!said || !typo) continue;
    const verdict = judge(said, typo);
    if (verdict === "acted") result.acted += 1;
    else if (verdict === "another") result.another += 1;
    else if (verdict !== "nothing") result.wrong.push(`${said.text} → ${typo.text}: ${verdict}`);
  }
  return result;
}

/** What comes of a typo: nothing, what was meant, another thing because it says one, or what is wrong. */
function judge(said: Said, typo: Typo): string {
  const acts = actsWhen(said, typo.text);
  if (acts.size === 0) return "nothing";
  const wrong = wrongAct(actsWhen(said, said.text), acts) ?? unsaid(said, [...acts.keys()]);
  if (wrong === null) return "acted";
  return isAnotherWord(said.text, typo, said.situation.index) ? "another" : wrong;
}

/** A device that bears neither the name that is said nor is of the kind that the name is a word for. */
function unsaid({ about: named, situation }: Said, devices: readonly string[]): string | null {
  if (!named) return null;
  const name = named.name.toLowerCase();
  const kinds = lexicon().lookup(name)?.kinds ?? [];
  const stranger = devices.find((id) => {
    const indexed = situation.index.devices.get(id);
    if (!indexed) return true;
    const { device } = indexed;
    const called = [device.name, ...device.aliases].some((each) => each.toLowerCase().includes(name));
    const alike = [...kinds, ...kinds.flatMap((kind) => KIND_MEMBERS[kind] ?? [])];
    return !called && !alike.some((kind) => situation.index.isKind(indexed, kind));
  });
  return stranger === undefined ? null : `${stranger} was not said`;
}

/** Simplified and traditional characters of what is said in these tests. */
const TRADITIONAL = new Map(
  (
    "两兩 个個 么麼 书書 于於 传傳 体體 关關 净淨 别別 动動 卧臥 卫衛 厅廳 厕廁 厨廚 后後 吗嗎 响響 场場 墙牆 声聲 壶壺 备備 头頭 帘簾 " +
    "并並 应應 开開 户戶 扫掃 报報 挂掛 摇搖 无無 时時 显顯 暂暫 机機 来來 档檔 检檢 气氣 没沒 测測 温溫 湿濕 灯燈 点點 烧燒 热熱 现現 " +
    "电電 监監 红紅 线線 蓝藍 观觀 视視 觉覺 计計 让讓 设設 调調 车車 钟鐘 钮鈕 铃鈴 锁鎖 锅鍋 键鍵 门門 闭閉 间間 阳陽 静靜 顶頂 风風 " +
    "饭飯 创創 制製 删刪 仪儀"
  )
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);

function traditional(text: string): string {
  return [...text].map((character) => TRADITIONAL.get(character) ?? character).join("");
}

/** Letters, digits and marks as wide as Chinese characters. */
function fullWidth(text: string): string {
  return text
    .replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    .replaceAll(" ", "\u3000");
}

describe("a sentence with one typo", () => {
  /*
   * Left out is only what says another thing by itself (`isAnotherWord`): 430 of 425,000 typos of these sentences, of which
   * 239,000 do what was meant and the rest nothing.
   */
  it.each([
    ["English", english],
    ["Chinese", chinese],
  ])("never runs anything else, nor on another device: %s", (_, sentences) => {
    const { acted, another, wrong } = trial(sentences);
    expect(wrong).toEqual([]);
    expect(another / SAMPLES).toBeLessThan(0.05);
    expect(acted / SAMPLES).toBeGreaterThan(0.2);
  });
});

describe("a sentence in other characters", () => {
  it("means the same in traditional ones", () => {
    for (const said of chinese) {
      const text = traditional(said.text);
      expect(actsWhen(said, text), text).toEqual(actsWhen(said, said.text));
    }
  });

  it("means the same in full width", () => {
    for (const said of [...english, ...chinese]) {
      const text = fullWidth(said.text);
      expect(actsWhen(said, text), text).toEqual(actsWhen(said, said.text));
    }
  });
});
