/** How a decision went: bifall, delavslag, avslag, avvisning, avskrivning. */
export const decisionOutcomes = [
  'granted',
  'partly_granted',
  'rejected',
  'dismissed',
  'written_off',
] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];
