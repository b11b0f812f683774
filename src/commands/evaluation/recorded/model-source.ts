import { resolve } from "node:path";
import { chatModel, modelClient, modelLimits, modelProfile } from "../../../app/model.ts";
import type { ChatModel, Limits, ModelProfile } from "../../../assistant/model/index.ts";
import type { Prompts } from "../../../assistant/prompts.ts";
import { JiaError, systemClock } from "../../../home/index.ts";
import { message } from "../../../language/index.ts";
import type { CommandContext } from "../../command.ts";
import { readConfig } from "../../read-config.ts";
import type { Case } from "../set.ts";
import { Recorder } from "./recorder.ts";
import { Recording } from "./recording.ts";
import { ReplayedModel, type ReplayLog } from "./replayed.ts";

/** Where the answers of a model come from. */
export interface ModelSource {
  readonly limits: Partial<Limits>;
  readonly profile: ModelProfile;
  /** What came of a recording so far; null where a model answers itself. */
  readonly replayed: ReplayLog | null;
  modelFor(entry: Case): ChatModel;
  /** Keeps what was recorded. */
  end(): void;
}

interface Given {
  readonly record: string | undefined;
  readonly replay: string | undefined;
}

/**
 * The model that is configured, with a recorder where one is wanted, or a recording of one.
 * @throws JiaError `usage` for both at once and for what is no recording, `model-unavailable` when no model is configured
 */
export function modelSource({ record, replay }: Given, prompts: Prompts, context: CommandContext): ModelSource {
  if (record !== undefined && replay !== undefined)
    throw new JiaError("usage", { detail: message("evaluation.recordOrReplay") });
  if (replay !== undefined) return recordedSource(Recording.read(resolve(context.cwd, replay)));
  const { config } = readConfig({ flags: {} }, context);
  const client = modelClient(config, systemClock);
  if (!client) throw new JiaError("model-unavailable", { detail: message("evaluation.noModel") });
  const model = chatModel(config, client, prompts);
  const made = { limits: modelLimits(config), profile: modelProfile(config), replayed: null };
  if (record === undefined) return { ...made, modelFor: () => model, end: () => undefined };
  const recording = new Recording(client.model, made.profile);
  return {
    ...made,
    modelFor: ({ id }) => new Recorder(model, recording, id),
    end: () => recording.write(resolve(context.cwd, record)),
  };
}

/** The answers of a recording, whoever made it. */
export function recordedSource(recording: Recording): ModelSource & { readonly replayed: ReplayLog } {
  const replayed: ReplayLog = { stale: false, unanswered: 0 };
  return {
    limits: {},
    profile: recording.profile,
    replayed,
    modelFor: ({ id }) => new ReplayedModel(recording, id, replayed),
    end: () => undefined,
  };
}
