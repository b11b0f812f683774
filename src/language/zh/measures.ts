/** Measure words, keyed by what is counted; 个 for what is not here. */
const MEASURES: Readonly<Record<string, string>> = {
  灯: "盏",
  吸顶灯: "盏",
  落地灯: "盏",
  窗帘: "幅",
  空调: "台",
  风扇: "台",
  电视: "台",
  取暖器: "台",
  投影仪: "台",
  门锁: "把",
  扫地机器人: "台",
  空气净化器: "台",
  窗户: "扇",
  门: "扇",
};

/** 3盏灯, 2台空调, 5个设备. */
export function countedNoun(count: number, kind: string): string {
  return `${countWord(count)}${measureOf(kind)}${kind || "设备"}`;
}

/** 两 before a measure word, other numbers as figures. */
export function countWord(count: number): string {
  return count === 2 ? "两" : String(count);
}

export function measureOf(kind: string): string {
  return MEASURES[kind] ?? "个";
}
