import { notFound } from '@/lib/platform/errors';
import { runRoute } from '@/lib/platform/route';
import { getTakeOutSchema } from '@/lib/take-out/queries/get-take-out-schema';

type Props = { params: Promise<{ what: string; version: string }> };

/** What is taken out (`case`, `care`) looks like as data: public, and the same for all. */
export function GET(_: Request, { params }: Props): Promise<Response> {
  return runRoute('take-out-schema', async () => {
    const { what, version } = await params;
    const schema = getTakeOutSchema(what, version);
    if (!schema) throw notFound();
    return Response.json(schema, {
      headers: { 'content-type': 'application/schema+json', 'cache-control': 'public, max-age=3600' },
    });
  });
}
