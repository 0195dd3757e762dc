import { answerCall } from '@/lib/back-office/answer-call';

export const dynamic = 'force-dynamic';

// One door: which operations there are, and what they take, stands in lib/back-office/contract/operations.ts, so that
// the published document, the checks and the routes can't drift apart. An unknown path or method is a problem answer too.
export {
  answerCall as DELETE,
  answerCall as GET,
  answerCall as PATCH,
  answerCall as POST,
  answerCall as PUT,
};
