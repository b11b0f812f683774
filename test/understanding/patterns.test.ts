import { describe, expect, it } from "vitest";
import { understoodLanguages } from "../../src/understanding/languages.ts";
import { patternEdgesOf } from "../../src/understanding/text/pattern-edges.ts";
import { PatternForms, Patterns } from "../../src/understanding/text/patterns.ts";

const TEXTS = [
  "could you turn off the lamp in the hall please",
  "i'd like the curtains closed, thanks",
  "because it's late, dim the lights",
  "not the study, the bedroom",
  "no wait, the other one",
  "don't wake the baby",
  "who turned on the heater",
  "cancel the alarm at six",
  "stop washing the dishes",
  "麻烦把卧室的灯关了吧",
  "我要睡了，床头灯关掉",
  "不是主卧，是次卧",
  "刚才我妈把灯关了",
  "太热了就开空调",
  "取消六点的闹钟",
  "算了，别了",
  "make it as bright as the lamp in the hall",
  "you turned it off, didn't you",
  "once the washing is done turn off the lamp",
  "every day at seven, but not in summer",
  "movie night slowly over ten minutes",
  "how long was the heater on yesterday",
  "除了空调都关了",
  "吸顶灯怎么灭了",
  "客厅的灯调得跟卧室一样亮",
  "开始扫地，扫完了再关灯",
  "用十分钟慢慢启动观影",
  "昨天空调开了多久",
  "",
];

/** Every list of forms that the languages have. */
const LISTS = understoodLanguages().flatMap((language) => {
  const {
    code,
    utterances: forms,
    plans,
    activities,
    ruleBounds: adjusting,
    unsupported: beyond,
    slowScenes: slowly,
    whenDone,
    rewordings: otherwise,
    asking,
    past,
  } = language;
  const named = { ...forms, ...plans, ...activities, ...adjusting, ...beyond };
  const said = (list: readonly { readonly said: RegExp }[] | undefined): readonly RegExp[] =>
    (list ?? []).map((each) => each.said);
  const lists: Record<string, unknown> = {
    ...named,
    slowly,
    whenDone: whenDone?.says,
    otherwise: said(otherwise),
    rewordings: said(asking?.rewordings),
    past: said(past?.forms),
    turned: said(past?.turned),
  };
  return Object.entries(lists).flatMap(([name, value]) => {
    const patterns = (Array.isArray(value) ? value : [value]).filter((each) => each instanceof RegExp);
    return patterns.length > 0 ? [{ code, name, patterns }] : [];
  });
});

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

describe("a pattern list with its prefilter finds the same as its patterns one by one", () => {
  it.each(LISTS)("$code: $name", ({ patterns }) => {
    const list = new Patterns(patterns);
    const sticky = patterns.filter((pattern) => pattern.sticky);
    const others = patterns.filter((pattern) => !pattern.sticky);
    for (const text of TEXTS) {
      expect(list.test(text)).toBe(others.some((pattern) => pattern.test(text)));
      expect(list.in(text).filter((pattern) => pattern.test(text))).toEqual(
        others.filter((pattern) => pattern.test(text)),
      );
      for (let at = 0; at <= text.length; at += 1) {
        const longest = Math.max(0, ...sticky.map((pattern) => lengthOf(pattern, text, at)));
        expect(list.lengthAt(text, at)).toBe(longest);
        expect(list.isAt(text, at)).toBe(longest > 0);
      }
    }
  });
});

describe("the edges of a pattern", () => {
  const units = (text: string): ReadonlySet<number> => new Set(Array.from(text, (each) => each.charCodeAt(0)));
  it.each([
    { pattern: /^(?:turn|switch) on$/, first: "ts", last: "n" },
    { pattern: /(?:no,? )?wait\b/y, first: "nw", last: "t" },
    { pattern: /[a-c]?d+(?=e)/, first: "abcd", last: "d" },
    { pattern: /(?<!x)y{0,2}z(?:q|)$/, first: "yz", last: "zq" },
    { pattern: /\d\.\?/, first: "0123456789", last: "?" },
    { pattern: /a|\u{62}/u, first: null, last: null },
    { pattern: /a*/, first: null, last: null },
    { pattern: /[^a]b./, first: null, last: null },
    { pattern: /aé?k/iu, first: "aA", last: "kK\u212a" },
    { pattern: /éa/i, first: null, last: "aA" },
    { pattern: /(a)\1/, first: null, last: null },
    { pattern: /ab\x41/, first: null, last: null },
  ])("$pattern", ({ pattern, first, last }) => {
    const edges = patternEdgesOf(pattern);
    expect(edges.first).toEqual(first === null ? null : units(first));
    expect(edges.last).toEqual(last === null ? null : units(last));
  });

  it("are bound to an end of the text only if every alternative is", () => {
    expect(patternEdgesOf(/^a$/)).toMatchObject({ atStart: true, atEnd: true });
    expect(patternEdgesOf(/^a|b$/)).toMatchObject({ atStart: false, atEnd: false });
    expect(patternEdgesOf(/^a|^b/)).toMatchObject({ atStart: true, atEnd: false });
  });
});

describe("the needs of a pattern", () => {
  it.each([
    { pattern: /^(?:turn|on) a$/, needs: ["rn|on", "n ", " ", " a", "a"] },
    { pattern: /a?b{0,2}(?=c)(?!d)e\bf*/, needs: ["e"] },
    { pattern: /a?bc?d/, needs: ["b", "bd|cd", "d"] },
    { pattern: /(?:ab|[cde])f{2}/, needs: ["ab|c|d|e", "bf|cf|df|ef", "f"] },
    { pattern: /(?:a|b*)\d/, needs: ["0|1|2|3|4|5|6|7|8|9"] },
    { pattern: /.[^a]\p{L}/u, needs: [] },
    { pattern: /a灯é/i, needs: ["a|A", "a灯|A灯", "灯"] },
  ])("$pattern", ({ pattern, needs }) => {
    expect(patternEdgesOf(pattern).needs.map((need) => [...need].join("|"))).toEqual(needs);
  });
});

describe("forms that are found by their patterns", () => {
  it("keep their order, and only include those whose pattern may match", () => {
    const forms = [
      { said: /turn (?:it )?off/, name: "off" },
      { said: /^turn/, name: "turn" },
      { said: /开/, name: "open" },
      { said: /lamp$/, name: "lamp" },
    ];
    expect(new PatternForms(forms).in("turn off the lamp").map(({ name }) => name)).toEqual(["off", "turn", "lamp"]);
    expect(new PatternForms(forms).in("打开").map(({ name }) => name)).toEqual(["open"]);
  });

  it("have a pattern of their own each, in the rewordings of every language", () => {
    const all = LISTS.filter(({ name }) => ["otherwise", "rewordings", "turned"].includes(name)).flatMap(
      ({ patterns }) => patterns,
    );
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter(({ sticky, global }) => sticky || global)).toEqual([]);
  });
});
