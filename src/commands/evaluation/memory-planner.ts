import type { Planner, Timer, TimerRequest } from "../../automation/index.ts";
import { JiaError } from "../../home/index.ts";
import type { TimerSeen } from "./judge.ts";

/** Timers that are only written down: for an evaluation, which looks at them and never waits. Nothing else can be planned. */
export class MemoryPlanner implements Planner {
  readonly #timers = new Map<string, Timer>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get seen(): TimerSeen[] {
    return [...this.#timers.values()].map(({ durationMs, name, room }) => ({ seconds: durationMs / 1000, name, room }));
  }

  readonly timers: Planner["timers"] = {
    list: () => [...this.#timers.values()],
    find: (words) => [...this.#timers.values()].filter(({ name }) => name.toLowerCase().includes(words.toLowerCase())),
    commanding: (devices) =>
      [...this.#timers.values()].filter(({ commands }) => commands.some(({ device }) => devices.includes(device))),
    describe: () => "",
    approvals: () => [],
    start: (request) => Promise.resolve(this.#start(request)),
    cancel: (id) => {
      const timer = this.#timer(id);
      this.#timers.delete(id);
      return Promise.resolve(timer);
    },
    pause: (id) => {
      const timer = this.#timer(id);
      const remainingMs = timer.state.kind === "running" ? timer.state.dueAt - this.#now() : timer.state.remainingMs;
      return Promise.resolve(this.#set({ ...timer, state: { kind: "paused", remainingMs } }));
    },
    resume: (id) => {
      const timer = this.#timer(id);
      const left = timer.state.kind === "paused" ? timer.state.remainingMs : timer.state.dueAt - this.#now();
      return Promise.resolve(this.#set({ ...timer, state: { kind: "running", dueAt: this.#now() + left } }));
    },
    add: (id, milliseconds) => {
      const timer = this.#timer(id);
      const { state } = timer;
      const longer =
        state.kind === "running"
          ? { kind: "running" as const, dueAt: state.dueAt + milliseconds }
          : { kind: "paused" as const, remainingMs: state.remainingMs + milliseconds };
      return Promise.resolve(this.#set({ ...timer, durationMs: timer.durationMs + milliseconds, state: longer }));
    },
  };

  readonly automations: Planner["automations"] = {
    list: () => [],
    get: () => undefined,
    find: () => [],
    commanding: () => [],
    check: () => ({ definition: null, problems: [], warnings: [], approvals: [] }),
    save: (draft) => {
      const now = this.#now();
      const definition = { ...draft, id: draft.id ?? "planned" };
      return Promise.resolve({ definition, approved: false, createdAt: now, updatedAt: now, nextRun: null });
    },
    remove: () => Promise.reject(unavailable()),
    setEnabled: () => Promise.reject(unavailable()),
    run: () => Promise.reject(unavailable()),
    dryRun: () => Promise.reject(unavailable()),
    preview: () => [],
    describe: () => "",
  };

  readonly scenes: Planner["scenes"] = {
    list: () => [],
    get: () => undefined,
    find: () => [],
    check: () => ({ definition: null, problems: [], warnings: [], approvals: [] }),
    save: () => Promise.reject(unavailable()),
    remove: () => Promise.reject(unavailable()),
    snapshot: (name) => ({ name, steps: [] }),
    activate: () => Promise.reject(unavailable()),
    preview: () => [],
    undo: () => Promise.reject(unavailable()),
    describe: () => "",
  };

  readonly standsBy = false;

  readonly runs: Planner["runs"] = {
    list: () => Promise.resolve([]),
    get: () => Promise.resolve(undefined),
    describe: ({ name }) => ({ name, cause: "", conditions: [], steps: [] }),
    stop: () => Promise.reject(unavailable()),
  };

  readonly files: Planner["files"] = {
    export: () => "",
    diff: () => [],
    import: () => Promise.reject(unavailable()),
  };

  webhook(): boolean {
    return false;
  }

  subscribe(): () => void {
    return () => undefined;
  }

  planned(): [] {
    return [];
  }

  explain(): Promise<{ text: string; cause: null }> {
    return Promise.resolve({ text: "", cause: null });
  }

  #start({ name = "", durationMs, commands = [], origin, room = null, approved = false }: TimerRequest): Timer {
    const now = this.#now();
    const state = { kind: "running", dueAt: now + durationMs } as const;
    return this.#set({
      id: crypto.randomUUID(),
      name,
      state,
      durationMs,
      commands,
      approved,
      origin,
      room,
      createdAt: now,
    });
  }

  #timer(id: string): Timer {
    const timer = this.#timers.get(id);
    if (!timer) throw new JiaError("not-found", { what: `timer ${id}` });
    return timer;
  }

  #set(timer: Timer): Timer {
    this.#timers.set(timer.id, timer);
    return timer;
  }
}

function unavailable(): JiaError {
  return new JiaError("invalid-request", { detail: "an evaluation keeps timers only" });
}
