/** All resources of the API, one file each, in the order of the reference. */
import type { FastifyPluginCallback } from "fastify";
import { accessResource } from "./access.ts";
import { assistantResource } from "./assistant.ts";
import { auditResource } from "./audit.ts";
import { automationsResource } from "./automations.ts";
import { backupsResource } from "./backups.ts";
import { camerasResource } from "./cameras.ts";
import { channelsResource } from "./channels.ts";
import { confirmationsResource } from "./confirmations.ts";
import { conversationsResource } from "./conversations.ts";
import { definitionsResource } from "./definitions.ts";
import { deviceMarksResource } from "./device-marks.ts";
import { devicesResource } from "./devices.ts";
import { energyResource } from "./energy.ts";
import { eventsResource } from "./events.ts";
import { floorsResource } from "./floors.ts";
import { groupsResource } from "./groups.ts";
import { healthResource } from "./health.ts";
import { historyResource } from "./history.ts";
import { historyExportResource } from "./history-export.ts";
import { homeResource } from "./home.ts";
import { memoryResource } from "./memory.ts";
import { modesResource } from "./modes.ts";
import { noticesResource } from "./notices.ts";
import { pairingResource } from "./pairing.ts";
import { peopleResource } from "./people.ts";
import { plansResource } from "./plans.ts";
import { pushResource } from "./push.ts";
import { quietResource } from "./quiet.ts";
import { referenceResource } from "./reference.ts";
import { roomsResource } from "./rooms.ts";
import { runsResource } from "./runs.ts";
import { scenesResource } from "./scenes.ts";
import { settingsResource } from "./settings.ts";
import { signInResource } from "./sign-in.ts";
import { timersResource } from "./timers.ts";
import { webhooksResource } from "./webhooks.ts";

export const RESOURCES = [
  healthResource,
  referenceResource,
  signInResource,
  accessResource,
  homeResource,
  devicesResource,
  roomsResource,
  floorsResource,
  groupsResource,
  confirmationsResource,
  assistantResource,
  conversationsResource,
  eventsResource,
  noticesResource,
  quietResource,
  channelsResource,
  pushResource,
  auditResource,
  camerasResource,
  pairingResource,
  settingsResource,
  backupsResource,
  memoryResource,
  deviceMarksResource,
  modesResource,
  peopleResource,
  scenesResource,
  automationsResource,
  webhooksResource,
  runsResource,
  plansResource,
  timersResource,
  definitionsResource,
  historyResource,
  historyExportResource,
  energyResource,
] as const;

/** The services of all resources together. */
export type ApiServices = (typeof RESOURCES)[number]["bind"] extends (services: infer Services) => unknown
  ? Services
  : never;

/** All resources as plugins for `buildApi`. */
export function apiResources(services: ApiServices): FastifyPluginCallback[] {
  return RESOURCES.map((resource) => resource.bind(services));
}
