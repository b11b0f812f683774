import { describe, expect, it } from "vitest";
import { nextSun, sunIsUp, sunTime } from "../../src/automation/schedule/sun.ts";
import { DAY_MS, zoneClock } from "../../src/automation/schedule/zone.ts";

/**
 * The 1st, 11th and 21st of every month from tables of the U.S. Naval Observatory (Rise and Set for the Sun): rise and set
 * in the place's standard time, rounded to the minute.
 */
const TABLES = [
  {
    place: "San Francisco 2012",
    location: { latitude: 37 + 46 / 60, longitude: -(122 + 26 / 60) },
    year: 2012,
    /** Hours from UTC; these tables leave daylight time out. */
    offset: -8,
    days: {
      1: "0725 1701  0714 1733  0640 1804  0554 1833  0513 1901  0449 1926  0452 1935  0514 1918  0540 1838  0606 1752  0636 1710  0707 1651",
      11: "0725 1710  0704 1744  0626 1814  0540 1842  0503 1910  0447 1932  0458 1933  0522 1907  0549 1823  0615 1737  0646 1701  0715 1651",
      21: "0722 1721  0653 1755  0611 1823  0526 1852  0455 1918  0448 1935  0505 1927  0531 1854  0557 1807  0625 1723  0657 1654  0722 1655",
    },
  },
  {
    place: "Fredonia, Arizona 2023",
    location: { latitude: 36 + 57 / 60, longitude: -(112 + 31 / 60) },
    year: 2023,
    offset: -7,
    days: {
      1: "0743 1724  0733 1755  0701 1824  0616 1852  0536 1919  0512 1944  0514 1954  0535 1937  0601 1859  0625 1814  0654 1733  0724 1714",
      11: "0743 1733  0723 1806  0647 1834  0602 1901  0526 1928  0510 1950  0520 1951  0544 1926  0609 1844  0634 1759  0704 1724  0733 1714",
      21: "0740 1743  0711 1816  0632 1843  0548 1910  0518 1936  0511 1953  0527 1946  0552 1914  0617 1829  0643 1746  0715 1717  0739 1717",
    },
  },
] as const;

describe.each(TABLES)("$place", ({ location, year, offset, days }) => {
  const clock = zoneClock(`Etc/GMT+${-offset}`);

  it("rises and sets within a minute of the published table, 36 days of the year", () => {
    let compared = 0;
    for (const [day, row] of Object.entries(days)) {
      const published = row.split(/\s+/);
      for (let month = 0; month < 12; month += 1) {
        const midnight = Date.UTC(year, month, Number(day));
        for (const [index, event] of (["sunrise", "sunset"] as const).entries()) {
          const hhmm = published[month * 2 + index] ?? "";
          const expected = midnight + (Number(hhmm.slice(0, 2)) * 60 + Number(hhmm.slice(2))) * 60_000;
          const at = clock.toLocal(sunTime(event, midnight, location, clock) ?? Number.NaN);
          // The table is rounded to the minute: half a minute of that is the table's own.
          expect(Math.abs(at - expected) / 60_000, `${event} ${month + 1}-${day}`).toBeLessThanOrEqual(1);
          compared += 1;
        }
      }
    }
    expect(compared).toBe(72);
  });
});

describe("the next event of the sun", () => {
  const shanghai = zoneClock("Asia/Shanghai");
  const place = { latitude: 31.2304, longitude: 121.4737 };

  it("comes once a day with its offset, also across midnight", () => {
    let at = Date.parse("2026-06-01T00:00:00+08:00");
    const seen: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      // Six hours after sunset is after midnight.
      at = nextSun("sunset", 6 * 3_600_000, null, at, place, shanghai) ?? Number.NaN;
      seen.push(new Date(shanghai.toLocal(at)).toISOString().slice(0, 13));
    }
    expect(seen).toEqual(["2026-06-01T00", "2026-06-02T00", "2026-06-03T00"]);
  });

  it("comes again after the polar night, and never twice on one day", () => {
    const tromso = zoneClock("Europe/Oslo");
    const north = { latitude: 69.6492, longitude: 18.9553 };
    const at = nextSun("sunrise", 0, null, Date.parse("2026-12-05T12:00:00+01:00"), north, tromso) ?? Number.NaN;
    expect(new Date(at).toISOString()).toMatch(/^2027-01-1[4-7]T/);
    expect(sunIsUp(Date.parse("2026-06-20T23:30:00Z"), north, tromso)).toBe(true);
    expect(sunIsUp(Date.parse("2026-12-20T11:00:00Z"), north, tromso)).toBe(false);
  });

  it("keeps to weekdays by the local day", () => {
    const saturday = Date.parse("2026-11-28T12:00:00+08:00");
    const at = nextSun("sunrise", 0, [1, 2, 3, 4, 5], saturday, place, shanghai) ?? Number.NaN;
    expect(new Date(shanghai.toLocal(at)).toISOString().slice(0, 10)).toBe("2026-11-30");
    expect(at - saturday).toBeLessThan(2 * DAY_MS);
  });
});
