import type { Language } from "../language.ts";
import type { Action, Property, Spec } from "../spec/index.ts";
import { ACTION_TERMS } from "./actions.ts";
import { KIND_TERMS } from "./kinds.ts";
import { PROPERTY_TERMS } from "./properties.ts";

/** What a property is called in a reply: "brightness", "亮度"; its own description where the tables do not know it. */
export function propertyName(property: Property, language: Language): string {
  return PROPERTY_TERMS[property.type]?.[language][0] ?? spoken(property.description, property.type, language);
}

export function actionName(action: Action, language: Language): string {
  return ACTION_TERMS[action.type]?.[language][0] ?? spoken(action.description, action.type, language);
}

/** What a kind of device is called: "air conditioner", "空调". */
export function kindName(kind: string, language: Language): string {
  return KIND_TERMS[kind]?.[language][0] ?? kind.replaceAll("-", " ");
}

export function specKindName(spec: Spec, language: Language): string {
  return kindName(spec.kind, language);
}

function spoken(description: string, type: string, language: Language): string {
  const text = description || type.replaceAll("-", " ");
  return language === "en" ? text.toLowerCase() : text;
}
