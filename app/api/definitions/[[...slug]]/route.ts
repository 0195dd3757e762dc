import { exportDefinitions } from '@/lib/catalogue/commands/export-definitions';
import { peekStaffSession } from '@/lib/identity/staff-session';
import { problem, runRoute } from '@/lib/platform/route';

/** The municipality's definitions as a file, all or one of them (`?whole`: also what it inherits), for its administrators. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug?: string[] }> },
): Promise<Response> {
  return runRoute('export-definitions', async () => {
    const session = await peekStaffSession();
    if (!session)
      return new Response(null, { status: 303, headers: { location: '/admin/log-in?problem=ended' } });
    const [slug, ...more] = (await params).slug ?? [];
    if (more.length > 0) return problem(404, 'Not found');
    const whole = new URL(request.url).searchParams.has('whole');
    const text = await exportDefinitions(session.actor, { slug, whole });
    // A slug that has been found is small letters, digits and hyphens: safe in a file's name.
    const name = `${session.actor.tenantId}-${slug ?? 'tjanster'}.json`;
    return new Response(text, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  });
}
