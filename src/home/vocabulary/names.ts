import type { Language, Localized } from "../language.ts";
import type { Action, Property, Service, Spec } from "../spec/index.ts";
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

/** What a part of a device is called: "left key", "左键"; its kind or its own description where the table does not know it. */
export function serviceName({ type, description }: Service, language: Language): string {
  const key = KEYS[description.toLowerCase()];
  if (key) return key[language];
  return language === "zh" ? (KIND_TERMS[type]?.zh[0] ?? description) : description.toLowerCase();
}

/** The keys of wall switches, keyed by how specifications describe them. */
const KEYS: Readonly<Record<string, Localized>> = {
  "left key": { en: "left key", zh: "左键" },
  "middle key": { en: "middle key", zh: "中键" },
  "right key": { en: "right key", zh: "右键" },
  "left switch service": { en: "left key", zh: "左键" },
  "middle switch service": { en: "middle key", zh: "中键" },
  "right switch service": { en: "right key", zh: "右键" },
};

function spoken(description: string, type: string, language: Language): string {
  const text = description || type.replaceAll("-", " ");
  return language === "en" ? text.toLowerCase() : text;
}
