import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/language/index.ts";
import type { DialogueContext, HouseholdNames } from "../../src/understanding/ground/context.ts";
import { speakerNamed } from "../../src/understanding/household/speaker.ts";
import type { SentenceStep } from "../../src/understanding/plan.ts";
import { decideSentence } from "../../src/understanding/understand.ts";
import { talkIn } from "../support/speak.ts";

const talk = talkIn("flat");
const HOUSEHOLD: HouseholdNames = {
  people: [
    { id: "emma", names: ["Emma"], child: false },
    { id: "ben", names: ["Ben", "Dad", "爸爸"], child: false },
    { id: "leo", names: ["Leo", "豆豆"], child: true },
    { id: "xiaoming", names: ["小明"], child: false },
  ],
  modes: [
    { id: "home", names: ["Home", "在家"] },
    { id: "away", names: ["Away", "out", "离家", "外出", "出门"] },
    { id: "night", names: ["Night", "bedtime", "夜间", "晚安"] },
    { id: "holiday", names: ["Holiday", "度假"] },
  ],
  speaker: "emma",
  isSo: (person, is) => (person === "ben" ? is === "away" : person === "leo" ? null : is === "home"),
};

function situationOf(text: string, household: HouseholdNames | null = HOUSEHOLD): DialogueContext {
  const situation = talk.local.dialogueContext(null, languageOf(text), "living");
  return household ? { ...situation, household } : situation;
}

/** What a sentence makes: "emma home | sun down | 1 done". */
function ruleOf(text: string, household: HouseholdNames | null = HOUSEHOLD): string {
  const { understanding } = decideSentence(text, situationOf(text, household), null);
  if (understanding.kind === "unknown") return "unknown";
  return understanding.steps.map(told).join("; ");
}

function told(step: SentenceStep): string {
  switch (step.kind) {
    case "whenever": {
      const does = step.notice === null ? `${step.steps.length} done` : `tells ${step.notice}`;
      return [step.rule.triggers.map(plain).join(" or "), ...step.rule.conditions.map(plain), does].join(" | ");
    }
    case "later": {
      const at = step.when.kind === "at" ? `${step.when.hour}:${step.when.minute}` : step.when.kind;
      const often = step.when.kind === "at" && step.when.weekdays.length > 0 ? "each" : "once";
      return [`${often} ${at}`, ...(step.conditions ?? []).map(plain), `${step.steps.length} done`].join(" | ");
    }
    case "refuse":
      return `refused ${step.refusal.code}`;
    case "existing": {
      const { request } = step;
      const by = request.op === "another" ? [] : (request.which.by ?? []);
      return `${request.op} ${by.map((cause) => (cause.type === "mode" ? cause.mode : `${cause.person} ${cause.to}`)).join()}`;
    }
    default:
      return step.kind;
  }
}

function plain(part: { readonly type: string }): string {
  const { type, ...fields } = part;
  return `${type === "presence" ? "" : `${type} `}${Object.values(fields).flat().join(" ")}`.trim();
}

describe("a rule starts when somebody comes or leaves", () => {
  it.each([
    ["when Emma comes home, turn on the floor lamp", "emma home | 1 done"],
    ["turn on the floor lamp when Emma gets home", "emma home | 1 done"],
    ["whenever dad gets back home turn the TV on", "ben home | 1 done"],
    ["when I get home turn on the floor lamp", "emma home | 1 done"],
    ["when I get home after sunset turn on the floor lamp", "emma home | sun down | 1 done"],
    ["when Emma comes home and it's dark outside, turn on the floor lamp", "emma home | sun down | 1 done"],
    ["on weekdays when Ben leaves for work turn off the TV", "ben away | weekday mon tue wed thu fri | 1 done"],
    ["when everybody has left, turn off all the lights", "everyone away | 1 done"],
    ["when the last person leaves lock the front door", "anyone away last | 1 done"],
    ["when the first person comes home turn on the floor lamp", "anyone home first | 1 done"],
    ["when we get home turn on the floor lamp", "anyone home first | 1 done"],
    ["when we leave the house turn off the TV", "anyone away last | 1 done"],
    ["when somebody comes home turn on the floor lamp", "anyone home | 1 done"],
    ["if nobody is home turn off the TV", "nobody home | 1 done"],
    ["when the house is empty turn off the TV", "nobody home | 1 done"],
    ["when everyone's home close the curtain in the living room", "everyone home | 1 done"],
    ["when everyone has left for ten minutes turn off the TV", "everyone away 600s | 1 done"],
    ["when everyone has left turn off the TV after ten minutes", "everyone away 600s | 1 done"],
    ["when Leo leaves, tell me", "leo away | tells Leo leaves"],
    ["let me know when the kids get home from school", "leo home | tells the kids get home from school"],
    ["最后一个人出门时关灯", "anyone away last | 1 done"],
    ["我到家的时候打开客厅灯", "emma home | 1 done"],
    ["小明回来就开空调", "xiaoming home | 1 done"],
    ["爸爸一回家就打开落地灯", "ben home | 1 done"],
    ["家里没人的时候关掉所有灯", "nobody home | 1 done"],
    ["家里没人半小时以后关掉电视", "nobody home 1800s | 1 done"],
    ["都走了以后关掉电视", "everyone away | 1 done"],
    ["有人回家就开落地灯", "anyone home | 1 done"],
    ["天黑以后有人回家就开落地灯", "anyone home | sun down | 1 done"],
    ["晚上小明回家就打开落地灯", "xiaoming home | time 18:00 06:00 | 1 done"],
    ["when Emma or Ben comes home turn on the floor lamp", "emma home or ben home | 1 done"],
    ["小明或者爸爸回家就打开落地灯", "xiaoming home or ben home | 1 done"],
    ["到家就打开落地灯", "emma home | 1 done"],
    ["回家的时候打开落地灯", "emma home | 1 done"],
    ["豆豆出门就通知我", "leo away | tells 豆豆出门"],
    ["孩子到家了告诉我", "leo home | tells 孩子到家"],
  ])("%s", (text, rule) => expect(ruleOf(text)).toBe(rule));
});

describe("a rule about several people needs all of them, and the last one starts it", () => {
  const lily = { id: "lily", names: ["Lily"], child: true };
  const two: HouseholdNames = { ...HOUSEHOLD, people: [...HOUSEHOLD.people, lily] };
  const [left, there] = [
    "leo away or lily away | leo away | lily away",
    "leo home or lily home | leo home | lily home",
  ];
  it.each([
    ["when the kids have left turn off the TV", `${left} | 1 done`],
    ["when both kids are out turn off the TV", `${left} | 1 done`],
    ["when the kids are not home turn off the TV", `${left} | 1 done`],
    ["when the kids are all home turn on the TV", `${there} | 1 done`],
    ["let me know when the kids are all home", `${there} | tells the kids are all home`],
    [
      "when the kids have been out for 10 minutes turn off the TV",
      "leo away 600s or lily away 600s | leo away 600s | lily away 600s | 1 done",
    ],
    [
      "when the kids have left and the TV is on turn off the TV",
      `${left} | state miot:living-tv television.on true | 1 done`,
    ],
    ["every day at 7 if the kids are home turn on the TV", "each 7:0 | leo home | lily home | 1 done"],
    ["when the kids come home turn on the TV", "leo home or lily home | 1 done"],
    ["when we are all home turn off the TV", "everyone home | 1 done"],
    ["when the family is home turn off the TV", "everyone home | 1 done"],
    ["when we get home turn on the TV", "anyone home first | 1 done"],
    ["when Emma and Ben are home turn on the TV", "emma home or ben home | emma home | ben home | 1 done"],
    [
      "when Emma, Ben and Leo have left turn off the TV",
      "emma away or ben away or leo away | emma away | ben away | leo away | 1 done",
    ],
    ["孩子都出门了就关电视", `${left} | 1 done`],
    ["两个孩子都出门了就关电视", `${left} | 1 done`],
    ["孩子都不在家就关电视", `${left} | 1 done`],
    ["孩子都回家了就打开落地灯", `${there} | 1 done`],
    ["孩子都出门了告诉我", `${left} | tells 孩子都出门`],
    ["每天七点如果孩子在家就打开电视", "each 7:0 | leo home | lily home | 1 done"],
    ["孩子回家就打开落地灯", "leo home or lily home | 1 done"],
    ["我们都在家的时候关电视", "everyone home | 1 done"],
    ["小明和爸爸都出门了就关电视", "xiaoming away or ben away | xiaoming away | ben away | 1 done"],
  ])("%s", (text, rule) => expect(ruleOf(text, two)).toBe(rule));
});

describe("a clause with words that are not understood is handed on", () => {
  it.each([
    "when Leo comes home alone tell me",
    "tell me when Leo comes home alone",
    "when someone is home alone turn on the floor lamp",
    "when Leo comes home today tell me",
    "when Leo comes home late tell me",
    "when Emma or Leo are both home turn on the TV",
    "when nobody but Leo is home turn off the TV",
    "when they both come home turn on the TV",
    "when both come home turn on the TV",
    "小明没回家就告诉我",
    "小明还没回家就告诉我",
    "李雷没回家就告诉我",
    "除了小明都出门了就关灯",
    "除了小明大家都出门了就关灯",
    "小明一个人回家就告诉我",
    "小明单独回家就告诉我",
    "小明一个人在家就打开落地灯",
    "有人一个人在家就告诉我",
    "孩子没都回家就告诉我",
  ])("%s", (text) => expect(decideSentence(text, situationOf(text), null).kind).toBe("hand-on"));

  it.each([
    ["when Leo comes home please turn on the TV", "leo home | 1 done"],
    ["when Leo comes home, can you turn on the TV", "leo home | 1 done"],
    ["turn on the TV when Leo comes home please", "leo home | 1 done"],
  ])("but not for a polite word: %s", (text, rule) => expect(ruleOf(text)).toBe(rule));
});

describe("presence or a mode beside a time or another event is a condition", () => {
  it.each([
    ["every day at 7 if anyone's home turn on the floor lamp", "each 7:0 | anyone home | 1 done"],
    ["if nobody is home at eleven turn off the TV", "each 11:0 | nobody home | 1 done"],
    ["turn off the TV at eleven tonight if nobody is home", "once 23:0 | nobody home | 1 done"],
    ["晚上十一点家里没人就关电视", "once 23:0 | nobody home | 1 done"],
    ["每天晚上七点如果家里有人就打开落地灯", "each 19:0 | anyone home | 1 done"],
    [
      "when nobody is home and the front door opens tell me",
      "property miot:hallway-lock door.door-state 1 3 | nobody home | tells the front door opens",
    ],
    [
      "when the home is away and the front door opens, tell me",
      "property miot:hallway-lock door.door-state 1 3 | mode away | tells the front door opens",
    ],
    ["离家模式下门开了就告诉我", "property miot:hallway-lock door.door-state 1 3 | mode away | tells 门开了"],
    [
      "when Emma comes home and the TV is off turn on the TV",
      "emma home | state miot:living-tv television.on false | 1 done",
    ],
  ])("%s", (text, rule) => expect(ruleOf(text)).toBe(rule));
});

describe("a rule starts when a mode begins or ends", () => {
  it.each([
    ["when night mode starts turn off the floor lamp", "mode night | 1 done"],
    ["in night mode turn off the floor lamp", "mode night | 1 done"],
    ["when the house goes into holiday mode turn off the TV", "mode holiday | 1 done"],
    ["when we go to bed turn off the floor lamp", "mode night | 1 done"],
    ["at bedtime turn off the floor lamp", "mode night | 1 done"],
    ["晚安模式开始时关窗帘", "mode night | 1 done"],
    ["进入离家模式后关掉电视", "mode away | 1 done"],
    ["大家都睡了以后关掉电视", "mode night | 1 done"],
    ["我们睡觉的时候关掉落地灯", "mode night | 1 done"],
  ])("%s", (text, rule) => expect(ruleOf(text)).toBe(rule));
});

describe("household rules are listed and cancelled by what starts them", () => {
  it.each([
    ["what runs when Emma comes home", "tell emma home"],
    ["what happens when I come home", "tell emma home"],
    ["what happens in night mode", "tell night"],
    ["delete the rule for when Leo leaves", "cancel leo away"],
    ["what runs when Emma comes home?", "tell emma home"],
    ["pause the rule for when somebody comes home", "adjust anyone home"],
    ["我到家的时候会做什么", "tell emma home"],
    ["晚安模式开始时会做什么", "tell night"],
    ["删除小明回家的规则", "cancel xiaoming home"],
  ])("%s", (text, request) => expect(ruleOf(text)).toBe(request));
});

describe("an unknown name is refused, and so is an unknown speaker", () => {
  it.each([
    ["when Sophie comes home turn on the floor lamp", "refused no-person"],
    ["when my wife gets home turn on the floor lamp", "refused no-person"],
    ["李雷回家就打开落地灯", "refused no-person"],
    ["老公回来的时候打开落地灯", "refused no-person"],
  ])("%s", (text, refusal) => expect(ruleOf(text)).toBe(refusal));

  it.each(["when I get home turn on the floor lamp", "我到家的时候打开落地灯", "what happens when I come home"])(
    "%s",
    (text) => expect(ruleOf(text, { ...HOUSEHOLD, speaker: null })).toBe("refused no-speaker"),
  );

  it.each([
    ["Emma", "emma"],
    ["I'm Ben", "ben"],
    ["It's Dad.", "ben"],
    ["我是小明", "xiaoming"],
    ["turn on the lamp", null],
    ["I'm home", null],
    ["我到家了", null],
  ])("an answer names the speaker: %s", (text, speaker) => expect(speakerNamed(text, HOUSEHOLD)).toBe(speaker));
});

describe("a command under a condition of presence checks it now", () => {
  it.each([
    ["if Emma is home turn off the floor lamp", "do"],
    ["if Ben is home turn off the floor lamp", "refused not-there"],
    ["if Leo is home turn off the floor lamp", "refused not-there"],
    ["if Ben is not home turn off the floor lamp", "do"],
    ["if Emma isn't home turn off the floor lamp", "refused not-there"],
    ["如果爸爸不在家就关掉落地灯", "do"],
    ["如果小明不在家就关掉落地灯", "refused not-there"],
    ["如果小明在家就关掉落地灯", "do"],
    ["如果爸爸在家就关掉落地灯", "refused not-there"],
  ])("%s", (text, done) => expect(ruleOf(text)).toBe(done));
});

describe("a sentence about no household means the same as in a home without people", () => {
  it.each([
    "turn on the floor lamp",
    "when the front door opens turn on the floor lamp",
    "when someone rings the doorbell turn on the floor lamp",
    "when the courier arrives unlock the front door",
    "when a guest comes turn on the floor lamp",
    "when the vacuum comes home tell me",
    "when the TV goes out tell me",
    "when the floor lamp is on for an hour turn it off",
    "if the living room is empty turn off the floor lamp",
    "whenever somebody opens the front door turn on the floor lamp",
    "when it gets dark turn on the floor lamp",
    "turn off the TV at eleven",
    "every day at 7 turn on the floor lamp",
    "set the living room AC to sleep mode",
    "turn the AC on in cooling mode",
    "is Emma home?",
    "who is at home?",
    "was the floor lamp on when I left?",
    "I'm home, turn on the floor lamp",
    "I'm leaving, turn off the floor lamp",
    "good night, turn off the floor lamp",
    "everybody is home now",
    "open the curtains and leave the light on",
    "Emma leaves the floor lamp on",
    "if I leave the light on turn it off",
    "what happens when the door opens",
    "delete the rule for the floor lamp",
    "remind me to call Emma when I get a minute",
    "tell me when the washing machine is done",
    "home mode",
    "打开落地灯",
    "门铃响了就打开落地灯",
    "外卖到了就打开落地灯",
    "客人来了就打开落地灯",
    "书房没人的时候关掉落地灯",
    "客厅没人就关灯",
    "扫地机回来就告诉我",
    "有人按门铃就告诉我",
    "我出门了，打开落地灯",
    "我到家了，打开落地灯",
    "我走了",
    "小明在家吗",
    "小明几点回家的",
    "家里有人吗",
    "空调调到睡眠模式",
    "空调制冷模式下开到二十六度",
    "每天七点打开落地灯",
    "天黑以后打开落地灯",
    "日落时打开落地灯",
    "门开了就打开落地灯",
    "把电视关了，我要睡觉了",
    "洗衣机洗完了告诉我",
    "别让孩子出门",
    "删掉落地灯的规则",
    "孩子的房间灯打开",
    "走的时候记得关灯",
    "扫地机回家就关灯",
    "让扫地机回家",
    "我睡了，关掉落地灯",
    "小狗和小猫回家就打开落地灯",
    "客人走了以后关灯",
    "when the guests leave turn off the TV",
    "when Emma's alarm rings turn on the TV",
    "when Emma leaves the living room turn off the TV",
    "tell me what time Emma came home",
    "when someone leaves the door open tell me",
  ])("%s", (text) => {
    const plainly = decideSentence(text, situationOf(text, null), null);
    const knowing = decideSentence(text, situationOf(text), null);
    expect({ kind: knowing.kind, steps: ruleOf(text) }).toEqual({ kind: plainly.kind, steps: ruleOf(text, null) });
  });
});
