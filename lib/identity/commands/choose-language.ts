import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { write } from '@/lib/platform/db';
import { forbidden, invalid } from '@/lib/platform/errors';
import { isLanguage } from '@/lib/platform/i18n';
import { may } from '../access';

/** Which language mails and messages to her are written in. The pages follow the address. */
export async function chooseLanguage(actor: ResidentActor, language: string): Promise<void> {
  if (!may(actor, 'change-profile')) throw forbidden();
  if (!isLanguage(language)) throw invalid({ language: 'settings:errors.language' });
  const { tenantId, personId } = actor;
  await write(actor, async (tx) => {
    await tx.person.update({
      where: { tenantId_id: { tenantId, id: personId } },
      data: { language },
      select: { id: true },
    });
    await auditInTx(tx, actor, { action: 'identity.choose-language', subjectPersonId: personId });
  });
}
