import { errors } from "./errors.ts";
import { home } from "./home.ts";
import { policy } from "./policy.ts";
import { words } from "./words.ts";

/** Every message of the product in English: the keys are those that every pack must have. */
export const messages = { words, errors, home, policy };
