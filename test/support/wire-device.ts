import { ACCESS, type Expose, isObject } from "../../src/bridge/zigbee2mqtt/index.ts";

/**
 * A Zigbee2MQTT device as its exposes describe it, written without anything of the dialect: it takes `set` payloads, says
 * what in them the exposes do not allow, and publishes its whole state.
 */
export class WireDevice {
  readonly #exposes: readonly Expose[];
  readonly state: Record<string, unknown> = {};
  /** Everything that was set, even what is never published. */
  readonly taken: Record<string, unknown> = {};

  constructor(exposes: readonly Expose[]) {
    this.#exposes = exposes;
  }

  /** Applies a set payload; returns what is wrong with it. */
  set(payload: unknown): string[] {
    if (!isObject(payload)) return ["not an object"];
    const problems: string[] = [];
    for (const [key, value] of Object.entries(payload)) {
      const candidates = leaves(this.#exposes).filter((expose) => (expose.property ?? expose.name) === key);
      const writable = candidates.filter((expose) => ((expose.access ?? 0) & ACCESS.set) !== 0);
      if (writable.length === 0) {
        problems.push(`${key}: not settable`);
        continue;
      }
      const refusals = writable.map((expose) => refusal(expose, value));
      if (refusals.every((text) => text !== null)) problems.push(`${key}: ${refusals.join(" / ")}`);
      this.taken[key] = value;
      if (value !== "TOGGLE") this.state[key] = value;
    }
    return problems;
  }
}

/** Exposes that carry a value: features of lights and the like in their place, composites whole. */
function leaves(exposes: readonly Expose[]): Expose[] {
  return exposes.flatMap((expose) =>
    expose.type !== "composite" && expose.features ? leaves(expose.features) : [expose],
  );
}

function refusal(expose: Expose, value: unknown): string | null {
  const shown = JSON.stringify(value);
  switch (expose.type) {
    case "binary":
      return [expose.value_on, expose.value_off, expose.value_toggle].includes(value as never)
        ? null
        : `${shown} not binary`;
    case "enum":
      return expose.values?.includes(value as never) ? null : `${shown} not of ${JSON.stringify(expose.values)}`;
    case "numeric": {
      if (typeof value !== "number" || !Number.isFinite(value)) return `${shown} no number`;
      const { value_min: min, value_max: max } = expose;
      if (typeof min === "number" && value < min) return `${value} < ${min}`;
      return typeof max === "number" && value > max ? `${value} > ${max}` : null;
    }
    case "text":
      return typeof value === "string" ? null : `${shown} no text`;
    case "list":
      return Array.isArray(value) ? null : `${shown} no list`;
    case "composite": {
      if (!isObject(value)) return `${shown} no object`;
      for (const [key, part] of Object.entries(value)) {
        const feature = expose.features?.find((candidate) => innerKey(candidate) === key);
        const wrong = feature ? refusal(feature, part) : `unknown ${key}`;
        if (wrong) return `${key}: ${wrong}`;
      }
      return null;
    }
    default:
      return `type ${expose.type}`;
  }
}

/** Converters read the parts of a composite without the endpoint that the exposes append to them. */
function innerKey({ property, name, endpoint }: Expose): string | undefined {
  const suffix = `_${endpoint ?? ""}`;
  const key = property ?? name;
  return endpoint !== undefined && key?.endsWith(suffix) ? key.slice(0, -suffix.length) : key;
}
