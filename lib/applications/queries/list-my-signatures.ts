import 'server-only';
import { languageOf } from '@/lib/catalogue/domain/texts';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { requireResidentMay, visibleInvitationsInTx } from '../access';

export interface SignatureInList {
  invitationId: string;
  serviceName: Said;
  signedAt: Date;
  /** whether everybody has signed, so that it has been sent in */
  isSent: boolean;
}

const MOST = 50;

/** Others' applications that she has signed, latest first. What was taken back since is no longer anything to follow. */
export async function listMySignatures(
  actor: Actor,
  { language }: { language: Language },
): Promise<SignatureInList[]> {
  requireResidentMay(actor, 'answer-invitation');
  return read(actor, async (tx) => {
    const rows = await tx.applicationSigner.findMany({
      where: {
        ...(await visibleInvitationsInTx(tx, actor)),
        status: 'signed',
        application: { status: { in: ['awaiting_signatures', 'submitted', 'withdrawn'] } },
      },
      orderBy: { answeredAt: 'desc' },
      take: MOST,
      select: {
        id: true,
        answeredAt: true,
        documentHash: true,
        application: {
          select: {
            status: true,
            documentHash: true,
            snapshot: { select: { hash: true } },
            service: { select: { definition: true } },
          },
        },
      },
    });
    return rows.flatMap(({ id, answeredAt, documentHash, application }) => {
      const current = application.snapshot?.hash ?? application.documentHash;
      if (!answeredAt || !current || !Buffer.from(current).equals(documentHash)) return [];
      const { name, languages } = application.service.definition as unknown as Named;
      const lang = languageOf({ languages }, language);
      return [
        {
          invitationId: id,
          serviceName: { text: name[lang] ?? '', lang },
          signedAt: answeredAt,
          isSent: application.status !== 'awaiting_signatures',
        },
      ];
    });
  });
}

interface Named {
  name: Record<string, string>;
  languages: string[];
}
