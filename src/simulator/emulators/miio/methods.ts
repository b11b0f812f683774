import { z } from "zod";
import type { Publication } from "../../../bridge/dialect.ts";
import { actionByIid, propertyByIid } from "../../../home/index.ts";
import type { SimulatedDevice } from "../../device.ts";
import type { ControllerRequest, ItemResult } from "../emulator.ts";

const value = z.union([z.boolean(), z.number(), z.string()]);
const Body = z.looseObject({ id: z.number().int(), method: z.string(), params: z.unknown() });
const Items = z
  .array(z.looseObject({ did: z.unknown(), siid: z.number(), piid: z.number(), value: value.optional() }))
  // A real device takes no more properties in one request.
  .max(16);
const ActionParams = z.looseObject({ siid: z.number(), aiid: z.number(), in: z.array(z.unknown()).default([]) });

/** JSON-RPC's code for a method that is not there, as devices send it. */
const NO_METHOD = { code: -32_601, message: "Method not found." };
const BAD_PARAMS = { code: -5001, message: "invalid_arg" };

/**
 * Parses a request into the form in which the simulator carries it out; answers are texts of datagrams. null: the
 * device would not answer.
 */
export function readRequest(device: SimulatedDevice, did: string, text: string): ControllerRequest | null {
  const body = Body.safeParse(parse(text));
  if (!body.success) return null;
  const { id, method, params } = body.data;
  const say = (content: object): Publication[] => [datagram(JSON.stringify({ id, ...content }))];
  const answer = (content: object): ControllerRequest => ({ kind: "answer", publications: say(content) });
  switch (method) {
    case "miIO.info":
      return answer({ result: { model: device.model, fw_ver: "2.0.0", hw_ver: "jia", mac: "00:00:5E:00:53:01" } });
    case "get_properties":
    case "set_properties": {
      const items = Items.safeParse(params);
      if (!items.success) return answer({ error: BAD_PARAMS });
      const properties = items.data.map(({ siid, piid }) => propertyByIid(device.spec, siid, piid) ?? null);
      const reply = (results: readonly ItemResult[]) => {
        const result = items.data.map((item, index) => {
          return { did: item.did ?? did, siid: item.siid, piid: item.piid, ...results[index] };
        });
        return say({ result });
      };
      if (method === "get_properties") return { kind: "get", device, properties, reply };
      const writes = properties.map((property, index) => {
        const given = items.data[index]?.value;
        return property && given !== undefined ? { property, value: given } : null;
      });
      return { kind: "set", device, writes, reply };
    }
    case "action": {
      const action = ActionParams.safeParse(params);
      if (!action.success) return answer({ error: BAD_PARAMS });
      const { siid, aiid, in: given } = action.data;
      return {
        kind: "invoke",
        device,
        action: actionByIid(device.spec, siid, aiid) ?? null,
        in: given.map((item) => value.safeParse(item).data ?? ""),
        reply: ({ code, out }) => say({ result: { did, siid, aiid, code, out } }),
      };
    }
    default:
      return answer({ error: NO_METHOD });
  }
}

/** The text of a datagram in the form in which the simulator passes answers on; there is no topic on UDP. */
function datagram(payload: string): Publication {
  return { topic: "", payload, qos: 0, retain: false };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
