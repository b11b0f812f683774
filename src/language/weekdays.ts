/** The events of the sun; dawn and dusk are civil. */
export type SunEventName = "sunrise" | "sunset" | "dawn" | "dusk";

/** Weekdays in the order of a week from Monday, each once. @param weekdays 0 is Sunday; null is every day */
export function weekdaysInOrder(weekdays: readonly number[] | null): number[] {
  return [1, 2, 3, 4, 5, 6, 0].filter((day) => weekdays === null || weekdays.includes(day));
}

/** The group that a list of weekdays forms. */
export function weekdayGroup(weekdays: readonly number[]): "all" | "weekdays" | "weekend" | "some" {
  const weekend = [0, 6].filter((day) => weekdays.includes(day)).length;
  const days = new Set(weekdays).size;
  if (days === 7) return "all";
  if (days === 5 && weekend === 0) return "weekdays";
  return days === 2 && weekend === 2 ? "weekend" : "some";
}
