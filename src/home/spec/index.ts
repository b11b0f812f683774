export { Instance, SpecOverride } from "./instance.ts";
export { parseSpec } from "./parse.ts";
export {
  type Access,
  type Action,
  type ActionAddress,
  actionByIid,
  type EventAddress,
  eventByIid,
  type Format,
  isPower,
  type ListedValue,
  type Property,
  type PropertyAddress,
  propertyByIid,
  type Service,
  type Spec,
  type SpecEvent,
  type SpecSource,
  type Unit,
  type Value,
  type ValueRange,
} from "./spec.ts";
export { parseUrn, type Urn, type UrnKind } from "./urn.ts";
