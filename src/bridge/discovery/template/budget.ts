/** Why a template stopped. `missing`: it asked for what the message does not hold, which is no fault of anybody. */
export type TemplateFault = "syntax" | "missing" | "unsupported" | "wrong-type" | "too-long" | "too-big";

/** A template that cannot be rendered. */
export class TemplateError extends Error {
  readonly fault: TemplateFault;

  constructor(fault: TemplateFault, message: string) {
    super(message);
    this.name = "TemplateError";
    this.fault = fault;
  }
}

/** Longest time that one rendering may compute, in milliseconds. Waiting for a busy machine's processor does not count. */
export const MAX_MS = 10;
/** Most steps of one rendering: expressions evaluated, characters tried by a regular expression. */
const MAX_STEPS = 40_000;
/** Most characters and list items made by one rendering. */
const MAX_MADE = 500_000;
/** Every so many steps the clock is looked at. */
const CLOCK_STEPS = 1024;

/**
 * The resources of one rendering. Everything that repeats or grows takes from it, so that nothing runs long or eats
 * memory.
 */
export class Budget {
  #steps = MAX_STEPS;
  #made = MAX_MADE;
  #untilClock = CLOCK_STEPS;
  /** Computing time of this thread at the first look at the clock, in milliseconds: most renderings end before it. */
  #began: number | null = null;

  /** Takes `steps`. @throws TemplateError `too-long` */
  step(steps = 1): void {
    this.#steps -= steps;
    if (this.#steps < 0) throw new TemplateError("too-long", "too many steps");
    this.#untilClock -= steps;
    if (this.#untilClock > 0) return;
    this.#untilClock = CLOCK_STEPS;
    const now = computed();
    this.#began ??= now;
    if (now - this.#began > MAX_MS) throw new TemplateError("too-long", `longer than ${MAX_MS} ms`);
  }

  /** Takes room for `size` characters or items, before they are made. @throws TemplateError `too-big` */
  make(size: number): void {
    this.#made -= size;
    if (!(this.#made >= 0)) throw new TemplateError("too-big", "makes too much text");
    this.step(1 + Math.ceil(size / 64));
  }
}

/** How long this thread has computed, in milliseconds. */
export function computed(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
