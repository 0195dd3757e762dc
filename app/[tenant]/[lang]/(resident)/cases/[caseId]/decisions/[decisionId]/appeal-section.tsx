import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { Prose } from '@/components/ui/prose';
import { isWithTheCourt } from '@/lib/cases/domain/appeal-step';
import type { DecisionView } from '@/lib/cases/queries/get-decision';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import { dateText, daysAwayText } from '@/lib/kernel/date-text';
import { isolated } from '@/lib/kernel/isolated';
import type { Language, Translate } from '@/lib/platform/i18n';
import type { TenantView } from '@/lib/tenants/queries/list-tenants';
import { AppealHere, SentAppeals } from './appeal-here';

interface Props {
  found: Extract<DecisionView, { isOpened: true }>;
  tenant: TenantView;
  lang: Language;
  t: Translate;
}

/** What FL 33 § wants said of an opened decision: how to appeal, to whom, and by when; or that it can't be done. */
export function AppealSection(props: Props) {
  const { found, lang, t } = props;
  const { appeal, openedAt, outcome, appeals, appealSteps } = found;
  if (appeal.lastOn === null) {
    return (
      <Section id="appeal" title={t('cases:decision.appeal-title')}>
        <p>{t('cases:decision.appeal-none')}</p>
      </Section>
    );
  }
  // Hers is with the court: how and by when it is done no longer concerns her.
  if (appeals.length > 0 && isWithTheCourt(appealSteps.map(({ step }) => step))) {
    return (
      <Section id="appeal" title={t('appeals:sent-list')}>
        <Prose>
          <SentAppeals {...props} />
          <p>{t('appeals:at-court')}</p>
        </Prose>
      </Section>
    );
  }
  const counted =
    appeal.kind === 'legality'
      ? t('cases:decision.legality-counted', { announced: dateText(appeal.announcedOn, lang) })
      : t('cases:decision.appeal-counted', { opened: dateText(dateInSweden(openedAt), lang) });
  return (
    <Section id="appeal" title={t('cases:decision.appeal-title')}>
      {outcome === 'granted' && <p>{t('cases:decision.granted-appeal')}</p>}
      <LastDay lastOn={appeal.lastOn} {...props}>
        {counted}
      </LastDay>
      {appeal.kind === 'administrative' && <AppealHere {...props} />}
      <Prose>
        {appeal.kind === 'legality' && <p>{t('cases:decision.legality-means')}</p>}
        {appeal.kind === 'legality' ? (
          <>
            <h3>{t('cases:decision.appeal-how')}</h3>
            <LegalitySteps {...props} />
          </>
        ) : (
          <>
            <h3>{t('appeals:other-ways')}</h3>
            <Steps {...props} />
          </>
        )}
        <p>{t('cases:decision.appeal-help')}</p>
      </Prose>
    </Section>
  );
}

function LastDay({
  lastOn,
  found: { today },
  lang,
  t,
  children,
}: Props & { lastOn: CalendarDate; children: string }) {
  const date = dateText(lastOn, lang);
  const hasPassed = lastOn < today;
  return (
    <Alert kind={hasPassed ? 'warning' : 'info'}>
      <p>
        <strong>
          {hasPassed
            ? t('cases:decision.appeal-over', { date })
            : t('cases:decision.appeal-last', { date, away: daysAwayText(lastOn, today, lang) })}
        </strong>
      </p>
      <p>{children}</p>
    </Alert>
  );
}

/** The usual way: the court examines it, the board that decided gets it (FL 43 §). */
function Steps({ found, tenant, t }: Props) {
  const { visit, email } = tenant.profile.contact;
  const address = `${visit.street}, ${visit.postCode} ${visit.city}`;
  return (
    <ol>
      <li>{t('cases:decision.appeal-1', { number: isolated(found.case.number) })}</li>
      <li>{t('cases:decision.appeal-2')}</li>
      <li>
        {t('cases:decision.appeal-3', {
          municipality: tenant.name,
          address: isolated(address),
          email: isolated(email),
        })}
      </li>
      <li>{t('cases:decision.appeal-4')}</li>
    </ol>
  );
}

/** A legality review is sent to the court itself (KL 13 kap. 4 and 5 §§). */
function LegalitySteps({ found, t }: Props) {
  return (
    <ol>
      <li>{t('cases:decision.legality-1', { number: isolated(found.case.number) })}</li>
      <li>{t('cases:decision.appeal-2')}</li>
      <li>{t('cases:decision.legality-3')}</li>
    </ol>
  );
}
