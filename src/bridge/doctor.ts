/** What is on a broker, what of it Jia understands, and what is wrong with the rest (docs/doctor.md). */
export { ADVICE, type Advice } from "./doctor/advice.ts";
export { FINDINGS, type Finding, type FindingCode } from "./doctor/findings.ts";
export { type ExamineOptions, examine } from "./doctor/listen.ts";
export { PROBLEM_ADVICE } from "./doctor/problem-advice.ts";
export type { Kind } from "./doctor/recognise.ts";
export { type DialectReport, Doctor, type DoctorReport, type UnknownTopics } from "./doctor/report.ts";
