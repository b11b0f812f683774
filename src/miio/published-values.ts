import type { Publication } from "../bridge/dialect.ts";
import type { Clock, PropertyAddress } from "../home/index.ts";
import type { MiotPropertyValue, MiotWire } from "./wire.ts";

/** The known values of a device's properties; publishes them when they change. */
export class PublishedValues {
  readonly #wire: MiotWire;
  readonly #clock: Clock;
  readonly #publish: (publications: readonly Publication[]) => void;
  readonly #values = new Map<PropertyAddress, MiotPropertyValue>();

  constructor(wire: MiotWire, clock: Clock, publish: (publications: readonly Publication[]) => void) {
    this.#wire = wire;
    this.#clock = clock;
    this.#publish = publish;
  }

  /** Takes the values of a poll and publishes the changed ones. The first values are state and no change. */
  take(values: readonly MiotPropertyValue[]): void {
    const changed = values.filter(({ property, value }) => this.#values.get(property.address)?.value !== value);
    if (changed.length === 0) return;
    const first = this.#values.size === 0;
    this.#keep(changed);
    this.#publish(first ? [this.#state()] : [this.#wire.changed(changed, this.#clock.now()), this.#state()]);
  }

  /** Publishes values even if they are unchanged: after a command they are its answer. */
  show(values: readonly MiotPropertyValue[]): void {
    if (values.length === 0) return;
    this.#keep(values);
    this.#publish([this.#wire.changed(values, this.#clock.now()), this.#state()]);
  }

  /** Publishes everything again. */
  announce(): void {
    if (this.#values.size > 0) this.#publish([this.#state()]);
  }

  #keep(values: readonly MiotPropertyValue[]): void {
    for (const each of values) this.#values.set(each.property.address, each);
  }

  #state(): Publication {
    return this.#wire.state([...this.#values.values()], this.#clock.now());
  }
}
