/** Between the name of an outside server and that of its tool: `calendar__list_events`. No tool of Jia has it. */
export const OUTSIDE_MARK = "__";

/** Whether a tool is answered by an outside server, by its name. */
export function isOutsideTool(name: string): boolean {
  return name.includes(OUTSIDE_MARK);
}
