/** The verbs of the command line, one file each, in the order of the help. */
import { audit } from "./audit.ts";
import { automations } from "./automations.ts";
import { backup, restore } from "./backup.ts";
import { chat } from "./chat.ts";
import type { CliCommand } from "./command.ts";
import { completion } from "./completion.ts";
import { config } from "./config.ts";
import { conversations } from "./conversations.ts";
import { devices } from "./devices.ts";
import { doctor } from "./doctor.ts";
import { energy } from "./energy.ts";
import { evalCommand } from "./eval.ts";
import { history } from "./history.ts";
import { mcp } from "./mcp.ts";
import { memory } from "./memory.ts";
import { miio } from "./miio.ts";
import { modes } from "./modes.ts";
import { notices } from "./notices.ts";
import { pair } from "./pair.ts";
import { people } from "./people.ts";
import { runs } from "./runs.ts";
import { say } from "./say.ts";
import { scenes } from "./scenes.ts";
import { set } from "./set.ts";
import { signIn } from "./sign-in.ts";
import { simulate } from "./simulate.ts";
import { start } from "./start.ts";
import { timers } from "./timers.ts";
import { token } from "./token.ts";
import { understandCommand } from "./understand.ts";
import { watch } from "./watch.ts";

export const COMMANDS: readonly CliCommand[] = [
  start,
  say,
  chat,
  devices,
  set,
  pair,
  watch,
  history,
  energy,
  scenes,
  automations,
  runs,
  audit,
  timers,
  modes,
  people,
  notices,
  memory,
  conversations,
  simulate,
  evalCommand,
  understandCommand,
  signIn,
  token,
  doctor,
  mcp,
  miio,
  config,
  backup,
  restore,
  completion,
];
