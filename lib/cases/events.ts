interface OfCase {
  caseId: string;
  personId: string;
}
type OfSupplement = OfCase & { supplementId: string };
type OfRound = OfCase & { roundId: string };
type OfDecision = OfCase & { decisionId: string };
type OfAppeal = OfCase & { appealId: string };

/** What cases tell of. Ids only. */
export interface CasesEvents {
  'cases.arrived': OfCase;
  'cases.received-by-office': OfCase;
  'cases.officer-changed': OfCase;
  /** another day that a decision is expected on */
  'cases.expected-told': OfCase;
  'cases.phase-changed': OfCase & { phase: string };
  'cases.supplement-asked': OfSupplement;
  /** each part she sends of an answer, the last too */
  'cases.supplement-answered': OfSupplement & { partId: string };
  'cases.supplement-received': OfSupplement;
  'cases.supplement-withdrawn': OfSupplement;
  'cases.supplement-extended': OfSupplement;
  'cases.more-time-asked': OfCase & { moreTimeId: string };
  /** of a request, or of a round of comments */
  'cases.more-time-answered': OfCase & { supplementId?: string; roundId?: string };
  'cases.comments-asked': OfRound;
  'cases.material-opened': OfRound;
  'cases.comment-sent': OfRound & { commentId: string };
  'cases.comments-extended': OfRound;
  'cases.comments-withdrawn': OfRound;
  /** one of the three: what she is to do by the day */
  'cases.due-day-reminded': OfCase & {
    reminderId: string;
    supplementId?: string;
    roundId?: string;
    decisionId?: string;
  };
  'cases.decision-arrived': OfDecision;
  'cases.decision-opened': OfDecision;
  'cases.withdrawal-sent': OfCase & { withdrawalId: string };
  'cases.delay-told': OfCase;
  'cases.delay-requested': OfCase & { delayRequestId: string };
  'cases.appeal-sent': OfAppeal;
  'cases.appeal-step': OfDecision;
  'cases.appeal-received': OfAppeal;
  /** of what she has not sent yet: an answer, a comment or an appeal of the decision */
  'cases.file-infected': OfCase & { supplementId?: string; roundId?: string; decisionId?: string };
}
