import { findMyFile } from '@/lib/applications/queries/find-my-file';
import { getCaseFile } from '@/lib/cases/queries/get-case-file';
import { findMyMessageFile } from '@/lib/messages/queries/find-my-message-file';
import { answerWithFile } from '../file-answer';

/** A file of the resident's own: from an application, a message, or from a case, which also writes the refusal of any other. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return answerWithFile(
    'get-file',
    async (actor) =>
      (await findMyFile(actor, id)) ?? (await findMyMessageFile(actor, id)) ?? getCaseFile(actor, id),
  );
}
