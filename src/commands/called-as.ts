/** How npm runs the command line; `launch.cjs` tells when it did. */
const THROUGH_NPM = "npm run jia --";

/**
 * A text of our own with its commands, which are written as `jia say …`, in the form that works where Jia was called as
 * `program`: `jia`, `./jia`, `npm run jia --`, `npx jia`.
 */
export function asCalled(text: string, program: string): string {
  const started =
    program === THROUGH_NPM
      ? text.replaceAll(/\bjia start (?=--)/g, "npm start -- ").replaceAll(/\bjia start\b/g, "npm start")
      : text;
  return started.replaceAll(/(?<![\w./-])jia (?=[a-z<{-])/g, `${program} `);
}
