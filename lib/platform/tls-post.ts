import 'server-only';
import { type Agent, request } from 'node:https';

/**
 * Posts a text over a connection that shows a certificate of ours, which fetch can't. Rejects where nothing answers in
 * time, or at too great a length.
 */
export function postOverTls(
  agent: Agent,
  url: URL,
  {
    body,
    headers,
    timeoutMs,
    maxBytes,
  }: { body: string; headers: Record<string, string>; timeoutMs: number; maxBytes: number },
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        signal: AbortSignal.timeout(timeoutMs),
      },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > maxBytes) sent.destroy(new Error('answer too long'));
          else chunks.push(chunk);
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
        );
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
