import type { Messages } from "../pack.ts";
import { answers } from "./answers.ts";
import { api } from "./api.ts";
import { errors } from "./errors.ts";
import { findingAdvice, findings } from "./findings.ts";
import { home } from "./home.ts";
import { hub } from "./hub.ts";
import { miio } from "./miio.ts";
import { model, modelFailures } from "./model.ts";
import { plans } from "./plans.ts";
import { policy } from "./policy.ts";
import { problemAdvice } from "./problem-advice.ts";
import { replies } from "./replies.ts";
import { things } from "./things.ts";
import { tools } from "./tools.ts";
import { turn } from "./turn.ts";
import { words } from "./words.ts";

export const messages: Messages = {
  answers,
  api,
  errors,
  findings,
  findingAdvice,
  home,
  hub,
  miio,
  modelFailures,
  model,
  plans,
  policy,
  problemAdvice,
  replies,
  things,
  tools,
  turn,
  words,
};
