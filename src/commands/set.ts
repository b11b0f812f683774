import { expectedValue, JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";
import type { DeviceWithSpec } from "./client/client.ts";
import { commandDevices, EXECUTE_FLAGS } from "./client/command-devices.ts";
import { withJia } from "./client/connect.ts";
import { defineCommand } from "./command.ts";
import { printer } from "./line/answer.ts";
import { resolvePropertyAddress } from "./words/property-address.ts";
import { propertyFromAnswer } from "./words/state.ts";

/** Sets properties of one device through the API, which asks the spec and the policy. */
export const set = defineCommand({
  name: "set",
  summary: message("devices.setSummary"),
  usage: "DEVICE PROPERTY=VALUE...",
  details: message("devices.setDetails"),
  examples: ["jia set living-floor-lamp on=true brightness=50", "jia set living-ac mode=cool target-temperature=26"],
  places: ["device"],
  positionals: { min: 2, max: 50 },
  flags: EXECUTE_FLAGS,
  run({ flags, positionals }, context) {
    const [called = "", ...assignments] = positionals;
    const print = printer(flags, context);
    return withJia(flags, context, async (client) => {
      const device = await client.device(called, context.signal);
      const known = new Map([[device.id, device]]);
      const properties = assignments.map((given) => assigned(given, device));
      const path = `/api/devices/${encodeURIComponent(device.id)}/properties`;
      const words = ["set", ...positionals] as const;
      return commandDevices(path, { properties }, { client, flags, words, context, print, known });
    });
  },
});

/** `brightness=50` as address and value for the API. The value stays as it was given; the home interprets it. */
function assigned(given: string, device: DeviceWithSpec): { address: string; value: string } {
  const at = given.indexOf("=");
  if (at < 1) throw new JiaError("usage", { detail: message("devices.notAssignment", { given }) });
  const address = resolvePropertyAddress(given.slice(0, at), device);
  const value = given.slice(at + 1);
  const property = device.spec.properties.find((each) => each.address === address);
  if (value.trim() === "" && property !== undefined && property.format !== "string") {
    throw new JiaError("usage", {
      detail: message("devices.noValue", { given, expected: expectedValue(propertyFromAnswer(property)) }),
    });
  }
  return { address, value };
}
