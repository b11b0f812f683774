/** What is on a broker, what of it Jia understands, and what is wrong with the rest (docs/doctor.md). */
export { FINDINGS, type Finding, type FindingCode } from "./doctor/findings.ts";
export { type ExamineOptions, examine } from "./doctor/listen.ts";
export type { Kind } from "./doctor/recognise.ts";
export { type DialectReport, Doctor, type DoctorReport, type UnknownTopics } from "./doctor/report.ts";
export { isKnownProblem, PROBLEM_CODES, type ProblemCode } from "./problem-codes.ts";
