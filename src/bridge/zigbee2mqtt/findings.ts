import { type DoctorFinding, finding, findingAbout, type SeenBroker } from "../doctor/finding.ts";
import { factsText } from "../doctor/survey.ts";

/** What is wrong with the bridges of Zigbee2MQTT on a broker. */
export function zigbeeFindings({ facts, own, announcements }: SeenBroker): readonly DoctorFinding[] {
  const topics = [...own.topics];
  const told = (end: string) => topics.flatMap((topic) => (topic.endsWith(end) ? (facts.get(topic) ?? []) : []));
  const offline = told("/bridge/state").filter((each) => /offline/.test(factsText(each)));
  const open = told("/bridge/info").filter((each) => /"permit_join"\s*:\s*true/.test(factsText(each)));
  const hasAvailability = topics.some((topic) => topic.endsWith("/availability"));
  const twice = announcements.filter((each) => /"Zigbee2MQTT"/i.test(factsText(each)));
  return [
    ...findingAbout("bridge-offline", "problem", offline),
    ...findingAbout("joining-open", "problem", open),
    ...(hasAvailability || own.devices.size === 0 ? [] : [finding("no-availability", "advice", [])]),
    ...findingAbout("announced-twice", "advice", twice),
  ];
}
