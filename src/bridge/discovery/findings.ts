import { type DoctorFinding, findingAbout, type SeenBroker } from "../doctor/finding.ts";
import { factsText, type TopicFacts } from "../doctor/survey.ts";

/**
 * Announcements of Home Assistant discovery whose device has no other topic on the broker: it was removed, or is long
 * gone.
 */
export function staleAnnouncements({ facts, own }: SeenBroker): readonly DoctorFinding[] {
  const stale: TopicFacts[] = [];
  for (const topic of own.topics) {
    const announcement = facts.get(topic);
    if (!announcement?.retained || announcement.bytes === 0) continue;
    const named = mentionedTopics(factsText(announcement));
    if (named.length > 0 && !named.some((each) => facts.has(each))) stale.push(announcement);
  }
  return findingAbout("stale-announcement", "advice", stale);
}

/** The state and availability topics of an announcement: they are kept by the broker as a rule. */
function mentionedTopics(text: string): string[] {
  return topicsIn(text, /"(?:state_topic|stat_t|availability_topic|avty_t|topic|t)"\s*:\s*"([^"]+)"/g);
}

/** All topics that an announcement names. */
export function topicsOfAnnouncement(text: string): string[] {
  return topicsIn(text, /"(?:\w*topic|\w+_t|t)"\s*:\s*"([^"]+)"/g);
}

/** The topics that `pattern` finds in an announcement, with `~` filled in. */
function topicsIn(text: string, pattern: RegExp): string[] {
  const base = /"~"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? "";
  return [...text.matchAll(pattern)].map(([, topic = ""]) => topic.replace(/^~|~$/, base));
}
