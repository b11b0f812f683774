/** Scenes and automations as a file, for other rooms. */
import type { Origin } from "../../home/index.ts";
import type { Automation, Scene } from "../definition/index.ts";
import type { Check } from "./definitions.ts";
import type { Proposal } from "./proposals.ts";

/** Scenes and automations as a file. */
export interface DefinitionFiles {
  export(form: "yaml" | "json", signal?: AbortSignal): Promise<string>;
  /**
   * Checks every definition of a file without saving. Automations are checked together with the scenes of the file.
   * @param count how many next due times each automation gets
   * @throws JiaError `invalid-definition` when it is no such file, or when its definitions contradict each other
   */
  check(text: string, file: string, count: number, signal?: AbortSignal): Promise<FileCheck>;
  /** @throws JiaError `invalid-definition` */
  diff(text: string, file: string, signal?: AbortSignal): Promise<readonly Difference[]>;
  /**
   * Makes the home's definitions equal to those of the file. Everything is checked before anything is saved.
   * @throws JiaError `invalid-definition` that names every problem
   */
  import(text: string, file: string, options: ImportOptions): Promise<readonly Difference[]>;
}

/** One difference between the definitions of a home and those of a file. */
export interface Difference {
  readonly kind: "scene" | "automation";
  readonly id: string;
  readonly name: string;
  /** `extra`: in the home and not in the file; only a pruning import removes it. */
  readonly change: "add" | "change" | "same" | "extra";
  /** Top-level fields that differ. */
  readonly fields: readonly string[];
  /** What wants a yes that nobody has given, and is refused when it runs; null: nothing. */
  readonly proposal: Proposal | null;
}

/** The checks of a file's definitions, in its order. */
export interface FileCheck {
  readonly scenes: readonly Check<Scene>[];
  readonly automations: readonly (Check<Automation> & { readonly next: readonly number[] })[];
}

export interface ImportOptions {
  readonly origin: Origin;
  readonly approved?: boolean;
  /** Whether to delete definitions that the file does not hold. */
  readonly prune?: boolean;
  /** Ends the import as long as nothing was saved. */
  readonly signal?: AbortSignal;
}
