import { answerCall } from '@/lib/back-office/answer-call';
import { readings } from './operations';

export const dynamic = 'force-dynamic';

// One door: which operations there are, and what they take, stands in lib/back-office/contract/operations.ts, so that
// the published document, the checks and the routes can't drift apart. An unknown path or method is a problem answer too.
const answer = (request: Request): Promise<Response> => answerCall(request, readings);

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
