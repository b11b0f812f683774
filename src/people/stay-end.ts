/** The end of a guest's stay: as text and as a moment. */

/** Whether a text is a day with its year, or a date and time. */
export function isStayEnd(text: string): boolean {
  return stayEndOf(text, "UTC") !== null;
}

/**
 * The moment at which a stay is over, in milliseconds since the epoch; null when the text is no day and no time. A day is the
 * last one: the stay is over at the following midnight.
 * @param zone IANA name of the home's zone, for texts without one
 */
export function stayEndOf(text: string, zone: string): number | null {
  return (
    attempt(() => dayOf(text).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds) ??
    attempt(() => Temporal.Instant.from(text).epochMilliseconds) ??
    attempt(() => Temporal.PlainDateTime.from(text, { overflow: "reject" }).toZonedDateTime(zone).epochMilliseconds)
  );
}

/** Parses a day. @throws RangeError when the text is not a day alone */
function dayOf(text: string): Temporal.PlainDate {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new RangeError("not a day alone");
  return Temporal.PlainDate.from(text, { overflow: "reject" });
}

function attempt(read: () => number): number | null {
  try {
    return read();
  } catch {
    return null;
  }
}
