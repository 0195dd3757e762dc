import { notFound } from '@/lib/platform/errors';
import { runRoute } from '@/lib/platform/route';
import { getTakeOutSchema } from '@/lib/take-out/queries/get-take-out-schema';

/** What a case that is taken out looks like as data: public, and the same for all. */
export function GET(_: Request, { params }: { params: Promise<{ version: string }> }): Promise<Response> {
  return runRoute('take-out-schema', async () => {
    const schema = getTakeOutSchema((await params).version);
    if (!schema) throw notFound();
    return Response.json(schema, {
      headers: { 'content-type': 'application/schema+json', 'cache-control': 'public, max-age=3600' },
    });
  });
}
