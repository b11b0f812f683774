import type { z } from "zod";
import type { ExecutionBody } from "../../api/schemas.ts";
import { succeeded } from "../../home/index.ts";
import { message, messages } from "../../language/index.ts";
import type { CliFlags, CommandContext, ExitCode } from "../command.ts";
import { JSON_FLAG, type Print } from "../line/answer.ts";
import { givenOptions, shellWord } from "../line/shell.ts";
import { askYes, canAsk, yesWords } from "../terminal/ask.ts";
import { askSecret } from "../terminal/ask-secret.ts";
import { devicesOfOutcomes, type KnownDevices, outcomeLine } from "../words/outcomes.ts";
import type { Client } from "./client.ts";
import { CONNECT_FLAGS } from "./connect.ts";

/** The options of commands that command devices, see `commandDevices`. */
export const EXECUTE_FLAGS = {
  yes: { kind: "switch", about: message("devices.setYes") },
  ...JSON_FLAG,
  ...CONNECT_FLAGS,
} as const satisfies CliFlags;

interface DeviceCall {
  readonly client: Client;
  readonly flags: { readonly yes: boolean; readonly json: boolean };
  /** The words of this command line: `["set", "hallway-lock", "locked=no"]`. */
  readonly words: readonly [verb: string, ...more: string[]];
  readonly context: CommandContext;
  readonly print: Print;
  /** The devices, keyed by id, where they are known already. */
  readonly known?: KnownDevices;
}

type Confirmation = NonNullable<z.infer<typeof ExecutionBody>["confirmation"]>;

/**
 * Sends a POST that commands devices, and prints its outcomes. What the policy wants a yes for is asked at a terminal, with
 * the PIN where it wants one; elsewhere it is told which command says yes.
 * @returns 0 when every outcome is good
 */
export async function commandDevices(path: string, payload: unknown, call: DeviceCall): Promise<ExitCode> {
  const { client, flags, context, print } = call;
  const { signal, language } = context;
  let body = await client.execute(path, payload, signal);
  const { confirmation } = body;
  const asks = confirmation !== undefined && !flags.yes && !flags.json && canAsk(context);
  const agreed =
    confirmation !== undefined && (flags.yes || (asks && (await askYes(confirmation.question, yesWords(), context))));
  if (confirmation && agreed) {
    // With a redirected output nobody would see the question for a PIN.
    const asksPin = confirmation.pin && (canAsk(context) || context.stdin.isTTY !== true);
    const pin = asksPin ? await askSecret(messages(language).devices.askPin, context) : null;
    const confirmed = await client.execute(
      `/api/confirmations/${confirmation.id}`,
      pin === null ? {} : { pin },
      signal,
    );
    const others = body.outcomes.filter(({ status }) => status !== "needs-confirmation");
    body = { ...confirmed, outcomes: [...others, ...confirmed.outcomes] };
  }
  const known = call.known ?? (await devicesOfOutcomes(flags.json ? [] : body.outcomes, client, signal));
  print(body, () => body.outcomes.map((outcome) => outcomeLine(outcome, known, context)));
  if (confirmation && !agreed && !asks && !flags.json) tellHowToAgree(confirmation, call);
  return body.outcomes.every(succeeded) ? 0 : 1;
}

/** Prints the question, and the command that says yes to it. */
function tellHowToAgree({ question, pin }: Confirmation, { flags, words: [verb, ...more], context }: DeviceCall): void {
  const { stdout, stderr, style, language, program } = context;
  stdout.write(`${style.warn("?")} ${question}\n`);
  const options = givenOptions(flags, Object.keys(CONNECT_FLAGS));
  const command = [program, verb, options, "--yes", ...more.map(shellWord)].filter(Boolean).join(" ");
  const { setPinCommand, setYesCommand } = messages(language).devices;
  stderr.write(`${pin ? setPinCommand({ command }) : setYesCommand({ command })}\n`);
}
