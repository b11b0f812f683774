import type { Logger } from "pino";
import type { Conversations } from "../assistant/conversations.ts";
import { type Residents, TimerScheduler } from "../automation/index.ts";
import type { Clock, Home } from "../home/index.ts";
import { HomePeople, type PresenceAround, type PresenceTopics, residents, type Surroundings } from "../people/index.ts";
import type { Channels } from "../people/notices/index.ts";
import type { Store } from "../store/index.ts";

/**
 * The people of this home, over the store.
 * @param standsBy whether another instance holds them
 */
export function createPeople(store: Store, clock: Clock, log: Logger, standsBy: () => boolean): HomePeople {
  const failed = (error: unknown) => log.error({ err: error }, "a part of the people failed");
  return new HomePeople({
    storage: store.people,
    pins: store.pins,
    tokens: store.tokens,
    presence: store.presence,
    clock,
    standsBy,
    failed,
  });
}

/** The home around the people. */
export function surroundingsOf({ timezone, layout }: Home): Surroundings {
  return { zone: timezone, room: (name) => layout.findRoom(name)?.id ?? null };
}

/** The context of presence. */
export function presenceContext(home: Home, topics: PresenceTopics, clock: Clock): PresenceAround {
  const { room } = surroundingsOf(home);
  return { home, topics, wakes: new TimerScheduler(clock), room };
}

/** The people as automations see them. */
export function residentsOf(people: HomePeople): Residents {
  return {
    list: () => residents(people),
    subscribe: (listener) =>
      people.subscribe((event) => {
        if (event.type === "arrived") listener({ ...event, home: true, last: false });
        if (event.type === "left") listener({ ...event, home: false, first: false });
      }),
  };
}

/** Deletes the channels of deleted people, now and whenever people change. Returns a function that ends this. */
export function removeOrphanedChannels(channels: Channels, people: HomePeople, log: Logger): () => void {
  const check = (): void => {
    if (channels.standsBy) return;
    for (const { id, person, fromFile } of channels.list()) {
      if (person === null || fromFile || people.registry.kept(person)) continue;
      channels.remove(id).catch((error: unknown) => log.error({ err: error }, "a channel was not taken away"));
    }
  };
  check();
  return people.subscribe(({ type }) => {
    if (type === "people-changed") check();
  });
}

/**
 * Registers channels and quiet times as data of a person, for export and deletion. Channels of jia.yaml stay there
 * until somebody removes them.
 */
export function registerNoticeData(people: HomePeople, channels: Channels): void {
  const own = (person: string) => channels.list().filter((channel) => channel.person === person);
  people.data.register({
    name: "channels",
    read: (person) => Promise.resolve(own(person)),
    erase: async (person) => {
      const saved = own(person).filter(({ fromFile }) => !fromFile);
      for (const { id } of saved) await channels.remove(id);
      return saved.length;
    },
  });
  people.data.register({
    name: "quiet",
    read: (person) => Promise.resolve(untilOf(channels.quietUntil(person))),
    erase: async (person) => {
      if (channels.quietUntil(person) === null) return 0;
      await channels.setQuietUntil(person, null);
      return 1;
    },
  });
}

function untilOf(until: number | null): readonly unknown[] {
  return until === null ? [] : [{ until: new Date(until).toISOString() }];
}

/** Registers conversations and the audit as data of a person, for export and deletion. */
export function registerPersonData(people: HomePeople, store: Store, conversations: Conversations): void {
  people.data.register({
    name: "conversations",
    read: (person) => store.exchanges.saidBy(person),
    erase: async (person) => {
      conversations.forgetPerson(person);
      return await store.exchanges.forgetPerson(person);
    },
  });
  people.data.register({
    name: "audit",
    erasedByAdults: true,
    read: (person) => store.audit.ofPerson(person),
    erase: (person) => store.audit.forgetPerson(person),
  });
}
