import { ButtonLink } from '@/components/ui/button';
import { ActionCard } from '@/components/ui/card';
import { InLanguage } from '@/components/ui/in-language';
import { instantText, timeText } from '@/lib/kernel/date-text';
import type { Said } from '@/lib/kernel/said';
import { href, type Language, type Translate } from '@/lib/platform/i18n';

interface Waiting {
  id: string;
  type: { name: Said };
  startsAt: Date;
}

interface Until extends Waiting {
  heldUntil: Date | null;
}

/** What waits for her: a time that she has taken and not confirmed, an earlier one to answer, one that was taken away. */
export function WaitingCards({
  held,
  offered,
  takenAway,
  lang,
  t,
}: {
  held: readonly Until[];
  offered: readonly Until[];
  takenAway: readonly Waiting[];
  lang: Language;
  t: Translate;
}) {
  const name = ({ type }: Waiting) => (
    <p>
      <InLanguage lang={type.name.lang} on={lang}>
        {type.name.text}
      </InLanguage>
    </p>
  );
  const when = ({ startsAt }: Waiting) => instantText(startsAt, lang);
  return (
    <>
      {held.map((one) => (
        <ActionCard
          key={one.id}
          title={t('appointments:held.title', { when: when(one) })}
          due={one.heldUntil && t('appointments:held.until', { time: timeText(one.heldUntil, lang) })}
          action={
            <ButtonLink href={href(lang, `/appointments/${one.id}/confirm`)} iconAfter="arrow">
              {t('appointments:held.button')}
            </ButtonLink>
          }
        >
          {name(one)}
        </ActionCard>
      ))}
      {offered.map((one) => (
        <ActionCard
          key={one.id}
          title={t('appointments:offered.title', { when: when(one) })}
          due={one.heldUntil && t('appointments:offered.until', { when: instantText(one.heldUntil, lang) })}
          action={
            <ButtonLink href={href(lang, `/appointments/${one.id}/confirm`)} iconAfter="arrow">
              {t('appointments:offered.button')}
            </ButtonLink>
          }
        >
          {name(one)}
        </ActionCard>
      ))}
      {takenAway.map((one) => (
        <ActionCard
          key={one.id}
          urgent
          title={t('appointments:taken-away.title', { when: when(one) })}
          action={
            <ButtonLink href={href(lang, `/appointments/${one.id}`)} iconAfter="arrow">
              {t('appointments:taken-away.button')}
            </ButtonLink>
          }
        >
          {name(one)}
        </ActionCard>
      ))}
    </>
  );
}
