import type { Vocabulary } from "../../vocabulary.ts";

/** How a unit is written after a number, keyed by the unit of MIoT-Spec-V2. */
export const units: Vocabulary["units"] = {
  percentage: "%",
  celsius: "度",
  fahrenheit: "华氏度",
  kelvin: "K",
  lux: "勒克斯",
  ppm: "ppm",
  "μg/m3": "微克/立方米",
  "mg/m3": "毫克/立方米",
  watt: "瓦",
  kwh: "度电",
  seconds: "秒",
  minutes: "分钟",
  hours: "小时",
  days: "天",
  arcdegrees: "度",
  pascal: "帕",
  liter: "升",
  m3: "立方米",
  km: "公里",
  dB: "分贝",
};

/** Colours that have a name, keyed by RRGGBB in lower-case hexadecimal. */
export const colors: Vocabulary["colors"] = {
  ff0000: "红色",
  "00ff00": "绿色",
  "0000ff": "蓝色",
  ffff00: "黄色",
  ffa500: "橙色",
  "800080": "紫色",
  ffc0cb: "粉色",
  "00ffff": "青色",
  ff00ff: "品红色",
  ffffff: "白色",
  ffd700: "金色",
  "40e0d0": "青绿色",
};

/** The compartments of a fridge, commas between the words, keyed by what they do. */
export const zones: Vocabulary["zones"] = {
  freezer: "冷冻室, 冷冻区, 冷冻层, 冷冻柜, 冷冻格, 冷冻",
  fridge: "冷藏室, 冷藏区, 冷藏层, 冷藏格, 冷藏",
  variable: "变温室, 变温区, 变温抽屉, 变温层, 变温",
};

/** The keys of wall switches, keyed by how specifications describe them, in lower case. */
export const keys: Vocabulary["keys"] = {
  "left key": "左键",
  "middle key": "中键",
  "right key": "右键",
  "left switch service": "左键",
  "middle switch service": "中键",
  "right switch service": "右键",
  left: "左键",
  middle: "中键",
  center: "中键",
  right: "右键",
  both: "双键",
  "all sockets": "总开关",
  "socket 1": "1号插座",
  "socket 2": "2号插座",
  "socket 3": "3号插座",
  "socket 4": "4号插座",
  "socket 5": "5号插座",
  "socket 6": "6号插座",
  usb: "USB口",
};
