import 'server-only';
import { readPlace } from '@/lib/platform/request-place';
import { problem } from '@/lib/platform/route';
import { apiPage } from './api-page/api-page';
import { openApiDocument } from './contract/openapi';

/** The API's document as a page, open to all as the document is. */
export function answerApiPage(request: Request): Response {
  const place = readPlace(request.headers);
  // It did not pass proxy.ts.
  if (!place) return problem(404, 'No such resource');
  return new Response(apiPage(openApiDocument(), place.nonce), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
