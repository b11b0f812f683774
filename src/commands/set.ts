import { expectedValue, JiaError, succeeded } from "../home/index.ts";
import { message, messages } from "../language/index.ts";
import type { DeviceWithSpec } from "./client/client.ts";
import { CONNECT_FLAGS, withJia } from "./client/connect.ts";
import { defineCommand } from "./command.ts";
import { JSON_FLAG, printer } from "./line/answer.ts";
import { givenOptions, shellWord } from "./line/shell.ts";
import { askYes, canAsk, yesWords } from "./terminal/ask.ts";
import { askSecret } from "./terminal/ask-secret.ts";
import { outcomeLine } from "./words/outcomes.ts";
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
  flags: {
    yes: { kind: "switch", about: message("devices.setYes") },
    ...JSON_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags, positionals }, context) {
    const [called = "", ...assignments] = positionals;
    const { signal, language, style, stdout, stderr, program } = context;
    const print = printer(flags, context);
    return withJia(flags, context, async (client) => {
      const device = await client.device(called, signal);
      const known = new Map([[device.id, device]]);
      const properties = assignments.map((given) => assigned(given, device));
      const path = `/api/devices/${encodeURIComponent(device.id)}/properties`;
      let body = await client.execute(path, { properties }, signal);
      const { confirmation } = body;
      const asks = confirmation !== undefined && !flags.yes && canAsk(context) && !flags.json;
      const agreed =
        confirmation !== undefined &&
        (flags.yes || (asks && (await askYes(confirmation.question, yesWords(), context))));
      if (confirmation && agreed) {
        // With a redirected output nobody would see the question for a PIN.
        const asksPin = confirmation.pin && (canAsk(context) || context.stdin.isTTY !== true);
        const pin = asksPin ? await askSecret(messages(language).devices.askPin, context) : null;
        const given = pin === null ? {} : { pin };
        const confirmed = await client.execute(`/api/confirmations/${confirmation.id}`, given, signal);
        const others = body.outcomes.filter(({ status }) => status !== "needs-confirmation");
        body = { ...confirmed, outcomes: [...others, ...confirmed.outcomes] };
      }
      print(body, () => body.outcomes.map((outcome) => outcomeLine(outcome, known, context)));
      if (confirmation && !agreed && !asks && !flags.json) {
        stdout.write(`${style.warn("?")} ${confirmation.question}\n`);
        const options = givenOptions(flags, ["url", "port", "config"]);
        const command = [program, "set", options, "--yes", ...positionals.map(shellWord)].filter(Boolean).join(" ");
        const words = messages(language).devices;
        stderr.write(`${confirmation.pin ? words.setPinCommand({ command }) : words.setYesCommand({ command })}\n`);
      }
      return body.outcomes.every(succeeded) ? 0 : 1;
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
