import type { Messages } from "../pack.ts";

export const consent: Messages["consent"] = {
  because: ({ reasons }) => (reasons.length === 0 ? "" : `${reasons.join("，")}。`),
  rule: ({ when, conditions, what, atMostEvery, once, off, replaces, until, times }) => {
    const head =
      replaces !== "" ? `要用下面的规则替换“${replaces}”吗` : once || times === 1 ? "要这样安排一次吗" : "要长期保存吗";
    const parts = [
      when.map((each) => each.replace(/^当/, "每当")).join("，或"),
      conditions.length > 0 ? `如果${conditions.join("且")}` : "",
      what,
      atMostEvery && `每${atMostEvery}最多一次`,
      once || times === null || times === 1 ? "" : `只执行${times}次`,
      until !== "" ? `到${until}为止` : once || times !== null ? "" : "直到你删除为止",
    ];
    return `${head}${off ? "（先停用）" : ""}：${parts.filter((part) => part !== "").join("，")}？`;
  },
  scene: ({ name, what, replaces }) =>
    replaces === ""
      ? `要长期保存吗：每当启动场景“${name}”时，${what}，直到你删除为止？`
      : `要替换场景“${replaces}”吗：今后每当启动它时，${what}，直到你删除为止？`,
  activate: "现在要启动场景“{name}”吗：{what}？",
  timers: ({ parts }) => `要这样安排一次吗：${parts.join("；")}？`,
  timer: "{when}，{what}",
  in: "{duration}后",
  given: ({ name, values }) => `${name}（${values.join("，")}）`,
  after: "之后过{when}：{what}。",
  ringsAfter: ({ when, name }) => `之后过${when}提醒你${name === "" ? "" : `：${name}`}。`,
  thenActivate: "保存后马上启动。",
  thenScene: "之后启动场景“{name}”。",
  remove: ({ kind, name, does }) => `${kind}“${name}”的内容是：${does}。要永久删除吗？`,
  pause: ({ name, does, until }) => `自动化“${name}”的内容是：${does}。要暂停${until && `到${until}`}吗？`,
  resume: "自动化“{name}”的内容是：{does}。要重新启用吗？",
  rename: "要把“{name}”改名为“{to}”吗？",
  move: ({ kind, name, time, what }) => `要把${kind}${name && `“${name}”`}改到${time}吗${what && `：${what}`}？`,
  does: ({ when, what }) => `${when.join("，或")}，${what}`,
  cancel: ({ name, left, what }) => `定时器${name && `“${name}”`}还剩${left}${what && `，之后会${what}`}。要取消吗？`,
};
