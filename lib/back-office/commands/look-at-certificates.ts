import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { certificateEnd } from '@/lib/platform/certificate-end';
import { now } from '@/lib/platform/clock';
import { read, write } from '@/lib/platform/db';

const AGAIN_AFTER_MS = 24 * 60 * 60_000;

/**
 * Notes until when the certificate is valid that each system shows where it is called: once a day, and soon after its
 * address has changed. Where it can't be read what was known stands.
 */
export async function lookAtCertificates(actor: JobActor): Promise<void> {
  const { tenantId } = actor;
  const lately = new Date(now().getTime() - AGAIN_AFTER_MS);
  const systems = await read(actor, (tx) =>
    tx.backOfficeSystem.findMany({
      where: {
        tenantId,
        active: true,
        connector: { not: 'file-drop' },
        webhookUrl: { startsWith: 'https:', mode: 'insensitive' },
        OR: [{ certificateAskedAt: null }, { certificateAskedAt: { lte: lately } }],
      },
      select: { id: true, webhookUrl: true },
    }),
  );
  await Promise.all(
    systems.map(async ({ id, webhookUrl }) => {
      const endsAt = await certificateEnd(webhookUrl ?? '');
      const at = now();
      await write(actor, (tx) =>
        tx.backOfficeSystem.updateMany({
          // It may have got another address meanwhile.
          where: { tenantId, id, webhookUrl },
          data: {
            certificateAskedAt: at,
            ...(endsAt && { certificateEndsAt: endsAt, certificateReadAt: at }),
          },
        }),
      );
    }),
  );
}
