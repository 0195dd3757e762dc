import type { AnswerValue, PartsAnswer } from '@/lib/catalogue/domain/answers-shape';
import type { CheckContext } from '@/lib/catalogue/domain/findings';
import type {
  AskedField,
  Column,
  NumberField,
  PeriodField,
  RowsField,
} from '@/lib/catalogue/domain/form-shape';
import { OTHER_CHILD } from '@/lib/catalogue/domain/input-names';
import { dayOf } from '@/lib/catalogue/domain/values';
import { addDays, type CalendarDate } from '@/lib/kernel/calendar-date';
import { decimalText } from '@/lib/kernel/decimal';

/**
 * Answers that the field takes: the first for whom any will do, the others for whoever must fulfil a rule between
 * several questions. Never empty.
 */
export function rightAnswers(field: AskedField<unknown>, context: CheckContext): AnswerValue[] {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return ['Ett svar'.slice(0, field.maxLength)];
    case 'number':
      return numbers(field);
    case 'money':
      return numbers({ ...field, decimals: 2 });
    case 'date':
      return days(field, context.today);
    case 'period':
      return periods(field, context.today);
    case 'choice':
      return field.options.map((option) => option.value);
    case 'choices':
      return [...field.options.map((option) => [option.value]), []];
    case 'yes-no':
    case 'consent':
      return ['yes', 'no'];
    case 'national-id':
      // Never the same for whom it is for and for somebody else.
      return [field.id === context.self?.onBehalf ? '194207099146' : '198801122386'];
    case 'phone':
      return ['070-174 06 05'];
    case 'email':
      return ['astrid@example.test'];
    case 'person':
      return field.relations.map(({ value }) => ({
        name: 'Karin',
        phone: '070-174 06 07',
        relation: value,
      }));
    case 'child':
      return [
        ...context.children.map((child) => ({ child, name: '', 'national-id': '' })),
        { child: OTHER_CHILD, name: 'Elsa', 'national-id': '194207099146' },
      ];
    case 'address':
      return [{ street: 'Lotsgatan 14 B', postcode: '000 14', city: 'Granvik' }];
    case 'bank-account':
      return [{ clearing: '5001', account: '34 560 08' }];
    case 'property':
      return ['Granvik Åsen 1:23'];
    case 'schedule': {
      const cells = field.rows.flatMap((row) =>
        field.columns.map((column) => `${row.value}.${column.value}`),
      );
      return [...cells.map((cell) => [cell]), cells, []];
    }
    case 'rows':
      return rows(field, context);
    case 'file':
      return [
        { files: [], later: field.bringLater },
        { files: [{ id: 'f', name: `intyg.${field.accept[0]}`, size: 1, mediaType: '' }], later: false },
      ].filter(({ files, later }) => files.length > 0 || later);
    case 'care-home-wishes':
      return [[], context.homes.slice(0, 1)];
  }
}

/** An answer that the field takes. */
export function rightAnswer(field: AskedField<unknown>, context: CheckContext): AnswerValue {
  const [first = ''] = rightAnswers(field, context);
  return first;
}

function numbers({ min, max, decimals }: Pick<NumberField<unknown>, 'min' | 'max' | 'decimals'>): string[] {
  const low = min ?? Math.min(0, max ?? 0);
  const high = max ?? low + 1000;
  const between = [low, low + 1, Math.trunc((low + high) / 2), high];
  const fitting = between.filter((number) => number >= low && number <= high);
  const half = decimals > 0 && low + 0.5 <= high ? [low + 0.5] : [];
  return [...new Set([...fitting, ...half])].map((number) => decimalText(number));
}

type DayLimits = Pick<PeriodField<unknown>, 'earliest' | 'latest'>;

/** The first and the last day there may be. Where nothing is said, some years back and ahead. */
function bounds(limits: DayLimits, today: CalendarDate): [CalendarDate, CalendarDate] {
  const earliest = dayOf(limits.earliest, today);
  const latest = dayOf(limits.latest, today);
  return [earliest ?? addDays(latest ?? today, -4000), latest ?? addDays(earliest ?? today, 1000)];
}

function days(limits: DayLimits, today: CalendarDate): CalendarDate[] {
  const [from, to] = bounds(limits, today);
  const within = [from, addDays(from, 1), today, addDays(today, 30), to];
  return [...new Set(within)].filter((day) => day >= from && day <= to);
}

function periods(field: PeriodField<unknown>, today: CalendarDate): PartsAnswer[] {
  const [, end] = bounds(field, today);
  const starts = days(field, today);
  const last = (from: CalendarDate) =>
    [addDays(from, Math.min(field.maxDays ?? 31, 31) - 1), end].toSorted()[0] ?? end;
  return [
    ...starts.map((from) => ({ from, to: last(from) })),
    ...(field.openEnded ? starts.map((from) => ({ from, to: '' })) : []),
  ];
}

function rows(field: RowsField<unknown>, context: CheckContext): AnswerValue[] {
  const cellsOf = (column: Column<unknown>) => rightAnswers(column, context).map(String);
  const row = (turn: number): PartsAnswer =>
    Object.fromEntries(
      field.columns.map((column) => {
        const cells = cellsOf(column);
        return [column.id, cells[turn % cells.length] ?? ''];
      }),
    );
  return [
    { rows: [row(0)] },
    { rows: [row(1)] },
    { rows: [row(0), row(1)] },
    { rows: Array.from({ length: field.maxRows }, (_, turn) => row(turn)) },
    { rows: [] },
  ];
}
