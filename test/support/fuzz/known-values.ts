/** Values that a home has, by the names of the fields that hold them: without them a fuzzer finds no device. */
import { z } from "zod";

const WithState = z.looseObject({ id: z.string(), handle: z.string(), state: z.record(z.string(), z.unknown()) });
/** The most values that are kept for one field. */
const MAX_VALUES = 200;
const SECRETS = /token|secret|pin|url/i;

export class KnownValues {
  /** Keyed by the name of a field; the keys of objects are kept as those of the field that holds the object. */
  readonly #values = new Map<string, (string | number)[]>();

  /** Keyed by the id and by the handle of a device. */
  readonly #states = new Map<string, Record<string, unknown>>();

  /**
   * Keeps what an answer holds.
   * @param field the name of the field that holds it
   * @param parent the name of the field that holds that
   */
  learn(answer: unknown, field = "", parent = ""): void {
    // A fuzzer that finds the token with which it asks revokes it.
    if (SECRETS.test(field)) return;
    if (typeof answer === "string" || typeof answer === "number") {
      this.#keep(field, answer);
      if (field === "id" || field === "handle") this.#keep(`${parent}.id`, answer);
    } else if (Array.isArray(answer)) {
      for (const each of answer) this.learn(each, field, parent);
    } else if (typeof answer === "object" && answer !== null) {
      this.#keepState(answer);
      for (const [name, value] of Object.entries(answer)) {
        if (field !== "") this.#keep(`${field}.keys`, name);
        this.learn(value, name, field);
      }
    }
  }

  /** The state of a device, keyed by the addresses of its properties; null if the name is none. */
  stateOf(name: string): Readonly<Record<string, unknown>> | null {
    return this.#states.get(name) ?? null;
  }

  /** What is known for a field; empty if nothing is. */
  of(field: string): readonly (string | number)[] {
    return this.#values.get(field) ?? [];
  }

  #keepState(device: object): void {
    const { success, data } = WithState.safeParse(device);
    if (success) for (const name of [data.id, data.handle]) this.#states.set(name, data.state);
  }

  #keep(field: string, value: string | number): void {
    const values = this.#values.get(field) ?? [];
    if (values.length >= MAX_VALUES || values.includes(value)) return;
    values.push(value);
    this.#values.set(field, values);
  }
}
