import { getCalendarFile } from '@/lib/appointments/queries/get-calendar-file';
import { answerWithFile } from '../../file-answer';

/** A booked time as a calendar file; ?details=1: with what it is about. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ bookingId: string }> },
): Promise<Response> {
  const { bookingId } = await params;
  const isDetailed = new URL(request.url).searchParams.get('details') === '1';
  return answerWithFile('get-calendar-file', (actor) => getCalendarFile(actor, bookingId, { isDetailed }));
}
