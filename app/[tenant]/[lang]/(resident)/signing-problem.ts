/** Why a signature could not be begun or used, as the address says it; the words are in `applications:sign.problems`. */
const problems = ['in-progress', 'too-many', 'bankid-down', 'changed'] as const;
export type SigningProblem = (typeof problems)[number];

export const isSigningProblem = (text: unknown): text is SigningProblem =>
  problems.includes(text as SigningProblem);
