import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { run } from "./command-line.ts";

/** What is said in the picture of the README, in this order, in the simulated flat. */
const SAID = [
  "把客厅的灯调到一半",
  "turn off the floor lamp in the living room",
  "is the front door locked?",
  "关上卧室的窗帘，打开床头灯",
];

const LINE = 22;
const CHARACTER = 8.4;
const COLOURS = { page: "#1e1e2e", text: "#cdd6f4", prompt: "#89b4fa", good: "#a6e3a1", quiet: "#9399b2" };

/** The picture of a terminal session: what `jia say` prints in a home that has just started, as SVG without fonts of its own. */
export async function sessionPicture(app: App): Promise<string> {
  const lines: string[] = [];
  for (const text of SAID) {
    const { out } = await run(COMMANDS, ["say", "--url", app.url, text]);
    if (lines.length > 0) lines.push("");
    lines.push(`$ jia say "${text}"`, ...out.trimEnd().split("\n"));
  }
  return drawn(lines);
}

function drawn(lines: readonly string[]): string {
  const width = Math.ceil(Math.max(...lines.map(columns)) * CHARACTER) + 48;
  const height = lines.length * LINE + 60;
  const rows = lines.flatMap((line, index) => (line === "" ? [] : [row(line, 58 + index * LINE)]));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    "  <title>jia say, and what it prints</title>",
    `  <rect width="${width}" height="${height}" rx="10" fill="${COLOURS.page}"/>`,
    ...["#f38ba8", "#f9e2af", "#a6e3a1"].map(
      (colour, index) => `  <circle cx="${24 + index * 20}" cy="22" r="6" fill="${colour}"/>`,
    ),
    '  <g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">',
    ...rows,
    "  </g>",
    "</svg>",
    "",
  ].join("\n");
}

function row(line: string, y: number): string {
  const at = `x="24" y="${y}"`;
  if (line.startsWith("$ ")) {
    const typed = `<tspan fill="${COLOURS.prompt}">$</tspan> ${escaped(line.slice(2))}`;
    return `    <text ${at} fill="${COLOURS.text}">${typed}</text>`;
  }
  const outcome = /^( +)(✓)(.*)$/.exec(line);
  if (!outcome) return `    <text ${at} fill="${COLOURS.text}" font-weight="bold">${escaped(line)}</text>`;
  const [, indent = "", mark = "", rest = ""] = outcome;
  return `    <text ${at} fill="${COLOURS.quiet}">${indent}<tspan fill="${COLOURS.good}">${mark}</tspan>${escaped(rest)}</text>`;
}

/** How many columns of a terminal a line takes: Chinese characters and their marks take two. */
function columns(line: string): number {
  return [...line].reduce(
    (sum, character) => sum + (/[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\uff60]/.test(character) ? 2 : 1),
    0,
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
