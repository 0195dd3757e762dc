import 'server-only';

export type BodyRead = { ok: true; text: string } | { ok: false; status: 413 | 415; title: string };

/** A request's body as text, of the one media type, and never more of it in memory than allowed. */
export async function readBody(request: Request, mediaType: string, mostBytes: number): Promise<BodyRead> {
  const given = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (given !== mediaType) return { ok: false, status: 415, title: `Content-Type must be ${mediaType}` };
  const tooLarge = { ok: false, status: 413, title: `At most ${mostBytes} bytes` } as const;
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The length may be missing or untrue, so it is counted too.
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > mostBytes) return tooLarge;
    chunks.push(chunk);
  }
  return { ok: true, text: Buffer.concat(chunks).toString('utf8') };
}
