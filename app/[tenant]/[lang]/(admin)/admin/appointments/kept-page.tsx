import type { ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { Tag } from '@/components/ui/tag';
import { href, type StaffLanguage, type Translate } from '@/lib/platform/i18n';

/** Round each of these pages: the way back, what it is called, and that something was saved. */
export function KeptPage({
  title,
  lead,
  crumbs = [],
  isSaved = false,
  lang,
  t,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  /** between the first page of meetings and this: address under it, and name */
  crumbs?: readonly { path: string; text: string }[];
  isSaved?: boolean;
  lang: StaffLanguage;
  t: Translate;
  children: ReactNode;
}) {
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[
          { href: href(lang, '/admin/appointments'), text: t('hours:title') },
          ...crumbs.map(({ path, text }) => ({ href: href(lang, `/admin/appointments/${path}`), text })),
        ]}
      />
      <PageHeading lead={lead}>{title}</PageHeading>
      {isSaved && (
        <Alert kind="success" live="status">
          {t('meetings:saved')}
        </Alert>
      )}
      {children}
    </>
  );
}

/** After the name of what can't be booked. */
export const ClosedTag = ({ isOpen, t }: { isOpen: boolean; t: Translate }) =>
  !isOpen && (
    <>
      {' '}
      <Tag color="warning">{t('meetings:closed')}</Tag>
    </>
  );
