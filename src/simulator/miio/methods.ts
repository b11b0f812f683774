import { z } from "zod";
import { MIOT_CODE } from "../../bridge/miot/codes.ts";
import { actionByIid, propertyByIid, type Value } from "../../home/index.ts";
import type { SimulatedDevice } from "../device.ts";
import { wrongValue } from "../faults.ts";

const value = z.union([z.boolean(), z.number(), z.string()]);
const Body = z.looseObject({ id: z.number().int(), method: z.string(), params: z.unknown() });
const Item = z.looseObject({ did: z.unknown(), siid: z.number(), piid: z.number(), value: value.optional() });
const Items = z.array(Item).max(64);
const ActionParams = z.looseObject({ siid: z.number(), aiid: z.number(), in: z.array(z.unknown()).default([]) });
type Item = z.infer<typeof Item>;

/** A real device takes no more properties than this in one request. */
const MAX_ITEMS = 16;
/** JSON-RPC's code for a method that is not there, as devices send it. */
const NO_METHOD = { code: -32_601, message: "Method not found." };
const BAD_PARAMS = { code: -5001, message: "invalid_arg" };

/** Reads a request's JSON; the function does what it asks and gives the answer's JSON. null: the device would not answer. */
export function answerRequest(device: SimulatedDevice, did: string, text: string): (() => string) | null {
  const body = Body.safeParse(parse(text));
  if (!body.success) return null;
  const { id, method, params } = body.data;
  return () => JSON.stringify({ id, ...respond(device, did, method, params) });
}

function respond(device: SimulatedDevice, did: string, method: string, params: unknown): object {
  switch (method) {
    case "miIO.info":
      return { result: { model: device.model, fw_ver: "2.0.0", hw_ver: "jia", mac: "00:00:5E:00:53:01", life: 60 } };
    case "get_properties":
    case "set_properties": {
      const items = Items.safeParse(params);
      if (!items.success || items.data.length > MAX_ITEMS) return { error: BAD_PARAMS };
      const act = method === "get_properties" ? read : write;
      return { result: items.data.map((item) => ({ did: item.did ?? did, ...act(device, item) })) };
    }
    case "action": {
      const action = ActionParams.safeParse(params);
      return action.success ? { result: invoke(device, did, action.data) } : { error: BAD_PARAMS };
    }
    default:
      return { error: NO_METHOD };
  }
}

function read(device: SimulatedDevice, { siid, piid }: Item): object {
  const property = propertyByIid(device.spec, siid, piid);
  if (!property) return { siid, piid, code: MIOT_CODE.unknownProperty };
  if (!property.access.read) return { siid, piid, code: MIOT_CODE.notReadable };
  return { siid, piid, code: MIOT_CODE.ok, value: device.read(property) };
}

function write(device: SimulatedDevice, { siid, piid, value: given }: Item): object {
  const { fault } = device;
  const property = propertyByIid(device.spec, siid, piid);
  const result = (code: number) => ({ siid, piid, code });
  if (fault?.kind === "reject") return result(fault.code);
  if (!property) return result(MIOT_CODE.unknownProperty);
  if (given === undefined) return result(MIOT_CODE.wrongValue);
  if (fault?.kind === "accepted") {
    setTimeout(() => device.write(property, given), fault.ms).unref();
    return result(MIOT_CODE.accepted);
  }
  return result(device.write(property, fault?.kind === "wrong" ? wrongValue(property, given) : given));
}

function invoke(device: SimulatedDevice, did: string, params: z.infer<typeof ActionParams>): object {
  const { siid, aiid } = params;
  const action = actionByIid(device.spec, siid, aiid);
  const result = (code: number, out: readonly Value[] = []) => ({ did, siid, aiid, code, out });
  if (device.fault?.kind === "reject") return result(device.fault.code);
  if (!action) return result(MIOT_CODE.unknownAction);
  const given = params.in.map((item) => value.safeParse(item).data ?? "");
  const { code, out } = device.invoke(action, given);
  return result(code, out);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
