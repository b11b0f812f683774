import { resolve } from "node:path";
import { chatModel, modelClient, modelLimits, modelProfile } from "../../../app/model.ts";
import type { ChatModel, Limits, ModelProfile } from "../../../assistant/model/index.ts";
import type { Prompts } from "../../../assistant/prompts.ts";
import { JiaError, systemClock } from "../../../home/index.ts";
import { message } from "../../../language/index.ts";
import { loadCommandConfig } from "../../client/command-config.ts";
import type { CommandContext } from "../../command.ts";
import type { EvaluationCase } from "../set.ts";
import { ModelRecorder } from "./recorder.ts";
import { ModelRecording } from "./recording.ts";
import { ReplayedModel, type ReplayLog } from "./replayed.ts";

/** The source of a model's answers. */
export interface ModelSource {
  readonly limits: Partial<Limits>;
  readonly profile: ModelProfile;
  /** How well a recording fits so far; null where a model answers itself. */
  readonly replayed: ReplayLog | null;
  modelFor(entry: EvaluationCase): ChatModel;
  /** Writes the recording. */
  end(): void;
}

interface Given {
  readonly record: string | undefined;
  readonly replay: string | undefined;
}

/**
 * The configured model, with a recorder where one is wanted, or a recording.
 * @throws JiaError `usage` for both at once and for an invalid recording, `model-unavailable` when no model is
 * configured
 */
export function modelSource({ record, replay }: Given, prompts: Prompts, context: CommandContext): ModelSource {
  if (record !== undefined && replay !== undefined)
    throw new JiaError("usage", { detail: message("evaluation.recordOrReplay") });
  if (replay !== undefined) return recordedSource(ModelRecording.read(resolve(context.cwd, replay)));
  const { config } = loadCommandConfig({ flags: {} }, context);
  const client = modelClient(config, systemClock);
  if (!client) throw new JiaError("model-unavailable", { detail: message("evaluation.noModel") });
  const model = chatModel(config, client, prompts);
  const made = { limits: modelLimits(config), profile: modelProfile(config), replayed: null };
  if (record === undefined) return { ...made, modelFor: () => model, end: () => undefined };
  const recording = new ModelRecording(client.model, made.profile);
  return {
    ...made,
    modelFor: ({ id }) => new ModelRecorder(model, recording, id),
    end: () => recording.write(resolve(context.cwd, record)),
  };
}

/** The answers of a recording. */
export function recordedSource(recording: ModelRecording): ModelSource & { readonly replayed: ReplayLog } {
  const replayed: ReplayLog = { stale: false, unanswered: 0 };
  return {
    limits: {},
    profile: recording.profile,
    replayed,
    modelFor: ({ id }) => new ReplayedModel(recording, id, replayed),
    end: () => undefined,
  };
}
