import { z } from 'zod';
import { documentSections, getSignedApplication } from '@/lib/applications/api';
import type { Snapshot } from '@/lib/applications/domain/snapshot';
import { instantText } from '@/lib/kernel/date-text';
import { asTaken, instant, takenFile } from '../file-shape';
import { printed, printedSection, section } from '../section';

/** What she applied for, word for word as it was signed. A case that was applied for elsewhere has none. */
export const applicationSection = section({
  name: 'application',
  schema: z
    .strictObject({
      submittedAt: instant,
      fingerprint: z.string().meta({ description: 'SHA-256 of the signed document, in hex' }),
      signatures: z.array(
        z.strictObject({
          name: z.string().nullable(),
          nationalId: z.string(),
          title: z.string().nullable().meta({ description: 'as what; null: the applicant' }),
          signedAt: instant,
        }),
      ),
      document: z.custom<Snapshot>().meta({
        type: 'object',
        description: 'every question, its alternatives and its answer, in the words that stood there',
      }),
      files: z.array(takenFile),
    })
    .nullable(),
  async read({ actor, theCase }) {
    if (theCase.applicationId === null) return null;
    const found = await getSignedApplication(actor, theCase.applicationId);
    return {
      submittedAt: found.submittedAt.toISOString(),
      fingerprint: found.hash,
      signatures: found.signatures.map(({ name, nationalId, title, signedAt }) => ({
        name,
        nationalId,
        title,
        signedAt: signedAt.toISOString(),
      })),
      document: found.snapshot,
      files: found.files.map(asTaken),
    };
  },
  print(data, { t, lang }) {
    if (!data) return [];
    const signed = data.signatures.map(({ name, nationalId, title, signedAt }) =>
      [name, nationalId, title, instantText(new Date(signedAt), lang)].filter(Boolean).join(', '),
    );
    return [
      ...printedSection(t('take-out:application.title'), [
        printed(t('take-out:application.sent'), [instantText(new Date(data.submittedAt), lang)]),
        printed(t('take-out:application.signed'), signed, { isList: signed.length > 1 }),
        ...(data.files.length > 0
          ? [
              printed(
                t('take-out:files'),
                data.files.map(({ name }) => name),
                { isList: true },
              ),
            ]
          : []),
      ]),
      ...documentSections(data.document).map((page) => ({
        ...page,
        title: t('take-out:application.page', { page: page.title }),
      })),
    ];
  },
});
