import type { Property } from "../../home/index.ts";
import { propertiesOf, type Target } from "./situation.ts";
import { ABSENT, bool, listed, type Standing } from "./standing.ts";

/** What a status says of something that works or keeps warm. */
export const WORKING =
  /^(?!.*(?:paus|reserv|appoint|delay|complet|finish|cooked|preheated$|\bnot\b|暂停|预约|完成)).*(?:sweep|mop|mow|clean|busy|running|cook|wash|work|heat|\bkeep|warm|brew|dry|rins|spin|bak|steam|boil|清扫|拖地|运行|工作|加热|保温|烹|洗)/i;

export function working(target: Target): Standing {
  const tells = propertiesOf(target).some(
    ({ type, values }) => STATUSES.includes(type) && values.some(({ description }) => WORKING.test(description)),
  );
  return tells ? listed(target, STATUSES, WORKING) : ABSENT;
}

const STATUSES = ["status", "run-status"];

export function isStatus({ type }: Property): boolean {
  return STATUSES.includes(type);
}

/** What a device does of its own: to heat, to blow. Any of them says that it is on. */
export function functions(target: Target): readonly Standing[] {
  const each = ["heating", "blow", "ventilation"].map((type) => bool(target, type));
  return each.toSorted((a, b) => Number(b.kind === "is" && b.holds) - Number(a.kind === "is" && a.holds));
}
