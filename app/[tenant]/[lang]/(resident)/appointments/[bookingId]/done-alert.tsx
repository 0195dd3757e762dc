import { Alert } from '@/components/ui/alert';
import { TextLink } from '@/components/ui/text-link';
import { getNoticeChoice, type NoticeChoice } from '@/lib/notifications/queries/get-notice-choice';
import type { ResidentActor } from '@/lib/platform/actor';
import { href, type Language, type Translate } from '@/lib/platform/i18n';

export const deeds = ['booked', 'moved', 'cancelled'] as const;

/** What she has just done. That she will be told and reminded is said to those whom something reaches. */
export async function DoneAlert({
  deed,
  actor,
  lang,
  t,
}: {
  deed: (typeof deeds)[number];
  actor: ResidentActor;
  lang: Language;
  t: Translate;
}) {
  const told = deed === 'booked' ? toldOf(await getNoticeChoice(actor)) : 'told';
  const text = told === 'told' ? deed : (`booked-${told}` as const);
  return (
    <Alert kind="success" live="status" title={t(`appointments:done.${deed}-title`)}>
      <p>{t(`appointments:done.${text}`)}</p>
      {told === 'untold' && (
        <p>
          <TextLink href={href(lang, '/settings/notices')}>{t('appointments:done.choose-notices')}</TextLink>
        </p>
      )}
    </Alert>
  );
}

/** Whether a way that she has chosen for her times leads to her. Of a digital mailbox only its register knows. */
const toldOf = ({ protectedIdentity, ways, offered }: NoticeChoice): 'told' | 'untold' | 'protected' => {
  if (protectedIdentity) return 'protected';
  const isTold = offered.some(
    ({ channel, leads }) => ways.meeting.includes(channel) && (leads || channel === 'digital-mail'),
  );
  return isTold ? 'told' : 'untold';
};
