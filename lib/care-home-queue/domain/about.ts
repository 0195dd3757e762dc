/** What the audit log says that a deed on an offer was about: the case, so that she sees which; the offer as the reason. */
export const aboutOffer = ({ id, caseId }: { id: string; caseId: string }) => ({
  objectType: 'case' as const,
  objectId: caseId,
  reason: `offer ${id}`,
});
