import { ActionForm } from '@/components/forms/action-form';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Select, type SelectOption } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import type { Closed } from '@/lib/appointments/queries/list-closed';
import type { CalendarDate } from '@/lib/kernel/calendar-date';
import { dateText } from '@/lib/kernel/date-text';
import { newId } from '@/lib/kernel/ids';
import type { StaffLanguage, Translate } from '@/lib/platform/i18n';
import { closeAskedDay } from './actions';

/** First how many are booked, by asking the page; then the one button that gives them all new times. */
export function CloseDay({
  asked,
  wanted,
  options,
  today,
  lang,
  t,
}: {
  asked: Closed['asked'];
  wanted: { whom: string | undefined; day: string | undefined };
  options: readonly SelectOption[];
  today: CalendarDate;
  lang: StaffLanguage;
  t: Translate;
}) {
  const isTried = wanted.whom !== undefined || wanted.day !== undefined;
  const wrongWhom = isTried && !options.some(({ value }) => value === wanted.whom);
  const wrongDay = isTried && !asked && !wrongWhom;
  const errors = [
    ...(wrongWhom ? [{ fieldId: 'closing-whom', message: t('hours:exceptions.whom-missing') }] : []),
    ...(wrongDay ? [{ fieldId: 'closing-day', message: t('hours:closing.day-wrong') }] : []),
  ];
  return (
    <div className="ms-stack">
      <p>{t('hours:closing.lead')}</p>
      {/* The answer stands under it: the page that comes begins there. */}
      <form action="#closing" className="ms-stack">
        <ErrorSummary
          title={t('common:error-summary.title', { count: errors.length || 1 })}
          errors={errors}
        />
        <Select
          name="whom"
          id="closing-whom"
          label={t('hours:exceptions.whom')}
          placeholder={t('hours:exceptions.choose')}
          options={options}
          defaultValue={wanted.whom ?? ''}
          error={wrongWhom ? t('hours:exceptions.whom-missing') : undefined}
        />
        <TextField
          name="day"
          id="closing-day"
          label={t('hours:closing.day')}
          description={t('hours:opening.starts-on-hint', { example: today })}
          width={12}
          autoComplete="off"
          defaultValue={wanted.day ?? ''}
          error={wrongDay ? t('hours:closing.day-wrong') : undefined}
        />
        <div>
          <Button variant="secondary">{t('hours:closing.see')}</Button>
        </div>
      </form>
      {asked && (
        <>
          <Alert kind={asked.booked > 0 ? 'warning' : 'info'} level={3}>
            <p>
              <strong>
                {t('hours:closing.booked', {
                  count: asked.booked,
                  whom: options.find(({ value }) => value === asked.whom)?.text ?? '',
                  date: dateText(asked.day, lang),
                })}
              </strong>
            </p>
            <p>{t('hours:closing.rule')}</p>
          </Alert>
          <ActionForm action={closeAskedDay}>
            <input type="hidden" name="exceptionId" value={newId()} />
            <input type="hidden" name="whom" value={asked.whom} />
            <input type="hidden" name="day" value={asked.day} />
            <SubmitButton color="danger" pendingText={t('common:working')}>
              {t('hours:closing.close')}
            </SubmitButton>
          </ActionForm>
        </>
      )}
    </div>
  );
}
