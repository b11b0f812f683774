import type { Messages } from "../pack.ts";
import { errors } from "./errors.ts";
import { home } from "./home.ts";
import { policy } from "./policy.ts";
import { words } from "./words.ts";

export const messages: Messages = { words, errors, home, policy };
