/** What is on a broker, what of it Jia understands, and what is wrong with the rest (docs/doctor.md). */

export { isKnownProblem, PROBLEM_CODES, type ProblemCode } from "../problem-codes.ts";
export { type DoctorFinding, FINDINGS, type FindingCode } from "./finding.ts";
export { type ExamineOptions, examine } from "./listen.ts";
export type { TopicKind } from "./recognise.ts";
export { type DialectReport, Doctor, type DoctorReport, type UnknownTopics } from "./report.ts";
