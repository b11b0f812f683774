import { z } from "zod";
import type { PropertyAddress, SpecEvent, Value } from "../../home/index.ts";

/** JSON in the hub's envelopes: loose, because it is foreign. */

const value = z.union([z.boolean(), z.number(), z.string()]);

export const HubDevice = z.looseObject({
  name: z.string().default(""),
  urn: z.string().max(300).default(""),
  model: z.string().default(""),
  online: z.boolean().default(false),
  /** Whether the hub itself can command it by its spec. */
  specV2Access: z.boolean().default(true),
  /** Whether the hub passes on what it reports. */
  pushAvailable: z.boolean().default(true),
});
export type HubDevice = z.infer<typeof HubDevice>;

/** The device list, keyed by device id; devices are checked one by one, so that a strange one does not hide the rest. */
export const DeviceListReply = z.looseObject({ devList: z.record(z.string(), z.unknown()) });

export const DeviceListChange = z.looseObject({ devList: z.array(z.string().max(64)).max(5000).default([]) });

/** A value of null is one that the device does not know. */
export const GetReply = z.looseObject({ value: value.nullable() });

const Failure = z.looseObject({ code: z.number().default(-10_000) });

export const SetReply = z.looseObject({
  result: z
    .array(z.looseObject({ siid: z.number().optional(), piid: z.number().optional(), code: z.number().default(0) }))
    .optional(),
  error: Failure.optional(),
});

export const ActionReply = z.looseObject({
  result: z.looseObject({ code: z.number().default(0), out: z.array(z.unknown()).nullish() }).optional(),
  error: Failure.optional(),
});

export const SceneListReply = z.looseObject({ result: z.array(z.union([z.string(), z.number()])).max(1000) });

export const RunSceneReply = z.looseObject({ result: z.unknown().optional(), error: Failure.optional() });

export const PropertyReport = z.looseObject({ value: value.nullable() });

export const EventReport = z.looseObject({ arguments: z.array(z.unknown()).max(50).nullish() });

/** A bare value, or the value of `{"piid": 1, "value": …}`; null for anything else. */
export function bareValue(
  item: unknown,
): { readonly piid: number | null; readonly value: boolean | number | string } | null {
  const bare = value.safeParse(item);
  if (bare.success) return { piid: null, value: bare.data };
  const named = z.looseObject({ piid: z.number().optional(), value }).safeParse(item);
  return named.success ? { piid: named.data.piid ?? null, value: named.data.value } : null;
}

/** The arguments of an event by address: named by piid, or in the order of the spec. What fits nothing is left out. */
export function eventArguments(
  event: SpecEvent,
  given: readonly unknown[] | null | undefined,
): { readonly address: PropertyAddress; readonly value: Value }[] {
  return (given ?? []).flatMap((item, index) => {
    const bare = bareValue(item);
    const property = event.arguments.find(({ piid }) => piid === bare?.piid) ?? event.arguments[index];
    return bare && property ? [{ address: property.address, value: bare.value }] : [];
  });
}
