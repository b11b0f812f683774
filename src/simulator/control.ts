import { z } from "zod";
import type { SimulatedDevice } from "./device.ts";
import { DeviceFault } from "./faults.ts";

const value = z.union([z.boolean(), z.number(), z.string()]);

/** The payload of a message on `<control>/<device id>`: a change by hand, or a fault. */
const Control = z.strictObject({
  fault: DeviceFault.nullable().optional(),
  online: z.boolean().optional(),
  /** Values by address: changed on the device itself, so it reports them. */
  state: z.record(z.string(), value).optional(),
  /** An event by address: it happens now. `arguments` are by address, those of the event. */
  event: z.string().optional(),
  arguments: z.record(z.string(), value).optional(),
  name: z.string().min(1).optional(),
  aliases: z.array(z.string()).optional(),
  room: z.string().nullable().optional(),
});

/**
 * Applies a control message to a device.
 * @returns the problem with the message; null when it was applied
 */
export function applyControl(device: SimulatedDevice, payload: Uint8Array): string | null {
  const parsed = Control.safeParse(readJson(payload));
  if (!parsed.success) return z.prettifyError(parsed.error);
  const { fault, online, state, event, arguments: given = {}, name, aliases, room } = parsed.data;
  if (fault !== undefined) device.setFault(fault);
  if (online !== undefined) device.setOnline(online);
  if (state) device.restore(state);
  if (name !== undefined || aliases !== undefined || room !== undefined) {
    device.describe({
      ...(name !== undefined && { name }),
      ...(aliases !== undefined && { aliases }),
      ...(room !== undefined && { room }),
    });
  }
  if (event === undefined) return null;
  const found = device.spec.events.get(event);
  if (!found) return `there is no event ${event}; there are: ${[...device.spec.events.keys()].join(", ") || "none"}`;
  const values = found.arguments.flatMap((property) => {
    const value = given[property.address] ?? given[property.type];
    return value === undefined ? [] : [{ property, value }];
  });
  device.raise(found, values);
  return null;
}

function readJson(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(payload));
  } catch {
    return undefined;
  }
}
