import type { BridgeDevice } from "./exposes.ts";

/**
 * How far Zigbee2MQTT has come with getting to know a device: finished · under way: what it says of the device is not all ·
 * failed · not done: it has not begun, or it failed (before 2.1 nobody tells which).
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

/** Whether Zigbee2MQTT knows the model: then a device works, however its interview ended. */
export function isModelKnown({ definition, supported }: BridgeDevice): boolean {
  return definition !== null && definition !== undefined && supported !== false;
}
