import type { Home } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { asList } from "../definition/basics.ts";
import type { Condition } from "../definition/index.ts";
import { MotionLog } from "../motion.ts";
import type { Problems } from "../problems.ts";
import type { Resident } from "../residents.ts";
import type { DeviceChecks } from "./devices.ts";
import { checkModes } from "./modes.ts";
import { checkPerson } from "./people.ts";

/** What conditions are checked against. */
interface Around {
  readonly home: Home;
  /** Ids of the modes of the home; null: it has none. */
  readonly modes: readonly string[] | null;
  /** null: the home has no people. */
  readonly residents: readonly Resident[] | null;
}

/** Checks conditions, wherever in an automation they stand. */
export class ConditionChecks {
  readonly #home: Home;
  readonly #modes: readonly string[] | null;
  readonly #residents: readonly Resident[] | null;
  readonly #devices: DeviceChecks;
  readonly #problems: Problems;

  constructor({ home, modes, residents }: Around, devices: DeviceChecks, problems: Problems) {
    this.#home = home;
    this.#modes = modes;
    this.#residents = residents;
    this.#devices = devices;
    this.#problems = problems;
  }

  /** Looks at a condition and all in it. */
  check(condition: Condition, field: string): void {
    switch (condition.type) {
      case "all":
      case "any":
        condition.of.forEach((each, index) => {
          this.check(each, `${field}.of[${index}]`);
        });
        return;
      case "not":
        this.check(condition.of, `${field}.of`);
        return;
      case "state":
        this.#devices.compared(condition.target, condition.property, asList(condition.is), field, "is");
        return;
      case "numeric":
        this.#devices.numeric(condition.target, condition.property, field);
        this.#devices.bounds(condition, field, false);
        return;
      case "quiet": {
        const devices = this.#devices.target(condition.target, `${field}.target`);
        if (devices.length > 0 && !devices.some((device) => MotionLog.canTell(device))) {
          this.#problems.add(
            `${field}.target`,
            condition.target,
            message("problems.noMotion"),
            message("problems.nameMotion"),
          );
        }
        return;
      }
      case "availability":
        this.#devices.target(condition.target, `${field}.target`);
        return;
      case "time":
        this.#needsLocation(/[a-z]/.test(`${condition.after ?? ""}${condition.before ?? ""}`), field);
        return;
      case "sun":
        this.#needsLocation(true, field);
        return;
      case "mode":
        checkModes(condition.is, this.#modes, `${field}.is`, this.#problems);
        return;
      case "presence":
        checkPerson(condition.person, this.#residents, `${field}.person`, this.#problems);
        return;
      case "date":
      case "weekday":
        return;
      default:
        condition satisfies never;
    }
  }

  #needsLocation(sun: boolean, field: string): void {
    if (!sun || this.#home.location) return;
    this.#problems.add(field, "", message("schedule.noLocation"), message("schedule.fixSun"));
  }
}
