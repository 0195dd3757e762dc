import 'server-only';
import { currentActor } from '@/lib/identity/session';
import type { ResidentActor } from '@/lib/platform/actor';
import { runRoute } from '@/lib/platform/route';

interface FileToSend {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/**
 * Sends one file to a logged-in resident; anybody else is sent to log in. It is always saved, never shown as a page of
 * ours: what somebody has uploaded must not run here.
 */
export function answerWithFile(
  name: string,
  find: (actor: ResidentActor) => Promise<FileToSend>,
): Promise<Response> {
  return runRoute(name, async () => {
    const actor = await currentActor();
    if (actor.kind !== 'resident')
      return new Response(null, { status: 303, headers: { location: '/log-in?ended=1' } });
    const file = await find(actor);
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        'content-type': file.mediaType,
        'content-length': String(file.bytes.byteLength),
        // ASCII for old browsers, the real name for the others (RFC 6266).
        'content-disposition': `attachment; filename="${asciiName(file.name)}"; filename*=UTF-8''${encoded(file.name)}`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        // Should a browser show it all the same: without scripts, forms or an origin of ours.
        'content-security-policy': "default-src 'none'; sandbox",
      },
    });
  });
}

const asciiName = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '');

/** encodeURIComponent, and the four signs it leaves that RFC 8187 does not allow. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
