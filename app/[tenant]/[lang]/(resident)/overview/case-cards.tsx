import { appealText } from '@/components/cases/appeal-text';
import { CaseSteps } from '@/components/cases/case-steps';
import { CaseTag } from '@/components/cases/case-tag';
import { Card } from '@/components/ui/card';
import { Heading } from '@/components/ui/heading';
import { InLanguage } from '@/components/ui/in-language';
import { TextLink } from '@/components/ui/text-link';
import type { OverviewCase } from '@/lib/cases/queries/get-overview';
import type { CalendarDate } from '@/lib/kernel/calendar-date';
import { href, type Language, type Translate } from '@/lib/platform/i18n';

/** Where it is, what happens next, and who has it. */
export function OngoingCase({ theCase, lang, t }: { theCase: OverviewCase; lang: Language; t: Translate }) {
  const { id, situation, now, steps, officer } = theCase;
  return (
    <Card as="li" labelledBy={`case-${id}`}>
      <CaseHead theCase={theCase} lang={lang} t={t} />
      <div className="ms-case-steps">
        <CaseSteps steps={steps} lang={lang} />
      </div>
      {now && (
        <p>
          <InLanguage lang={now.lang} on={lang}>
            {now.text}
          </InLanguage>
        </p>
      )}
      <p>
        <strong>{t('cases:case.next')}:</strong> {t(`cases:outlook.${situation}.next`)}
      </p>
      {officer && <p>{t('cases:list.officer', { name: officer })}</p>}
    </Card>
  );
}

/** Nothing happens in it by itself any more, unless she is offered a home; what she may still do has a last day. */
export function DecidedCase({
  theCase,
  hasOffer,
  today,
  lang,
  t,
}: {
  theCase: OverviewCase;
  /** of a home, that she has not answered */
  hasOffer: boolean;
  today: CalendarDate;
  lang: Language;
  t: Translate;
}) {
  const { id, situation, appealLastOn } = theCase;
  return (
    <Card as="li" labelledBy={`case-${id}`}>
      <CaseHead theCase={theCase} lang={lang} t={t} />
      {appealLastOn && (
        <p>
          <strong>{appealText(appealLastOn, { today, lang, t })}</strong>
        </p>
      )}
      <p>{hasOffer ? t('offers:queue.next.offered') : t(`cases:outlook.${situation}.next`)}</p>
    </Card>
  );
}

function CaseHead({ theCase, lang, t }: { theCase: OverviewCase; lang: Language; t: Translate }) {
  const { id, title, number, phase, status } = theCase;
  return (
    <>
      <Heading level={3} id={`case-${id}`}>
        <TextLink href={href(lang, `/cases/${id}`)}>
          <InLanguage lang={title.lang} on={lang}>
            {title.text}
          </InLanguage>
        </TextLink>
      </Heading>
      <p className="ms-case-meta">
        <CaseTag phase={phase} status={status} lang={lang} />
        <bdi>{t('cases:case.number', { number })}</bdi>
      </p>
    </>
  );
}
