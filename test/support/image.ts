import { cpSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.boolean(), optional: z.boolean(), devOptional: z.boolean() }).partial(),
  ),
});

/** What the Dockerfile says about the image of its last stage. */
export interface Image {
  /** Files and folders of the repository, with where they go below the working folder. */
  readonly copies: readonly { readonly source: string; readonly to: string }[];
  readonly env: Readonly<Record<string, string>>;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly health: readonly string[];
}

export function readDockerfile(path = "Dockerfile"): Image {
  const text = readFileSync(path, "utf8").replace(/\\\n\s*/g, " ");
  const stage = text.slice(text.lastIndexOf("\nFROM "));
  const list = (pattern: RegExp): string[] => z.array(z.string()).parse(JSON.parse(pattern.exec(stage)?.[1] ?? "[]"));
  return {
    copies: [...stage.matchAll(/^COPY (?!--from)(.*) (\S+)$/gm)].flatMap(([, sources = "", to = ""]) => {
      const all = sources.split(" ");
      // Several sources, or a folder's path with "/", go into the folder.
      return all.map((source) => ({ source, to: all.length > 1 || to.endsWith("/") ? join(to, source) : to }));
    }),
    env: Object.fromEntries(
      [...stage.matchAll(/^ENV (.*)$/gm)].flatMap(([, pairs = ""]) =>
        [...pairs.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value] as const),
      ),
    ),
    entrypoint: list(/^ENTRYPOINT (\[.*\])$/m),
    command: list(/^CMD (\[.*\])$/m),
    health: list(/^HEALTHCHECK .*CMD (\[.*\])$/m),
  };
}

/**
 * Lays the image's files out in an empty folder: those that it copies, and the packages that
 * `npm ci --omit=dev --omit=optional` installs, as links. Whoever runs there has to preserve links: a package beside
 * them is not part of the image.
 */
export function layOut(image: Image, folder: string): void {
  for (const { source, to } of image.copies) cpSync(source, join(folder, to), { recursive: true });
  const { packages } = Lock.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
  for (const [path, { dev, optional, devOptional }] of Object.entries(packages)) {
    // Packages inside of others come with them.
    if (dev || optional || devOptional || !/^node_modules\/(?!.*\/node_modules\/)/.test(path)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(resolve(path), join(folder, path));
  }
}
