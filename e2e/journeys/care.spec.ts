import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { addDays, dateInSweden, startInSweden } from '../../lib/kernel/calendar-date';
import { dateText } from '../../lib/kernel/date-text';
import { expectFits, expectNoFindings, PHONE } from '../fixtures/accessible';
import { createCase, office } from '../fixtures/case';
import { logIn } from '../fixtures/log-in';
import { margit } from '../fixtures/people';

const { nationalId: personalNumber, givenName, surname } = margit;
const care = { person: { personalNumber, givenName, surname }, law: 'SoL', version: 1 };
const provider = 'Hemtjänsten Hamnen';
const today = dateInSweden(new Date());
const dayIn = (days: number) => addDays(today, days);
/** At so many by the clock, summer or winter within an hour, in so many days. */
const at = (days: number, hour: number) =>
  new Date(startInSweden(dayIn(days)).getTime() + hour * 3_600_000).toISOString();
const visit = (days: number, more: object = {}) =>
  office.tellCare('visit', randomUUID(), {
    ...care,
    state: 'planned',
    startsAt: at(days, 9),
    endsAt: at(days, 10),
    what: 'Påklädning och frukost',
    provider,
    who: 'Sofia',
    ...more,
  });

test('she reads her plan, her visits by day and a diary with a correction; health care is not there', async ({
  page,
}) => {
  await logIn(page, margit, { next: '/care' });
  await expect(page.getByRole('heading', { name: 'Här står inget om din omsorg än' })).toBeVisible();
  const { caseId } = await createCase(page, 'Hemtjänst');
  await office.decide(caseId, 'granted');

  await office.tellCare('plan', randomUUID(), {
    ...care,
    state: 'approved',
    title: 'Genomförandeplan för hemtjänst',
    provider,
    contact: { name: 'Sofia Ek', role: 'fast omsorgskontakt', phone: '0000-14 60 21' },
    decided: [{ what: 'Hjälp på morgonen varje dag, 45 minuter', fromOn: dayIn(-30) }],
    goals: ['Margit ska känna sig trygg när hon duschar.'],
    activities: [
      { what: 'Dusch och hårtvätt.', when: 'Onsdagar på förmiddagen', who: provider, lifeArea: 'self-care' },
    ],
    approvedOn: dayIn(-30),
    fromOn: dayIn(-30),
  });
  await visit(1);
  await visit(2, { state: 'changed', who: 'Milan', reason: 'Sofia är på utbildning.' });
  await visit(3, { state: 'cancelled', reason: 'Margit är hos sin bror.' });
  await visit(6);
  await visit(-1, { state: 'done', done: 'Allt enligt planen.' });
  const note = {
    ...care,
    kind: 'meals',
    at: at(-1, 11),
    text: 'Åt gröt och ägg till frukost.',
    author: { role: 'undersköterska', name: 'Sofia' },
  };
  const noteId = randomUUID();
  await office.tellCare('note', noteId, note);
  await office.tellCare('note', noteId, { ...note, version: 2, text: 'Åt gröt. Ägget ville hon inte ha.' });
  // What nurses write is refused at the door, whatever a system sends.
  await expect(
    office.tellCare('note', randomUUID(), { ...note, law: 'HSL', text: 'Insulin 8 E före frukost.' }),
  ).rejects.toThrow(/: 422 /);

  await page.goto('/care');
  const plan = page.getByRole('listitem').filter({ hasText: 'Genomförandeplan för hemtjänst' });
  await expect(plan).toContainText('Hjälp på morgonen varje dag, 45 minuter');
  await expect(plan).toContainText('Margit ska känna sig trygg när hon duschar.');
  await expect(plan).toContainText('Sofia Ek, fast omsorgskontakt 0000-14 60 21');

  const visits = page.getByRole('region', { name: 'Besök de närmaste två veckorna' });
  await expect(visits.getByRole('heading', { level: 3 })).toHaveText(
    [1, 2, 3].map((days) => dateText(dayIn(days), 'sv')),
  );
  await expect(visits.getByText('Milan, Hemtjänsten Hamnen')).toBeVisible();
  await expect(visits.getByText('Inställt', { exact: true })).toBeVisible();
  const later = visits.getByRole('heading', { name: dateText(dayIn(6), 'sv') });
  await expect(later).toBeHidden();
  await visits.getByText(`Fler besök, till och med ${dateText(dayIn(6), 'sv')}`).click();
  await expect(later).toBeVisible();

  const diary = page.getByRole('region', { name: 'Det som har hänt' });
  await expect(diary.getByRole('heading', { name: dateText(dayIn(-1), 'sv') })).toBeVisible();
  await expect(diary.getByText('Allt enligt planen.')).toBeVisible();
  await expect(diary.getByText('Åt gröt. Ägget ville hon inte ha.')).toBeVisible();
  const before = diary.getByText('Åt gröt och ägg till frukost.');
  await expect(before).toBeHidden();
  await diary.getByText('Så här stod det tidigare').click();
  await expect(before).toBeVisible();

  await expect(page.getByRole('heading', { name: 'Hälso- och sjukvård står inte här' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Insulin');
  await expectNoFindings(page);
  await page.setViewportSize(PHONE);
  await expectFits(page);
});
