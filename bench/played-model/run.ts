import { parseArgs } from "node:util";
import { FolderPlayer, TerminalPlayer } from "./players.ts";
import { MODEL, PlayedServer } from "./server.ts";

const HELP = `Plays the model by hand: shows each request and takes the answer from you, or from files.

  npm run played-model -- [--port N] [--folder DIR]

  --port N      where it listens on this machine; 8490 when left out
  --folder DIR  request 7 is written to DIR/007.request.txt, its answer is read from DIR/007.answer.txt
                (for a program; without it you answer here)

An answer is text. A line such as  set_properties {"writes": [...]}  calls a tool; its JSON may go over more lines.
An empty line ends an answer that you type. In another terminal, start Jia with what is printed below.
`;

const { values } = parseArgs({
  options: { port: { type: "string", default: "8490" }, folder: { type: "string" }, help: { type: "boolean" } },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write(`--port ${JSON.stringify(values.port)} is not a port. Use 0 to 65535; 0 takes a free one.\n`);
  process.exit(2);
}
const player =
  values.folder === undefined ? new TerminalPlayer(process.stdin, process.stdout) : new FolderPlayer(values.folder);
const url = await new PlayedServer(player).start(port);
process.stdout.write(`JIA_MODEL_URL=${url} JIA_MODEL=${MODEL} npm start\n`);
