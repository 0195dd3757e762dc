import { makeAppealReceipt } from '@/lib/cases/commands/make-appeal-receipt';
import { answerWithFile } from '../../file-answer';

/** The PDF of an appeal she has sent; made on the spot where the worker has not come to it yet. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ appealId: string }> },
): Promise<Response> {
  const { appealId } = await params;
  return answerWithFile('get-appeal-receipt', (actor) => makeAppealReceipt(actor, appealId));
}
