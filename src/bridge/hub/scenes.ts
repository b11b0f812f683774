import { cleanText, parseSpec, type Spec } from "../../home/index.ts";

/** The scenes of the Mi Home app that a hub can run, as one device with a service per scene. */
export interface HubScenes {
  readonly spec: Spec;
  /** Scene id, keyed by siid. */
  readonly ids: ReadonlyMap<number, string>;
}

/** siid 1 is kept for device-information, as in every spec. */
const FIRST_SIID = 2;
/** parseSpec takes up to 200 services. */
const MAX_SCENES = 199;

/** @param names what people call the scenes, keyed by scene id: the hub itself knows only ids */
export function describeScenes(ids: readonly string[], names: ReadonlyMap<string, string>): HubScenes {
  const known = ids.slice(0, MAX_SCENES);
  const spec = parseSpec({
    type: "urn:jia-spec:device:scenes:0000F100:jia-hub:1",
    description: "Scenes of Mi Home",
    services: known.map((id, index) => ({
      iid: FIRST_SIID + index,
      type: "urn:jia-spec:service:scene:0000F101:jia-hub:1",
      description: names.get(id) ?? `Scene ${cleanText(id, 32)}`,
      actions: [
        {
          iid: 1,
          type: "urn:jia-spec:action:activate:0000F102:jia-hub:1",
          description: names.get(id) ?? `Scene ${cleanText(id, 32)}`,
          in: [],
          out: [],
        },
      ],
    })),
  });
  return { spec, ids: new Map(known.map((id, index) => [FIRST_SIID + index, id])) };
}

/** Whether these are the scenes that were described. */
export function sameScenes(scenes: HubScenes | null, ids: readonly string[]): boolean {
  const known = scenes ? [...scenes.ids.values()] : null;
  return known !== null && known.length === Math.min(ids.length, MAX_SCENES) && known.every((id, at) => id === ids[at]);
}
