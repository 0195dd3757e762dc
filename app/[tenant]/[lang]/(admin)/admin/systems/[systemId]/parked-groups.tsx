import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import type { SystemFacts } from '@/lib/back-office/queries/get-system';
import type { Translate } from '@/lib/platform/i18n';
import { sendAllAgain } from '../actions';
import { OutcomeText } from '../outcome-text';

/** What has stopped, by what it is and what went wrong: whoever has put one thing right sends that again. */
export function ParkedGroups({
  system: { id, parked, parkedGroups },
  t,
}: {
  system: SystemFacts;
  t: Translate;
}) {
  return (
    <>
      <Table
        caption={t('systems:parked.groups')}
        columns={(['what', 'why', 'count', 'send'] as const).map((key) => ({
          key,
          title: t(`systems:parked.${key}`),
        }))}
        rows={parkedGroups.map(({ kind, error, count }) => ({
          key: `${kind} ${error}`,
          cells: {
            what: t(`systems:kinds.${kind}`),
            why: <OutcomeText code={error} t={t} />,
            count,
            send: (
              <form action={sendAllAgain}>
                <input type="hidden" name="system" value={id} />
                <input type="hidden" name="kind" value={kind} />
                <input type="hidden" name="error" value={error} />
                <SubmitButton variant="secondary" size="sm" pendingText={t('common:working')}>
                  {t('systems:parked.send-kind', { count })}
                </SubmitButton>
              </form>
            ),
          },
        }))}
      />
      {parkedGroups.length > 1 && (
        <form action={sendAllAgain}>
          <input type="hidden" name="system" value={id} />
          <SubmitButton pendingText={t('common:working')}>
            {t('systems:parked.send-all', { count: parked })}
          </SubmitButton>
        </form>
      )}
    </>
  );
}
