import type { Messages } from "../pack.ts";
import type { PersonReport } from "../people-reports.ts";
import { grammar } from "./grammar.ts";
import { momentText } from "./past-times.ts";

/** Most names in a sentence. */
const MOST = 5;

const ROLES = { adult: "大人", child: "孩子", guest: "客人" } as const;

/** 艾玛和里奥, 你; many people are counted. */
function list(people: readonly PersonReport[], joining: "and" | "or" = "and"): string {
  if (people.length > MOST) return `${people.length}个人`;
  const names = people.toSorted((a, b) => Number(b.you) - Number(a.you)).map(({ name, you }) => (you ? "你" : name));
  return grammar.list(names, joining);
}

function both(people: readonly PersonReport[]): string {
  return people.length > 1 ? "都" : "";
}

function state(home: boolean): string {
  return home ? "在家" : "不在家";
}

function untold(people: readonly PersonReport[]): string {
  return `不清楚${list(people, "and")}在不在家`;
}

/** Presence: who is at home, and where. */
export const presence: Messages["presence"] = {
  one: ({ who, home, room, since, yes, came }) => {
    const name = list([who]);
    if (home === null) return `${untold([who])}。`;
    if (since !== null && (!home || (came && yes === true)))
      return `${name}${home ? "在家" : "不在家"}，${momentText(since)}${home ? "回来" : "出门"}的。`;
    if (home && room !== null) return yes === null ? `${name}在${room}。` : `${name}在家，在${room}。`;
    return `${name}${state(home)}。`;
  },
  several: ({ home, out, unknown }) => {
    const parts = [
      ...(home.length > 0 ? [`${list(home)}${both(home)}在家`] : []),
      ...(out.length > 0 ? [`${list(out)}${both(out)}不在家`] : []),
      ...(unknown.length > 0 ? [untold(unknown)] : []),
    ];
    return `${parts.join("，")}。`;
  },
  nobody: ({ home }) => (home ? "家里没人，大家都出门了。" : "大家都在家。"),
  everyone: ({ home }) => (home ? "都在家。" : "都出门了，家里没人。"),
  nothingTells: "不清楚谁在家。",
  noSuch: ({ names }) => `我不认识${grammar.list(names.map(grammar.quote), "or")}。`,
  forPeople: "谁在家我只告诉家里人。",
  peopleSay: "这个要家里人来说。",
  onlyOwn: "你只能说自己的情况，别人的要大人来说。",
  onlyOwnTimes: "别人什么时候进出，我只告诉家里的大人。",
  whoSpeaks: ({ home }) => `我不知道是谁在说话。请带上名字说，比如“小明${home ? "到家了" : "出门了"}”。`,
  noted: ({ who, home, empty }) =>
    `记下了，${list(who)}${both(who)}${home ? "在家" : "出门了"}。${empty ? "现在家里没人。" : ""}`,
  was: ({ stays, home, unknown, span }) => {
    const people = stays.map(({ who }) => who);
    const named =
      people.length > MOST
        ? list(people)
        : grammar.list(
            stays.map(({ who, from, until, partly }) => {
              const name = list([who]);
              if (partly) return `${name}（一段时间）`;
              if (from && until) return `${name}（${momentText(from)}到${momentText(until)}）`;
              if (from) return `${name}（${momentText(from)}起）`;
              return until ? `${name}（${momentText(until)}前）` : name;
            }),
            "and",
          );
    const known = stays.length > 0 ? [`${span}${named}${both(people)}${state(home)}`] : [];
    const rest =
      unknown.length > 0
        ? [`不清楚${list(unknown)}${known.length > 0 ? "" : span}${home ? "在不在家" : "出没出门"}`]
        : [];
    return `${[...known, ...rest].join("，")}。`;
  },
  nobodyWas: ({ home, span }) => (home ? `${span}家里没人。` : `${span}大家都在家。`),
  everyoneWas: ({ home, span }) => `${span}大家都${state(home)}。`,
  oneWas: ({ who, home, span }) => `${list([who])}${span}${state(home)}。`,
  when: ({ who, home, times, then }) => {
    const over = then === null ? "" : `，${momentText(then)}又${home ? "出门" : "回来"}了`;
    return `${list([who])}${grammar.list(times.map(momentText), "and")}${home ? "到家" : "出门"}的${over}。`;
  },
  atLeast: ({ who, home, since }) => `${list([who])}至少从${momentText(since)}起就${home ? "在家" : "不在家"}。`,
  lasting: ({ duration, since }) => `${duration}了，从${momentText(since)}开始。`,
  noRecord: "这个我没有记录。",
  came: ({ times, home }) =>
    `${times.map(({ who, at }) => `${list([who])}${momentText(at)}${home ? "回来" : "出门"}的`).join("，")}。`,
  nobodyCame: ({ home, span }) => `${span}没有人${home ? "回来" : "出门"}的记录。`,

  adultsOnly: "只有家里的大人才能改。",
  residents: ({ people }) => {
    const shown = people.slice(0, MOST).map(({ name, you, role, until }) => {
      // The day alone: brackets within brackets are hard to read.
      const called = until === null ? ROLES[role] : `${ROLES[role]}，住到${until.replace(/（.*）$/u, "")}`;
      const beside = [...(you ? ["你"] : []), ...(role === "adult" ? [] : [called])];
      return beside.length > 0 ? `${name}（${beside.join("，")}）` : name;
    });
    const more = people.length > MOST ? `等${people.length}人` : "";
    return `${shown.join("、")}${more}。`;
  },
  whichRoom: ({ owner }) => `${owner ?? "你"}的房间是哪一间？`,
  livesHere: ({ who }) => `${list([who])}就住在这儿，不是客人。`,
  stays: ({ who, until }) => (until === null ? `${list([who])}是客人，没说住到什么时候。` : `住到${until}。`),
  untilWhen: ({ name }) => `没听懂${name}住到什么时候。请说具体哪天，比如“住到周日”“住到6月7日”。`,
  askAdult: ({ name, added }) =>
    `要把${name}${added ? "作为大人加进来" : "改成大人"}吗？大人可以添加和删除家里的成员。`,
  askAdd: ({ name, role, until }) =>
    role === "guest" && until !== null
      ? `要把${name}作为客人加进来，住到${until}吗？`
      : `要把${name}作为${ROLES[role]}加进来吗？`,
  askStay: ({ who, until }) =>
    until === null ? `要让${list([who])}一直住下去吗？` : `要让${list([who])}住到${until}吗？`,
  askLess: ({ who, role, until }) =>
    `要把${list([who])}改成${ROLES[role]}${until === null ? "" : `，住到${until}`}吗？`,
  askOwns: ({ who, room }) => `${room}是${list([who])}自己的房间吗？`,
  noPinCounts: "这需要大人的密码，但还没有大人设置密码。请在运行 Jia 的电脑上用 jia people 来改。",
  askChild: ({ name }) => `要把${name}从客人改成家里的孩子吗？`,
  askRemove: ({ name }) => `要删除${name}吗？为${name}记住的事情也会一起删除。`,
  added: ({ name, role, until }) =>
    role === "guest" && until !== null ? `好，${name}是客人，住到${until}。` : `已添加${name}，是${ROLES[role]}。`,
  isAlready: ({ who, role }) => `${list([who])}已经是${ROLES[role]}了。`,
  isNow: ({ who, role, until }) => `好，${list([who])}现在是${ROLES[role]}${until === null ? "" : `，住到${until}`}。`,
  calledSo: ({ who, name, before }) => (before ? `${list([who])}已经叫${name}了。` : `好，${list([who])}也叫${name}。`),
  owns: ({ who, room }) => `好，${room}是${list([who])}的房间。`,
};
