import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { texts } from '@/lib/platform/i18n';
import { tenants } from '@/prisma/seed/tenants';
import { AppealSection } from './appeal-section';

const [granvik] = tenants;
type Props = Parameters<typeof AppealSection>[0];
const sent = {
  id: 'a',
  number: 'GRA-1-Ö1',
  sentAt: new Date('2026-11-24T08:00:00Z'),
  receivedAt: null,
  isLate: false,
};
const step = (kind: 'in_time' | 'forwarded') => ({
  step: kind,
  on: calendarDate('2026-11-26'),
  court: kind === 'forwarded' ? 'Förvaltningsrätten i Linköping' : null,
  outcome: null,
});

const shown = (more: Partial<Props['found']>) =>
  renderToStaticMarkup(
    <AppealSection
      found={
        {
          id: 'd',
          case: { id: 'c', title: { text: 'Hemtjänst', lang: 'sv' }, number: 'GRA-1' },
          today: calendarDate('2026-11-27'),
          openedAt: new Date('2026-11-23T08:00:00Z'),
          outcome: 'rejected',
          appeal: { kind: 'administrative', lastOn: calendarDate('2026-12-14') },
          appeals: [],
          hasAppealDraft: false,
          appealSteps: [],
          ...more,
        } as unknown as Props['found']
      }
      tenant={granvik as unknown as Props['tenant']}
      lang="sv"
      t={texts('sv')}
    />,
  );

it('says by when and how, and where hers is, until the court has it', () => {
  const first = shown({});
  expect(first).toContain('14\u00a0december 2026');
  expect(first).toContain('Skriv ett överklagande');
  expect(first).toContain('Överklaga på papper');
  const waiting = shown({ appeals: [sent] });
  expect(waiting).toContain('På väg till handläggarna');
  expect(waiting).toContain('Överklaga på papper');
  // What the board says it has done with it says that it has it.
  expect(shown({ appeals: [sent], appealSteps: [step('in_time')] })).not.toContain(
    'På väg till handläggarna',
  );
});

it('with the court: only what she has sent, and where to turn', () => {
  const after = shown({ appeals: [sent], appealSteps: [step('in_time'), step('forwarded')] });
  expect(after).toContain('GRA-1-Ö1');
  expect(after).toContain('Överklagandet är hos domstolen');
  for (const gone of [
    '14\u00a0december 2026',
    'Överklaga på papper',
    'Skriv ett',
    'På väg till handläggarna',
  ])
    expect(after).not.toContain(gone);
});

it('another’s appeal with the court takes nothing from her: she is still told by when and how', () => {
  const after = shown({ appealSteps: [step('forwarded')] });
  expect(after).toContain('14\u00a0december 2026');
  expect(after).toContain('Överklaga på papper');
});
