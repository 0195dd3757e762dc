import { ActionForm } from '@/components/forms/action-form';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Select, type SelectOption } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import type { Closed } from '@/lib/appointments/queries/list-closed';
import type { CalendarDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { StaffLanguage, Translate } from '@/lib/platform/i18n';
import { closeAskedDay } from './actions';
import { closedText } from './closed-text';

const fields = ['whom', 'from', 'fromTime', 'toTime'] as const;

/** First how many are booked, by asking the page; then the one button that gives them all new times. */
export function CloseDay({
  asked,
  problems,
  wanted,
  options,
  today,
  lang,
  t,
}: {
  asked: Closed['asked'];
  /** what is wrong with what was asked, by field: a sentence */
  problems: Record<string, string>;
  wanted: Record<(typeof fields)[number], string>;
  options: readonly SelectOption[];
  today: CalendarDate;
  lang: StaffLanguage;
  t: Translate;
}) {
  const errors = fields.flatMap((name) => {
    const message = problems[name];
    return message ? [{ fieldId: `closing-${name}`, message }] : [];
  });
  const field = (name: (typeof fields)[number]) => ({
    name,
    id: `closing-${name}`,
    defaultValue: wanted[name],
    error: problems[name],
  });
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
          {...field('whom')}
          label={t('hours:exceptions.whom')}
          placeholder={t('hours:exceptions.choose')}
          options={options}
        />
        <TextField
          {...field('from')}
          label={t('hours:closing.day')}
          description={t('hours:opening.starts-on-hint', { example: today })}
          width={12}
          autoComplete="off"
        />
        <TextField
          {...field('fromTime')}
          label={t('hours:opening.from')}
          optional={t('common:optional')}
          description={t('hours:part.hint')}
          width={5}
          autoComplete="off"
        />
        <TextField
          {...field('toTime')}
          label={t('hours:opening.to')}
          optional={t('common:optional')}
          width={5}
          autoComplete="off"
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
                  whom: options.find(({ value }) => value === wanted.whom)?.text ?? '',
                  date: closedText(asked, lang, t),
                })}
              </strong>
            </p>
            <p>{t('hours:closing.rule')}</p>
          </Alert>
          <ActionForm action={closeAskedDay}>
            <input type="hidden" name="exceptionId" value={newId()} />
            {fields.map((name) => (
              <input key={name} type="hidden" name={name} value={wanted[name]} />
            ))}
            <SubmitButton color="danger" pendingText={t('common:working')}>
              {t('hours:closing.close')}
            </SubmitButton>
          </ActionForm>
        </>
      )}
    </div>
  );
}
