import { z } from 'zod';
import { casePhases } from '@/lib/cases/domain/case-lifecycle';
import { getPersonInTx } from '@/lib/identity/api';
import { instantText } from '@/lib/kernel/date-text';
import { formatNationalId } from '@/lib/kernel/national-id';
import { read } from '@/lib/platform/db';
import { instant } from '../file-shape';
import { printed, printedSection, section } from '../section';

const text = z.string().nullable();

/** Where it stands, whose it is, and who handles it. */
export const caseSection = section({
  name: 'case',
  schema: z.strictObject({
    number: z.string(),
    title: z.string(),
    phase: z.enum(casePhases),
    phaseInWords: z.string(),
    status: text.meta({ description: 'the municipality’s own words, where it has any' }),
    phaseSince: instant,
    receivedAt: instant,
    person: z.strictObject({ name: z.string(), nationalId: z.string() }),
    officer: z.strictObject({ name: text, unit: z.string(), phone: text, email: text }).nullable(),
  }),
  async read({ actor, theCase, t }) {
    const person = await read(actor, (tx) => getPersonInTx(tx, actor.tenantId, actor.personId));
    const { number, title, phase, status, phaseSince, receivedAt, officer } = theCase;
    return {
      number,
      title: title.text,
      phase,
      phaseInWords: t(`cases:phase.${phase}`),
      status: status?.text ?? null,
      phaseSince: phaseSince.toISOString(),
      receivedAt: receivedAt.toISOString(),
      person: {
        name: `${person.givenName} ${person.surname}`,
        nationalId: formatNationalId(person.nationalId),
      },
      officer: officer && {
        name: officer.name ?? null,
        unit: officer.unit,
        phone: officer.phone ?? null,
        email: officer.email ?? null,
      },
    };
  },
  print: ({ phaseInWords, status, phaseSince, receivedAt, person, officer }, { t, lang }) =>
    printedSection(t('take-out:case.title'), [
      printed(t('take-out:case.person'), [person.name, person.nationalId]),
      printed(t('take-out:case.received'), [instantText(new Date(receivedAt), lang)]),
      printed(t('take-out:case.phase'), [
        status ?? phaseInWords,
        t('take-out:case.since', { when: instantText(new Date(phaseSince), lang) }),
      ]),
      printed(
        t('take-out:case.officer'),
        officer ? [officer.name, officer.unit, officer.phone, officer.email] : [t('take-out:none')],
      ),
    ]),
});
