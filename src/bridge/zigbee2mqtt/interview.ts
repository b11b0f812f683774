import type { BridgeDevice } from "./exposes.ts";

/**
 * The state of Zigbee2MQTT's interview of a device: finished · under way: its entry is not complete · failed · not
 * done: not begun or failed (before 2.1 these are the same).
 */
export type Interview = "finished" | "under-way" | "failed" | "not-done";

/** `interview_state` since 2.1, before it `interviewing` and `interview_completed`; whoever tells none of them has finished. */
export function interviewOf({
  interview_state: state,
  interviewing,
  interview_completed: completed,
}: BridgeDevice): Interview {
  switch (state) {
    case "SUCCESSFUL":
      return "finished";
    case "IN_PROGRESS":
      return "under-way";
    case "FAILED":
      return "failed";
    case "PENDING":
      return "not-done";
    default:
      if (interviewing === true) return "under-way";
      return completed === false ? "not-done" : "finished";
  }
}

/** Whether Zigbee2MQTT knows the model; then the device works, however its interview ended. */
export function isModelKnown({ definition, supported }: BridgeDevice): boolean {
  return definition !== null && definition !== undefined && supported !== false;
}
