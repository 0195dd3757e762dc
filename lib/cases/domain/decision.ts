/** How a decision went: bifall, delavslag, avslag, avvisning, avskrivning. */
export const decisionOutcomes = [
  'granted',
  'partly_granted',
  'rejected',
  'dismissed',
  'written_off',
] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/**
 * What is decided: the case; only what she asked under FL 12 §, which is refused in a decision of its own; or that her
 * appeal came too late and is dismissed (FL 45 §).
 */
export const decisionMatters = ['application', 'delay_request', 'appeal'] as const;
export type DecisionMatter = (typeof decisionMatters)[number];
