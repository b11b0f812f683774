import { z } from "zod";
import type { Saved } from "../automation/index.ts";
import { checkedForm, MomentForm } from "./row-forms.ts";

/** The columns of scenes and automations: the definition as JSON, and the fields that queries need. */
export interface DefinitionColumns {
  id: string;
  name: string;
  definition: string;
  approved: number;
  created_at: number;
  updated_at: number;
}

export function definitionRow(saved: Saved<{ readonly id: string; readonly name: string }>): DefinitionColumns {
  return {
    id: saved.definition.id,
    name: saved.definition.name,
    definition: JSON.stringify(saved.definition),
    approved: saved.approved ? 1 : 0,
    created_at: saved.createdAt,
    updated_at: saved.updatedAt,
  };
}

const TimesForm = z.looseObject({ createdAt: MomentForm, updatedAt: MomentForm });

/**
 * The saved definition of a row. Definitions were checked when they were saved.
 * @throws when the row is not JSON, has the definition of another id, or an invalid moment
 */
export function savedOf<Definition>(row: DefinitionColumns): Saved<Definition> {
  const saved: Saved<Definition> = {
    definition: definitionOf(row),
    approved: row.approved === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
  return checkedForm(saved, TimesForm);
}

function definitionOf({ id, definition }: DefinitionColumns) {
  const parsed = JSON.parse(definition);
  if (parsed?.id !== id) throw unknownForm();
  return parsed;
}

/** The error of a row whose definition this version does not know. */
export function unknownForm(): Error {
  return new Error("its definition has another form");
}
