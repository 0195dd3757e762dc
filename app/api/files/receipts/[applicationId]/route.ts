import { makeReceipt } from '@/lib/applications/commands/make-receipt';
import { findMyFile } from '@/lib/applications/queries/find-my-file';
import { notFound } from '@/lib/platform/errors';
import { answerWithFile } from '../../file-answer';

/** The receipt's PDF; made on the spot where the worker has not come to it yet. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ applicationId: string }> },
): Promise<Response> {
  const { applicationId } = await params;
  return answerWithFile('get-receipt', async (actor) => {
    const { fileId } = await makeReceipt(actor, applicationId);
    const file = await findMyFile(actor, fileId);
    if (!file) throw notFound();
    return file;
  });
}
