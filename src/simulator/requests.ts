import { setTimeout as wait } from "node:timers/promises";
import type { Publication } from "../bridge/dialect.ts";
import { MIOT_CODE } from "../bridge/miot/codes.ts";
import type { ActionResult, SimulatedDevice } from "./device.ts";
import type { ControllerRequest, ItemResult } from "./emulators/emulator.ts";
import { otherValue } from "./faults.ts";

/** A request about one device. */
type DeviceRequest = Exclude<ControllerRequest, { kind: "answer" | "pairing" }>;

/** Publishes the answers of devices. */
export interface AnswerWriter {
  publish(publications: readonly Publication[]): void;
  /** Runs `run` and publishes its answer `times` times; reports that it causes follow after that. */
  act(run: () => readonly Publication[], times: number): void;
}

/** Carries out a request as the device's fault allows. The answer is published before the reports of the change. */
export async function answerRequest(request: DeviceRequest, wire: AnswerWriter, signal: AbortSignal): Promise<void> {
  const { device } = request;
  const { fault } = device;
  if (!device.online || fault?.kind === "silent") return;
  if (fault?.kind === "slow" && !(await elapsed(fault.ms, signal))) return;
  if (fault?.kind === "reject") {
    wire.publish(answer(request, (count) => Array(count).fill({ code: fault.code })));
    return;
  }
  if (fault?.kind === "accepted" && request.kind !== "get") {
    wire.publish(answer(request, (count) => Array(count).fill({ code: MIOT_CODE.accepted })));
    if (await elapsed(fault.ms, signal)) perform(request);
    return;
  }
  wire.act(() => perform(request), fault?.kind === "duplicate" ? 2 : 1);
}

function perform(request: DeviceRequest): readonly Publication[] {
  const { device } = request;
  switch (request.kind) {
    case "set":
      return request.reply(
        request.writes.map((write) => {
          if (!write) return { code: MIOT_CODE.unknownProperty };
          const wrong = device.fault?.kind === "wrong";
          return { code: device.write(write.property, wrong ? otherValue(write.property, write.value) : write.value) };
        }),
      );
    case "get":
      return request.reply(request.properties.map((property) => readOne(device, property)));
    case "invoke":
      return request.reply(
        request.action ? device.invoke(request.action, request.in) : { code: MIOT_CODE.unknownAction, out: [] },
      );
    default:
      return request satisfies never;
  }
}

function readOne(device: SimulatedDevice, property: Parameters<SimulatedDevice["read"]>[0] | null): ItemResult {
  if (!property) return { code: MIOT_CODE.unknownProperty };
  if (!property.access.read) return { code: MIOT_CODE.notReadable };
  const value = device.read(property);
  return value === undefined ? { code: MIOT_CODE.notReadable } : { code: MIOT_CODE.ok, value };
}

/** An answer with the same code for each part. */
function answer(request: DeviceRequest, results: (count: number) => readonly ItemResult[]): readonly Publication[] {
  switch (request.kind) {
    case "set":
      return request.reply(results(request.writes.length));
    case "get":
      return request.reply(results(request.properties.length));
    case "invoke": {
      const [result] = results(1);
      const failed: ActionResult = { code: result?.code ?? MIOT_CODE.ok, out: [] };
      return request.reply(failed);
    }
    default:
      return request satisfies never;
  }
}

/** Whether the time passed before the signal came. */
async function elapsed(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  try {
    await wait(milliseconds, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
