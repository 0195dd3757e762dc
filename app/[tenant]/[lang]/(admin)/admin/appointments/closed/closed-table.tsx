import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import type { ClosedView } from '@/lib/appointments/queries/list-closed';
import { numberText } from '@/lib/kernel/number-text';
import type { StaffLanguage, Translate } from '@/lib/platform/i18n';
import { endException } from './actions';
import { closedText } from './closed-text';

const columns = ['whom', 'when', 'how', 'booked', 'remove'] as const;

/** What is closed from today on, and how many are booked then all the same. */
export function ClosedTable({
  closed,
  lang,
  t,
}: {
  closed: readonly ClosedView[];
  lang: StaffLanguage;
  t: Translate;
}) {
  if (closed.length === 0) return <p>{t('hours:closed.none')}</p>;
  return (
    <Table
      caption={t('hours:closed.list')}
      columns={columns.map((key) => ({
        key,
        title: t(`hours:closed.columns.${key}`),
        isNumber: key === 'booked',
      }))}
      rows={closed.map((one) => {
        const whom = one.whom ?? t('hours:exceptions.all');
        const when = closedText(one, lang, t);
        return {
          key: one.id,
          cells: {
            whom,
            when,
            how: t(one.movesBooked ? 'hours:closed.moves' : 'hours:closed.keeps'),
            booked: numberText(one.booked, lang),
            remove: (
              <form action={endException}>
                <input type="hidden" name="exceptionId" value={one.id} />
                <SubmitButton variant="tertiary" size="sm" pendingText={t('common:working')}>
                  {t('hours:closed.remove')}
                  <span className="ds-sr-only">: {t('hours:closed.remove-which', { whom, when })}</span>
                </SubmitButton>
              </form>
            ),
          },
        };
      })}
    />
  );
}
