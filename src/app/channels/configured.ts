import type { ChannelSetting } from "../../config/notice-settings.ts";
import { errorMessage, JiaError, type Message, NOTICE_LEVELS, type Phrase, slug } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { type Channel, quietHours, valuesOf, type Way } from "../../people/notices/index.ts";

/** The channels of jia.yaml, and the problems of those that cannot be used; the others work without them. */
export function configuredChannels(
  settings: readonly ChannelSetting[],
  ways: readonly Way[],
  env: Readonly<Record<string, string | undefined>>,
): { readonly channels: readonly Channel[]; readonly problems: readonly Message[] } {
  const channels = new Map<string, Channel>();
  const problems: Message[] = [];
  for (const given of settings) {
    try {
      const channel = channelOf(given, ways, env);
      if (channels.has(channel.id)) throw invalid(message("channels.exists", { id: channel.id }));
      channels.set(channel.id, channel);
    } catch (error) {
      if (!(error instanceof JiaError)) throw error;
      const detail = error.details["detail"] ?? errorMessage(error);
      problems.push(message("channels.unreadable", { name: given.name, detail: detail as Phrase }));
    }
  }
  return { channels: [...channels.values()], problems };
}

/**
 * One channel of jia.yaml.
 * @throws JiaError when it cannot be used
 */
function channelOf(
  given: ChannelSetting,
  ways: readonly Way[],
  env: Readonly<Record<string, string | undefined>>,
): Channel {
  const { id, name, way, quiet, settings = {}, secrets = {} } = given;
  const found = ways.find((each) => each.name === way);
  if (found?.subscribed) throw invalid(message("channels.onlySubscribed"));
  const open = found?.fields.find((field) => field.secret && settings[field.name] !== undefined);
  if (open) throw invalid(message("channels.openSecret", { field: open.name }));
  const known = Object.entries(secrets).map(([field, variable]): [string, string] => {
    const value = env[variable];
    if (!value) throw invalid(message("channels.noVariable", { variable }));
    return [field, value];
  });
  const hours = quiet === undefined ? null : quietHours(quiet);
  return {
    id: id ?? (slug(name) || way),
    way,
    name,
    person: given.person ?? null,
    levels: given.levels ?? NOTICE_LEVELS,
    quiet: hours && { ...hours, alarms: given.quietAlarms ?? false },
    enabled: true,
    ...valuesOf(ways, way, { ...settings, ...Object.fromEntries(known) }),
    createdAt: null,
  };
}

function invalid(detail: Phrase): JiaError {
  return new JiaError("invalid-request", { detail });
}
