import { answerFeed } from '@/lib/appointments/answer-feed';
import { requestFacts } from '@/lib/platform/request';

/** Her times, for a calendar that shows the private address. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const [{ tenantId }, { file }] = await Promise.all([requestFacts(), params]);
  return answerFeed(request, tenantId, file);
}
