import { findInvitationFile } from '@/lib/applications/queries/find-invitation-file';
import { answerWithFile } from '../../../file-answer';

/** A file of the document that somebody is asked to sign. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ invitationId: string; fileId: string }> },
): Promise<Response> {
  const place = await params;
  return answerWithFile('get-invitation-file', (actor) => findInvitationFile(actor, place));
}
