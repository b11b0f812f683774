import { describe, expect, it } from "vitest";
import { plannedCommands, plannedDevices } from "../support/planned-commands.ts";
import { talkWithDevices } from "../support/talk-with-devices.ts";

const zh = talkWithDevices(
  "zh",
  {
    living: "客餐厅",
    main: "大卧室",
    second: "次卧",
    son: "男孩房",
    daughter: "女孩房",
    old: "老人房",
    wc: "厕所",
    terrace: "阳台",
  },
  [
    ["living-main", "客餐厅吸顶灯", "living", "yeelink.light.ceilc"],
    ["living-strip", "电视背景灯带", "living", "yeelink.light.strip6"],
    ["living-floor", "落地灯", "living", "yeelink.light.color5"],
    ["living-cloth", "布帘", "living", "lumi.curtain.hagl08"],
    ["living-sheer", "纱帘", "living", "dooya.curtain.m2"],
    ["living-ac", "柜机空调", "living", "xiaomi.airc.r24r00"],
    ["living-tv", "小米电视大师", "living", "jia.tv.generic"],
    ["living-purifier", "空气净化器", "living", "zhimi.airp.mb5"],
    ["living-robot", "石头扫地机器人", "living", "dreame.vacuum.p2028"],
    ["main-ceiling", "吸顶灯", "main", "yeelink.light.ceilc"],
    ["main-bed", "床头灯", "main", "yeelink.light.color5"],
    ["main-hum", "加湿器", "main", "deerma.humidifier.jsq2g"],
    ["second-pendant", "吊灯", "second", "philips.light.bulb"],
    ["second-fan", "米家直流变频落地扇", "second", "dmaker.fan.p33"],
    ["son-light", "男孩房灯", "son", "philips.light.bulb"],
    ["son-desk", "台灯", "son", "yeelink.light.lamp22"],
    ["daughter-light", "女孩房灯", "daughter", "philips.light.bulb"],
    ["old-ac", "挂机空调", "old", "xiaomi.airc.r24r00"],
    ["wc-mirror", "镜前灯", "wc", "philips.light.bulb"],
    ["wc-boiler", "热水器", "wc", "viomi.waterheater.e8"],
    ["terrace-airer", "晾衣架", "terrace", "lumi.airer.acn02"],
  ],
);

const en = talkWithDevices("en", { lounge: "Lounge", bed: "Bedroom", study: "Study", bath: "Bathroom" }, [
  ["lounge-main", "Ceiling light", "lounge", "yeelink.light.ceilc"],
  ["lounge-floor", "Floor lamp", "lounge", "yeelink.light.color5"],
  ["lounge-fan", "Floor fan", "lounge", "dmaker.fan.p33"],
  ["lounge-sheer", "Sheer curtain", "lounge", "dooya.curtain.m2"],
  ["lounge-thick", "Blackout curtain", "lounge", "lumi.curtain.hagl08"],
  ["bed-main", "Ceiling light", "bed", "yeelink.light.ceilc"],
  ["bed-lamp", "Bedside lamp", "bed", "yeelink.light.color5"],
  ["study-light", "Study light", "study", "philips.light.bulb"],
  ["study-desk", "Desk lamp", "study", "yeelink.light.lamp22"],
  ["bath-mirror", "Mirror light", "bath", "philips.light.bulb"],
]);

describe("a device is found by synonyms of its name", () => {
  it.each([
    ["打开客厅大灯", "living-main"],
    ["把餐厅的主灯打开", "living-main"],
    ["主卧顶灯调到40", "main-ceiling"],
    ["次卧大灯打开", "second-pendant"],
    ["打开吊灯", "second-pendant"],
    ["主卧的吊灯打开", "main-ceiling"],
    ["儿子房间的大灯打开", "son-light"],
    ["立式灯打开", "living-floor"],
    ["床边灯打开", "main-bed"],
    ["把床头那盏灯打开", "main-bed"],
    ["书桌上那个灯打开", "son-desk"],
    ["镜子灯打开", "wc-mirror"],
    ["背景灯打开", "living-strip"],
    ["客厅窗纱拉上", "living-sheer"],
    ["厚窗帘拉上", "living-cloth"],
    ["把遮光帘打开", "living-cloth"],
    ["柜机打开", "living-ac"],
    ["挂机调到26度", "old-ac"],
    ["爷爷奶奶房间的冷气打开", "old-ac"],
    ["空净打开", "living-purifier"],
    ["打开大屏", "living-tv"],
    ["小米电视打开", "living-tv"],
    ["米家风扇打开", "second-fan"],
    ["加湿的打开", "main-hum"],
    ["让扫地的回去充电", "living-robot"],
    ["电热水器打开", "wc-boiler"],
    ["晾衣杆升起来", "terrace-airer"],
  ])("%s", (text, expected) => expect(plannedDevices(zh, text)).toEqual([expected]));

  it.each([
    ["turn on the main light in the lounge", "lounge-main"],
    ["put the big light on in the bedroom", "bed-main"],
    ["dim the overhead light in the lounge to 30", "lounge-main"],
    ["turn on the main light in the study", "study-light"],
    ["standing lamp on", "lounge-floor"],
    ["turn the nightstand lamp off", "bed-lamp"],
    ["turn on the light on the desk", "study-desk"],
    ["switch the vanity light on", "bath-mirror"],
    ["turn on the pedestal fan", "lounge-fan"],
    ["close the net curtain", "lounge-sheer"],
    ["close the thick curtain", "lounge-thick"],
  ])("%s", (text, expected) => expect(plannedDevices(en, text)).toEqual([expected]));
});

describe("a name that no device has means no other device", () => {
  it.each([
    "打开床底灯",
    "打开客厅吊扇",
    "把筒灯打开",
    "打开美的电视",
    "把壁灯关掉",
    "把射灯关掉",
    "次卧的纱帘拉上",
    "打开阳台的落地灯",
    "打开大灯",
  ])("%s", (text) => expect(plannedCommands(zh, text).every((each) => /^(refuse|ask|unknown)/.test(each))).toBe(true));

  it.each([
    "turn on the spotlights",
    "turn on the mirror light in the study",
    "turn on the ceiling fan",
    "close the thick curtain in the bedroom",
    "turn on the main light",
    "dim the chandelier to 20 percent",
  ])("%s", (text) => expect(plannedCommands(en, text).every((each) => /^(refuse|ask|unknown)/.test(each))).toBe(true));
});
