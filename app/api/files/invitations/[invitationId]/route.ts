import { findSignedDocument } from '@/lib/applications/queries/find-signed-document';
import { answerWithFile } from '../../file-answer';

/** What somebody has signed with others, with everybody's signatures, once it has been sent in. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ invitationId: string }> },
): Promise<Response> {
  const { invitationId } = await params;
  return answerWithFile('get-signed-document', (actor) => findSignedDocument(actor, invitationId));
}
