/** What the sun does; dawn and dusk are civil. */
export type SunEvent = "sunrise" | "sunset" | "dawn" | "dusk";

/** Each weekday once, as a week goes: Monday is first. */
export function weekdaysInOrder(weekdays: readonly number[] | null): number[] {
  return [1, 2, 3, 4, 5, 6, 0].filter((day) => weekdays === null || weekdays.includes(day));
}

/** Which days of the week a list is, as people group them. */
export function weekdayGroup(weekdays: readonly number[]): "all" | "weekdays" | "weekend" | "some" {
  const weekend = [0, 6].filter((day) => weekdays.includes(day)).length;
  const days = new Set(weekdays).size;
  if (days === 7) return "all";
  if (days === 5 && weekend === 0) return "weekdays";
  return days === 2 && weekend === 2 ? "weekend" : "some";
}
