import { answerUpload } from '@/lib/applications/answer-upload';
import { currentActor } from '@/lib/identity/session';
import { problem, runRoute } from '@/lib/platform/route';

export const dynamic = 'force-dynamic';

/** Files that come in pieces over a bad line. Without JavaScript they come with the form instead. */
const answer = (request: Request): Promise<Response> =>
  runRoute('uploads', async () => {
    const actor = await currentActor();
    return actor.kind === 'resident' ? answerUpload(actor, request) : problem(401, 'Unauthorized');
  });

export { answer as DELETE, answer as HEAD, answer as PATCH, answer as POST };
