import { describe, expect, it } from "vitest";
import { pastSpansIn } from "../../src/understanding/parse/time/past-spans.ts";
import { mergeSpans } from "../../src/understanding/past/merge.ts";
import { resolveSpan } from "../../src/understanding/past/span.ts";

const ZONE = "Asia/Shanghai";
/** Half past eight on a Wednesday evening. */
const NOW = Temporal.PlainDateTime.from("2026-03-04T20:30").toZonedDateTime(ZONE).epochMilliseconds;

/** Where the spans of a text lie: "03-03 18:00 – 03-04 06:00", one moment alone, "all" where all of it is meant. */
function placed(text: string, now = NOW): string | null {
  const merged = mergeSpans(pastSpansIn(text));
  const place = merged?.span ? resolveSpan(merged.span, now, ZONE) : null;
  if (!place) return null;
  const shown = (at: number): string =>
    Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(ZONE)
      .toPlainDateTime()
      .toString()
      .slice(5, 16)
      .replace("T", " ");
  const where = place.moment ? shown(place.from) : `${shown(place.from)} – ${place.open ? "now" : shown(place.to)}`;
  return merged?.all ? `all ${where}` : where;
}

describe("a span of the past is resolved from everyday words", () => {
  it.each([
    ["today", "03-04 00:00 – now"],
    ["yesterday", "03-03 00:00 – 03-04 00:00"],
    ["the day before yesterday", "03-02 00:00 – 03-03 00:00"],
    ["last night", "03-03 18:00 – 03-04 06:00"],
    ["the night before last", "03-02 18:00 – 03-03 06:00"],
    ["this morning", "03-04 00:00 – 03-04 12:00"],
    ["yesterday afternoon", "03-03 12:00 – 03-03 18:00"],
    ["this week", "03-02 00:00 – now"],
    ["last week", "02-23 00:00 – 03-02 00:00"],
    ["at the weekend", "02-28 00:00 – 03-02 00:00"],
    ["this month", "03-01 00:00 – now"],
    ["last month", "02-01 00:00 – 03-01 00:00"],
    ["in the last two hours", "03-04 18:30 – now"],
    ["over the past half an hour", "03-04 20:00 – now"],
    ["in the last hour", "03-04 19:30 – now"],
    ["since six", "03-04 18:00 – now"],
    ["since yesterday at noon", "03-03 12:00 – now"],
    ["on Monday", "03-02 00:00 – 03-03 00:00"],
    ["last Friday", "02-27 00:00 – 02-28 00:00"],
    ["on 12 February", "02-12 00:00 – 02-13 00:00"],
    ["between 2 and 4", "03-04 14:00 – 03-04 16:00"],
    ["between 2 and 4 yesterday", "03-03 14:00 – 03-03 16:00"],
    ["from ten last night to six this morning", "03-03 22:00 – 03-04 06:00"],
    ["at 3 am", "03-04 03:00"],
    ["at eight", "03-04 20:00"],
    ["at 8:15 this morning", "03-04 08:15"],
    ["yesterday at noon", "03-03 12:00"],
    ["at two last night", "03-04 02:00"],
    ["at midnight", "03-04 00:00"],
    ["at half past seven this morning", "03-04 07:30"],
    ["two hours ago", "03-04 18:30"],
    ["two days ago", "03-02 00:00 – 03-03 00:00"],
    ["at this time yesterday", "03-03 20:30"],
    ["all night", "all 03-03 22:00 – 03-04 06:00"],
    ["all day yesterday", "all 03-03 00:00 – 03-04 00:00"],
    ["今天", "03-04 00:00 – now"],
    ["昨天", "03-03 00:00 – 03-04 00:00"],
    ["前天", "03-02 00:00 – 03-03 00:00"],
    ["昨晚", "03-03 18:00 – 03-04 06:00"],
    ["昨天晚上", "03-03 18:00 – 03-04 06:00"],
    ["今天早上", "03-04 05:00 – 03-04 10:00"],
    ["昨天下午", "03-03 12:00 – 03-03 18:00"],
    ["上周", "02-23 00:00 – 03-02 00:00"],
    ["这个星期", "03-02 00:00 – now"],
    ["这个月", "03-01 00:00 – now"],
    ["上个月", "02-01 00:00 – 03-01 00:00"],
    ["最近三小时", "03-04 17:30 – now"],
    ["过去两天里", "03-02 20:30 – now"],
    ["从早上六点到现在", "03-04 06:00 – now"],
    ["六点以来", "03-04 18:00 – now"],
    ["昨天下午两点到四点", "03-03 14:00 – 03-03 16:00"],
    ["昨晚十点到今早六点", "03-03 22:00 – 03-04 06:00"],
    ["昨晚十点到六点", "03-03 22:00 – 03-04 06:00"],
    ["凌晨三点", "03-04 03:00"],
    ["昨晚十点半", "03-03 22:30"],
    ["昨晚两点", "03-04 02:00"],
    ["昨晚十二点", "03-04 00:00"],
    ["昨天晚上八点", "03-03 20:00"],
    ["两小时前", "03-04 18:30"],
    ["三天前", "03-01 00:00 – 03-02 00:00"],
    ["昨天这个时候", "03-03 20:30"],
    ["周一", "03-02 00:00 – 03-03 00:00"],
    ["上周一", "02-23 00:00 – 02-24 00:00"],
    ["昨天一夜", "all 03-03 22:00 – 03-04 06:00"],
    ["昨晚一直", "all 03-03 18:00 – 03-04 06:00"],
    ["2月12号", "02-12 00:00 – 02-13 00:00"],
  ])("%s: %s", (text, where) => expect(placed(text)).toBe(where));
});

describe("words without a past time give no span", () => {
  it.each([
    "the living room",
    "the last lamp",
    "at home",
    "tomorrow at seven",
    "in ten minutes",
    "at 24 degrees",
    "on Mondays",
    "night light",
    "brightness 50",
    "客厅的灯",
    "明天早上七点",
    "十分钟后",
    "夜灯",
    "三档",
    "二十四度",
  ])("%s", (text) => expect(placed(text)).toBeNull());

  it("a future time gives no span of the past", () => {
    expect(placed("at 11 this evening")).toBeNull();
    expect(placed("今晚十一点")).toBeNull();
  });
});

describe("a day on which the clocks change", () => {
  it("lasts 23 hours when the clocks are put forward", () => {
    const now = Temporal.ZonedDateTime.from("2026-03-30T12:00[Europe/Berlin]").epochMilliseconds;
    const [said] = pastSpansIn("yesterday");
    const place = said?.span ? resolveSpan(said.span, now, "Europe/Berlin") : null;
    expect(place && (place.to - place.from) / 3_600_000).toBe(23);
  });
});
