import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { Heading } from '@/components/ui/heading';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextLink } from '@/components/ui/text-link';
import { brokerName } from '@/lib/identity/broker/broker';
import { isLogInProblem } from '@/lib/identity/domain/log-in-problem';
import { returnPath } from '@/lib/identity/domain/return-path';
import { isMobile } from '@/lib/identity/domain/start-link';
import { currentSession } from '@/lib/identity/session';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { type PublicParams, publicPage } from '../public-page';
import { startBankIdLogIn, startBroker } from './actions';

export async function generateMetadata(props: PublicParams): Promise<Metadata> {
  const { t } = await publicPage(props);
  return { title: t('identity:log-in.title') };
}

interface Props extends PublicParams {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function LogInPage(props: Props) {
  const { t, lang, tenant } = await publicPage(props);
  const query = await props.searchParams;
  const next = returnPath(typeof query.next === 'string' ? query.next : null);
  const { userAgent } = await requestFacts();
  const again = query.again === '1';
  if (!again && !query.problem && (await currentSession())) redirect(href(lang, next));

  const working = t('common:working');
  const otherDevice = (
    <Card as="section" key="qr" labelledBy="other-device">
      <Heading id="other-device">{t('identity:log-in.other-device.title')}</Heading>
      <p>{t('identity:log-in.other-device.text')}</p>
      <form action={startBankIdLogIn}>
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="flow" value="qr" />
        <SubmitButton pendingText={working}>{t('identity:log-in.other-device.button')}</SubmitButton>
      </form>
    </Card>
  );
  const thisDevice = (
    <Card as="section" key="same" labelledBy="this-device">
      <Heading id="this-device">{t('identity:log-in.this-device.title')}</Heading>
      <p>{t('identity:log-in.this-device.text')}</p>
      <form action={startBankIdLogIn}>
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="flow" value="same-device" />
        <SubmitButton pendingText={working} variant={isMobile(userAgent) ? 'primary' : 'secondary'}>
          {t('identity:log-in.this-device.button')}
        </SubmitButton>
      </form>
    </Card>
  );
  const broker = brokerName();
  return (
    <>
      <PageHeading lead={t('identity:log-in.lead', { name: tenant.name })}>
        {t('identity:log-in.title')}
      </PageHeading>
      {isLogInProblem(query.problem) && (
        <Alert kind="danger" title={t('identity:log-in.problem-title')} live="alert">
          {t(`identity:problems.${query.problem}`)}
        </Alert>
      )}
      {query.ended === '1' && (
        <Alert kind="info" title={t('identity:log-in.ended-title')} live="status">
          {t('identity:log-in.ended')}
        </Alert>
      )}
      {query.out === '1' && (
        <Alert kind="success" title={t('identity:log-in.out-title')} live="status">
          {t('identity:log-in.out')}
        </Alert>
      )}
      {again && <Alert kind="info">{t('identity:log-in.again')}</Alert>}
      {/* The likeliest way first: in a telephone, BankID is mostly in that same telephone. */}
      <div className="ms-card-grid">
        {isMobile(userAgent) ? [thisDevice, otherDevice] : [otherDevice, thisDevice]}
      </div>
      {broker && (
        <section className="ms-section" aria-labelledby="broker">
          <Heading id="broker">{t('identity:log-in.broker.title')}</Heading>
          <p>{t('identity:log-in.broker.text', { name: broker })}</p>
          <form action={startBroker}>
            <input type="hidden" name="next" value={next} />
            <Button variant="secondary">{t('identity:log-in.broker.button')}</Button>
          </form>
        </section>
      )}
      <Details summary={t('identity:log-in.help.title')}>
        <Prose>
          <p>{t('identity:log-in.help.no-e-id')}</p>
          <p>{t('identity:log-in.help.safe')}</p>
          <p>
            <TextLink href={href(lang, '/help')}>{t('identity:log-in.help.link')}</TextLink>
          </p>
        </Prose>
      </Details>
    </>
  );
}
