import { Card } from '@/components/ui/card';
import { InstantText } from '@/components/ui/date-text';
import { Heading } from '@/components/ui/heading';
import { Select, type SelectOption } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import type { OfficeCode } from '@/lib/cases/queries/list-statuses';
import type { StaffLanguage, Translate } from '@/lib/platform/i18n';
import { mapCode } from './actions';

/** One of a system's codes, and the choice of what it means. */
export function CodeForm({
  code: { id, code, systemName, firstSeenAt, statusId },
  options,
  choose,
  lang,
  t,
}: {
  code: OfficeCode;
  options: SelectOption[];
  /** the code that was sent without a status */
  choose: string | null;
  lang: StaffLanguage;
  t: Translate;
}) {
  return (
    <Card as="section" labelledBy={`code-${id}`}>
      <Heading level={3} size="xs" id={`code-${id}`}>
        <bdi>{code}</bdi>
      </Heading>
      <p>
        {t('admin:statuses.from', { system: systemName })} <InstantText at={firstSeenAt} lang={lang} />
      </p>
      <form action={mapCode} className="ms-stack">
        <input type="hidden" name="code" value={id} />
        <input type="hidden" name="from" value={statusId ?? ''} />
        <Select
          name="status"
          id={`status-${id}`}
          label={t('admin:statuses.means', { code })}
          options={options}
          placeholder={t('admin:statuses.placeholder')}
          defaultValue={statusId ?? ''}
          error={choose === id ? t('admin:statuses.choose') : undefined}
        />
        <SubmitButton pendingText={t('common:working')}>
          {t(statusId === null ? 'admin:statuses.map' : 'admin:statuses.change')}
        </SubmitButton>
      </form>
    </Card>
  );
}
