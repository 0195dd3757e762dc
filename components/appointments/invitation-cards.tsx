import { ButtonLink } from '@/components/ui/button';
import { ActionCard } from '@/components/ui/card';
import { SentenceWith } from '@/components/ui/in-language';
import type { CalendarDate } from '@/lib/kernel/calendar-date';
import { dateText } from '@/lib/kernel/date-text';
import type { Said } from '@/lib/kernel/said';
import { href, type Language, type Translate } from '@/lib/platform/i18n';

export interface InvitationFacts {
  id: string;
  type: { slug: string; name: Said };
  bookBy: CalendarDate;
  isLate: boolean;
  text?: string;
  officer?: string | null;
}

/** She is asked to book: what, by when, what the office wrote, and the way to the times. */
export function InvitationCards({
  invitations,
  lang,
  t,
}: {
  invitations: readonly InvitationFacts[];
  lang: Language;
  t: Translate;
}) {
  return invitations.map(({ id, type, bookBy, isLate, text, officer }) => (
    <ActionCard
      key={id}
      urgent={isLate}
      title={
        <SentenceWith
          words={type.name}
          on={lang}
          sentence={(name) => t('appointments:invitation.title', { name })}
        />
      }
      due={t(isLate ? 'appointments:invitation.late' : 'appointments:invitation.by', {
        date: dateText(bookBy, lang),
      })}
      action={
        <ButtonLink href={href(lang, `/appointments/book/${type.slug}?invitation=${id}`)} iconAfter="arrow">
          {t('appointments:invitation.button')}
        </ButtonLink>
      }
    >
      {text && (
        <p className="ms-as-written" dir="auto">
          {text}
        </p>
      )}
      {officer && <p>{t('appointments:invitation.from', { name: `\u2068${officer}\u2069` })}</p>}
    </ActionCard>
  ));
}
