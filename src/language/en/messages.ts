import { answers } from "./answers.ts";
import { errors } from "./errors.ts";
import { home } from "./home.ts";
import { plans } from "./plans.ts";
import { policy } from "./policy.ts";
import { replies } from "./replies.ts";
import { things } from "./things.ts";
import { turn } from "./turn.ts";
import { words } from "./words.ts";

/** Every message of the product in English: the keys are those that every pack must have. */
export const messages = { words, errors, home, policy, replies, answers, plans, things, turn };
