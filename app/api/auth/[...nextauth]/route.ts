import { problem } from '@/lib/platform/route';
import { returnFromBroker } from './return-from-broker';
import { returnFromStaffProvider } from './return-from-staff-provider';

/**
 * Where OpenID providers send the browser back to. Of next-auth's addresses only these are open: it has no sessions,
 * pages or log-out here.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  switch ((await params).nextauth.join('/')) {
    case 'callback/broker':
      return returnFromBroker(query);
    case 'callback/staff':
      return returnFromStaffProvider(query);
    default:
      return problem(404, 'Not found');
  }
}
