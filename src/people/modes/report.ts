import { type Device, JiaError, type Phrase } from "../../home/index.ts";
import {
  devicePhrase,
  errorText,
  type Language,
  message,
  messages,
  namedPhrase,
  packOf,
  textOf,
} from "../../language/index.ts";
import type { ModeCheck } from "./definition.ts";
import type { ModeReport } from "./port.ts";

/** Most names in the report of one check; further ones are counted. */
const MOST = 4;

/**
 * The result of changing the mode as one sentence: the mode, and what is still open, unlocked or on. The outcomes of its scene
 * are worded elsewhere.
 * @param brief whether to leave out checks without findings
 */
export function modeReportPhrase({ mode, before, findings }: ModeReport, brief = false): Phrase {
  const names = (devices: readonly Device[]): Phrase[] => devices.slice(0, MOST).map((device) => devicePhrase(device));
  const found = findings
    .flatMap(({ check, devices }): readonly FoundItem[] =>
      check === "water" ? waterItems(devices) : [{ check, devices }],
    )
    .filter(({ devices }) => devices.length > 0)
    .map(({ check, devices }) =>
      message("modes.found", { check, devices: names(devices), more: Math.max(0, devices.length - MOST) }),
    );
  const unknown = [...new Set(findings.flatMap((each) => each.unknown))];
  return message("modes.report", {
    name: namedPhrase(mode),
    already: mode.id === before.id,
    parts: [...found, ...(unknown.length > 0 ? [message("modes.untold", { devices: names(unknown) })] : [])],
    clear: brief ? [] : mode.checks.filter((check) => !findings.some((each) => each.check === check)),
  });
}

interface FoundItem {
  readonly check: ModeCheck | "leak";
  readonly devices: readonly Device[];
}

/** Splits the findings about water into leaks (sensors) and open valves. */
function waterItems(devices: readonly Device[]): readonly FoundItem[] {
  const [sensors, valves] = [true, false].map((sensing) =>
    devices.filter(({ spec }) => /sensor/.test(spec.kind) === sensing),
  );
  return [
    { check: "leak", devices: sensors ?? [] },
    { check: "water", devices: valves ?? [] },
  ];
}

/** The report as text, with the reason when its scene was not activated. */
export function modeReportText(report: ModeReport, language: Language, brief = false): string {
  const { mode, failed } = report;
  const told = textOf(modeReportPhrase(report, brief), language);
  if (failed === null || mode.scene === null) return told;
  const { modes, turn } = messages(language);
  const reason = failed instanceof JiaError ? errorText(failed, language) : turn.unusable;
  return packOf(language).grammar.sentences([told, modes.sceneFailed({ scene: mode.scene, reason })]);
}
