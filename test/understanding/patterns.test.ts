import { describe, expect, it } from "vitest";
import { understoodLanguages } from "../../src/understanding/languages.ts";
import { edgesOf } from "../../src/understanding/text/edges.ts";
import { Patterns } from "../../src/understanding/text/patterns.ts";

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
  "",
];

/** Every list of forms that the languages have. */
const LISTS = understoodLanguages().flatMap(({ code, forms, plans, activities }) =>
  Object.entries({ ...forms, ...plans, ...activities }).flatMap(([name, value]: [string, unknown]) => {
    const patterns = (Array.isArray(value) ? value : [value]).filter((each) => each instanceof RegExp);
    return patterns.length > 0 ? [{ code, name, patterns }] : [];
  }),
);

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

describe("a list of patterns finds what each of them finds", () => {
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

describe("what a pattern can begin and end with", () => {
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
    const edges = edgesOf(pattern);
    expect(edges.first).toEqual(first === null ? null : units(first));
    expect(edges.last).toEqual(last === null ? null : units(last));
  });

  it("tells that a pattern stands at an end of the text only where all of it does", () => {
    expect(edgesOf(/^a$/)).toMatchObject({ atStart: true, atEnd: true });
    expect(edgesOf(/^a|b$/)).toMatchObject({ atStart: false, atEnd: false });
    expect(edgesOf(/^a|^b/)).toMatchObject({ atStart: true, atEnd: false });
  });
});

describe("what each match of a pattern holds", () => {
  it.each([
    { pattern: /^(?:turn|switch) on$/, needs: ["nh", " ", "o", "n"] },
    { pattern: /a?b{0,2}(?=c)(?!d)e\bf*/, needs: ["e"] },
    { pattern: /(?:ab|[cde])f{2}/, needs: ["bcde", "f"] },
    { pattern: /(?:a|b*)\d/, needs: ["0123456789"] },
    { pattern: /.[^a]\p{L}/u, needs: [] },
    { pattern: /ab灯é/i, needs: ["aA", "bB", "灯"] },
  ])("$pattern", ({ pattern, needs }) => {
    const found = edgesOf(pattern).needs.map((need) => String.fromCharCode(...need));
    expect(found).toEqual(needs);
  });
});
