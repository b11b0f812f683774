import { JiaError } from "../../home/index.ts";

/** A decorator that runs a method only while a test holds: an instance that stands by changes nothing. */
export function activeOnly(active: () => boolean) {
  return <Target extends object>(target: Target, guarded: readonly (keyof Target)[]): Target =>
    new Proxy(target, {
      get: (_target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== "function") return value;
        return (...given: unknown[]) => {
          if (!active() && guarded.includes(key as keyof Target)) return Promise.reject(new JiaError("stands-by"));
          return value.apply(target, given);
        };
      },
    });
}
