import { clampNumber, type Property, type Service } from "../../home/index.ts";
import type { SimulatedDevice } from "../device.ts";
import type { Behaviour } from "./behaviour.ts";
import type { BehaviourFactory } from "./behaviour-factory.ts";
import { motorGoal } from "./instant.ts";
import { describedAs, listedValue, propertyOfType } from "./listed-values.ts";

/** Seconds from one end to the other, by device kind. */
const SECONDS: Readonly<Record<string, number>> = { "garage-door": 15, airer: 18 };
const DEFAULT_SECONDS = 10;

const OPENING = ["opening", "uping", "up", "rising"];
const CLOSING = ["closing", "downing", "down", "falling"];
const STOPPED = ["stopped", "stop", "pause", "idle"];

/** Curtains, airers, windows and garage doors take their time: the position moves towards the goal, the status says so. */
export const travel: BehaviourFactory = (device): Behaviour | null => {
  const movers = device.spec.services.flatMap((service) => {
    const current = propertyOfType(service, "current-position");
    return current?.range ? [new Mover(device, service, current)] : [];
  });
  if (movers.length === 0) return null;
  return {
    written(property, value) {
      const mover = movers.find(({ key }) => key === property.service);
      if (!mover) return false;
      if (property.type === "target-position" && typeof value === "number") mover.go(value);
      if (property.type === "motor-control") {
        const current = device.read(mover.current);
        const goal = motorGoal(property, value, current);
        if (goal !== null) mover.go(goal);
        else if (STOPPED.includes(describedAs(property, value))) mover.halt();
      }
      return false;
    },
    tick(seconds) {
      for (const mover of movers) mover.tick(seconds);
    },
  };
};

class Mover {
  readonly key: string;
  readonly current: Property;
  readonly #device: SimulatedDevice;
  readonly #target: Property | undefined;
  readonly #status: Property | undefined;
  /** Units of the position a second. */
  readonly #speed: number;
  #goal: number | null = null;
  #exact = 0;

  constructor(device: SimulatedDevice, service: Service, current: Property) {
    this.key = service.key;
    this.current = current;
    this.#device = device;
    this.#target = propertyOfType(service, "target-position");
    this.#status = propertyOfType(service, "status");
    const length = (current.range?.max ?? 100) - (current.range?.min ?? 0);
    this.#speed = length / (SECONDS[device.spec.kind] ?? DEFAULT_SECONDS);
  }

  go(wanted: number): void {
    const goal = clampNumber(this.current, wanted);
    this.#exact = this.#position();
    this.#goal = goal;
    if (this.#target) this.#device.set(this.#target, clampNumber(this.#target, wanted));
    if (goal === this.#exact) this.halt();
    else this.#say(goal > this.#exact ? OPENING : CLOSING);
  }

  halt(): void {
    this.#goal = null;
    if (this.#target) this.#device.set(this.#target, this.#position());
    this.#say(STOPPED);
  }

  tick(seconds: number): void {
    if (this.#goal === null) return;
    const left = this.#goal - this.#exact;
    const step = Math.min(Math.abs(left), this.#speed * seconds);
    this.#exact = step >= Math.abs(left) ? this.#goal : this.#exact + Math.sign(left) * step;
    this.#device.set(this.current, clampNumber(this.current, this.#exact));
    if (this.#exact === this.#goal) this.halt();
  }

  #position(): number {
    const value = this.#device.read(this.current);
    return typeof value === "number" ? value : 0;
  }

  #say(words: readonly string[]): void {
    const value = listedValue(this.#status, ...words);
    if (this.#status && value !== undefined) this.#device.set(this.#status, value);
  }
}
