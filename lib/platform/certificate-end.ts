import 'server-only';
import { isIP } from 'node:net';
import { addAbortSignal } from 'node:stream';
import { connect } from 'node:tls';

/**
 * Until when the certificate is valid that is shown at an https address; null where none could be read in time. It is
 * taken as it is shown, trusted or not: nothing is sent, and one that has ended is just what somebody must be told of.
 */
export function certificateEnd(
  address: string,
  { timeoutMs = 5_000 }: { timeoutMs?: number } = {},
): Promise<Date | null> {
  const { hostname, port } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port: port ? Number(port) : 443,
      ...(isIP(host) === 0 && { servername: host }),
      rejectUnauthorized: false,
    });
    addAbortSignal(AbortSignal.timeout(timeoutMs), socket);
    socket.once('secureConnect', () => {
      resolve(socket.getPeerX509Certificate()?.validToDate ?? null);
      // In good order: a handshake that is cut off stands in the other's log as an attack.
      socket.end();
    });
    socket.on('error', () => resolve(null));
    // Closed before it has shown any.
    socket.once('close', () => resolve(null));
  });
}
