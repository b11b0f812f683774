import { cleanText, JiaError, nearest } from "../home/index.ts";
import { message, textOf } from "../language/index.ts";
import { CONNECT_FLAGS, withJia } from "./client/connect.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { bashScript, type CompletedVerb, fishScript, zshScript } from "./line/completion-scripts.ts";
import { COMMON_FLAGS } from "./line/parse.ts";

/** A script for each shell, keyed by its name. */
const SCRIPTS: Readonly<Record<string, (verbs: readonly CompletedVerb[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};
/** The lists of names that a script can ask for. */
const NAMES = ["devices", "rooms"] as const;
/** How long Tab waits for names, in milliseconds. */
const PATIENCE_MS = 1_000;

/** Prints the script with which a shell completes command lines of Jia, and the names that such a script asks for. */
export const completion = defineCommand({
  name: "completion",
  summary: message("cli.completionSummary"),
  usage: Object.keys(SCRIPTS).join("|"),
  details: message("cli.completionDetails"),
  onPath: true,
  examples: [
    "echo 'eval \"$(jia completion bash)\"' >> ~/.bashrc",
    "echo 'eval \"$(jia completion zsh)\"' >> ~/.zshrc",
    "jia completion fish > ~/.config/fish/completions/jia.fish",
  ],
  positionals: { min: 1, max: 1 },
  places: [Object.keys(SCRIPTS)],
  flags: CONNECT_FLAGS,
  async run({ flags, positionals: [what = ""] }, context) {
    if (what === "devices" || what === "rooms") return await printNames(what, flags, context);
    const script = SCRIPTS[what];
    if (!script) {
      const known = Object.keys(SCRIPTS);
      const detail = message("cli.unknownShell", { given: what, near: nearest(what, known), known });
      throw new JiaError("usage", { detail });
    }
    // Imported here because the list of verbs contains this command.
    const { COMMANDS } = await import("./index.ts");
    const verbs = COMMANDS.map(({ name, summary, flags: own, places = [] }): CompletedVerb => {
      const all = Object.entries({ ...own, ...COMMON_FLAGS });
      return {
        name,
        about: textOf(summary, context.language),
        options: all.map(([option]) => `--${option}`),
        valued: all.flatMap(([option, { kind }]) => (kind === "text" ? [`--${option}`] : [])),
        places,
      };
    });
    context.stdout.write(script(verbs));
    return 0;
  },
});

/** Prints names, one a line; none when no Jia answers soon. */
async function printNames(
  what: (typeof NAMES)[number],
  flags: Parameters<typeof withJia>[0],
  context: CommandContext,
): Promise<0> {
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    await withJia(flags, context, async (client) => {
      const devices = await client.devices({}, signal);
      const names =
        what === "devices" ? devices.map(({ handle }) => handle) : devices.flatMap(({ room }) => room ?? []);
      const lines = [...new Set(names)].map((name) => `${cleanText(name)}\n`);
      context.stdout.write(lines.join(""));
      return 0;
    });
  } catch (error) {
    // An error would appear in the middle of the line that is being completed.
    if (context.env["JIA_DEBUG"]) throw error;
  }
  return 0;
}
