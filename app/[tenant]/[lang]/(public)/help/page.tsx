import type { Metadata } from 'next';
import { contactWords } from '@/components/layout/contact-card';
import { Alert } from '@/components/ui/alert';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { isolated } from '@/lib/kernel/isolated';
import { type PublicParams, publicPage } from '../public-page';

export async function generateMetadata(props: PublicParams): Promise<Metadata> {
  const { t } = await publicPage(props);
  return { title: t('public:help.title') };
}

export default async function HelpPage(props: PublicParams) {
  const { t, lang, tenant } = await publicPage(props);
  const { contact } = tenant.profile;
  const words = contactWords(tenant.profile, lang);
  const address = `${contact.visit.street}, ${contact.visit.postCode} ${contact.visit.city}`;
  return (
    <>
      <PageHeading lead={t('public:help.lead')}>{t('public:help.title')}</PageHeading>
      <Prose>
        <h2>{t('public:help.log-in-title')}</h2>
        <ol className="ms-number-list">
          <li>{t('public:help.log-in-1')}</li>
          <li>{t('public:help.log-in-2')}</li>
          <li>{t('public:help.log-in-3')}</li>
          <li>{t('public:help.log-in-4')}</li>
        </ol>
        <h2>{t('public:help.bankid-title')}</h2>
        <p>{t('public:help.bankid')}</p>
        <h2>{t('public:help.other-title')}</h2>
        <p>{t('public:help.other')}</p>
      </Prose>
      <Alert kind="warning" title={t('public:help.safe-title')}>
        {t('public:help.safe')}
      </Alert>
      <Prose>
        <h2>{t('public:help.logged-out-title')}</h2>
        <p>{t('public:help.logged-out')}</p>
        <h2>{t('public:help.relative-title')}</h2>
        <p>{t('public:help.relative')}</p>
        <h2>{t('public:help.phone-title')}</h2>
        <p>{t('public:help.phone', words)}</p>
        {contact.textPhone && <p>{t('public:help.text-phone', { phone: isolated(contact.textPhone) })}</p>}
        <p>{t('public:help.visit', { address: isolated(address) })}</p>
      </Prose>
    </>
  );
}
