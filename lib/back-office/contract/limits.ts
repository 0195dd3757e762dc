/** Limits that a caller must know; the OpenAPI document tells them. */
export const limits = {
  /** a decision's document, before base64 */
  documentBytes: 5_000_000,
  /** of the material of one round of comments; together no more than a body holds */
  documents: 10,
  /** the body of a call */
  bodyBytes: 7_500_000,
  perPage: { usual: 20, most: 100 },
  failedTokens: { calls: 20, windowSeconds: 60 },
} as const;
