interface Node {
  /** Keyed by level; "+" among them. */
  readonly children: Map<string, Node>;
  /** The filter that ends here, and the one that ends here with "#". */
  filter: string | null;
  rest: string | null;
}

/** Topic filters by their levels: finds those that fit a topic without looking at every one. */
export class FilterTree {
  readonly #root = node();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(filter: string): void {
    const levels = filter.split("/");
    const rest = levels.at(-1) === "#";
    if (rest) levels.pop();
    let place = this.#root;
    for (const level of levels) {
      const next = place.children.get(level) ?? node();
      place.children.set(level, next);
      place = next;
    }
    if (rest ? place.rest === null : place.filter === null) this.#size += 1;
    if (rest) place.rest = filter;
    else place.filter = filter;
  }

  delete(filter: string): void {
    const levels = filter.split("/");
    const rest = levels.at(-1) === "#";
    if (rest) levels.pop();
    const path = [this.#root];
    for (const level of levels) {
      const next = path.at(-1)?.children.get(level);
      if (!next) return;
      path.push(next);
    }
    const end = path.at(-1);
    if (!end || (rest ? end.rest : end.filter) === null) return;
    this.#size -= 1;
    if (rest) end.rest = null;
    else end.filter = null;
    for (let depth = path.length - 1; depth > 0; depth -= 1) {
      const place = path[depth];
      if (!place || place.filter !== null || place.rest !== null || place.children.size > 0) return;
      path[depth - 1]?.children.delete(levels[depth - 1] ?? "");
    }
  }

  /** Every filter that a topic fits (MQTT 5, 4.7). */
  matching(topic: string): readonly string[] {
    if (this.#size === 0) return [];
    const found: string[] = [];
    const levels = topic.split("/");
    let places: readonly Node[] = [this.#root];
    for (const [depth, level] of levels.entries()) {
      const next: Node[] = [];
      for (const { children, rest } of places) {
        // A wildcard at the beginning stands for no topic of the broker's own.
        const wild = depth > 0 || !level.startsWith("$");
        if (rest !== null && wild) found.push(rest);
        const exact = children.get(level);
        const any = wild ? children.get("+") : undefined;
        if (exact) next.push(exact);
        if (any) next.push(any);
      }
      if (next.length === 0) return found;
      places = next;
    }
    for (const { filter, rest } of places) {
      if (filter !== null) found.push(filter);
      if (rest !== null) found.push(rest);
    }
    return found;
  }
}

function node(): Node {
  return { children: new Map(), filter: null, rest: null };
}
