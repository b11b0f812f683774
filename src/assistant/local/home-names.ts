import type { Home, HomeEvent, Origin } from "../../home/index.ts";
import type { Memory } from "../../people/memory/index.ts";
import { HomeIndex } from "../../understanding/names/home-index.ts";
import { type PeopleList, PersonalNames } from "./memory/personal-names.ts";
import type { LocalPlanner } from "./planning/index.ts";

/** The sources of names. */
interface HomeNamesOptions {
  readonly home: Home;
  /** null: the home has no scenes. */
  readonly planner: Pick<LocalPlanner, "scenes" | "subscribe"> | null;
  /** null: nobody has names of their own for anything. */
  readonly memory: Memory | null;
  /** The owners of rooms; null: no room has an owner. */
  readonly people: PeopleList | null;
}

/** Keeps the index of names: of devices, rooms and scenes, and the names that people gave them. */
export class HomeNames {
  readonly index = new HomeIndex();
  readonly #home: Home;
  readonly #planner: HomeNamesOptions["planner"];
  readonly #spoken: PersonalNames;
  readonly #subscriptions: (() => void)[] = [];
  /** Whether the index knows the scenes as they are. */
  #scenesKnown = false;

  constructor({ home, planner, memory, people }: HomeNamesOptions) {
    this.#home = home;
    this.#planner = planner;
    this.#spoken = new PersonalNames(this.index, memory, people);
  }

  /** Builds the index and keeps it up to date until `stop`. */
  start(): void {
    this.#learnLayout();
    for (const device of this.#home.devices) this.index.update(device);
    this.#subscriptions.push(this.#home.subscribe((event) => this.#onEvent(event)));
    this.#spoken.start();
    const changed = this.#planner?.subscribe(({ type }) => {
      if (type === "definitions-changed") this.#scenesKnown = false;
    });
    if (changed) this.#subscriptions.push(changed);
  }

  stop(): void {
    this.#spoken.stop();
    for (const unsubscribe of this.#subscriptions.splice(0)) unsubscribe();
    this.#scenesKnown = false;
  }

  /** The index with the personal names of the speaker. */
  indexFor(origin: Origin): HomeIndex {
    return this.#spoken.indexFor(origin);
  }

  /** Reads the scenes again where they changed; called before a sentence is parsed. */
  learnScenes(): void {
    if (this.#planner === null || this.#scenesKnown) return;
    this.index.setScenes(
      this.#planner.scenes.list().map(({ definition }) => {
        const { id, name, aliases = [] } = definition;
        return { id, names: [name, ...aliases] };
      }),
    );
    this.#scenesKnown = true;
  }

  #learnLayout(): void {
    const { rooms, floors, groups } = this.#home.layout;
    this.index.setLayout(rooms, floors);
    this.index.setGroups(groups);
  }

  #onEvent(event: HomeEvent): void {
    switch (event.type) {
      case "device-added":
      case "device-updated":
        this.index.update(event.device);
        break;
      case "device-removed":
        this.index.remove(event.device.id);
        break;
      case "layout-changed":
        this.#learnLayout();
        break;
      default:
        return;
    }
    this.#spoken.renew();
  }
}
