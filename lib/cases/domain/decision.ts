/** How a decision went: bifall, delavslag, avslag, avvisning, avskrivning. */
export const decisionOutcomes = [
  'granted',
  'partly_granted',
  'rejected',
  'dismissed',
  'written_off',
] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** What is decided: the case, or only what she asked under FL 12 §, which is refused in a decision of its own. */
export const decisionMatters = ['application', 'delay_request'] as const;
export type DecisionMatter = (typeof decisionMatters)[number];
