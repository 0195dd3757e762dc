import type { ServiceDocument } from '@/lib/catalogue/domain/definition';

export type FormDocument = Extract<ServiceDocument, { kind: 'form' }>;
export type FieldDocument = FormDocument['pages'][number]['groups'][number]['fields'][number];
type Distribute<T> = T extends unknown ? Omit<T, 'label' | 'missing'> : never;
export type ShortField = Distribute<FieldDocument> & { label?: string };

const text = (words: string) => ({ sv: words });

/** A form of a few pages, each with one group, for tests of what the real forms don't have. Labels are the ids where none is given. */
export function smallForm(
  slug: string,
  pages: Readonly<Record<string, readonly ShortField[]>>,
): FormDocument {
  return {
    kind: 'form',
    schema: 1,
    slug,
    category: 'care',
    languages: ['sv'],
    name: text('En tjänst'),
    summary: text('Till för tester'),
    searchWords: text('test'),
    about: text('Till för tester'),
    forWhom: text('Den som testar'),
    appliesFor: text('en tjänst'),
    atHand: [],
    minutes: 5,
    afterwards: [text('Ingenting händer')],
    law: [{ validFrom: '2026-01-01', text: text('Ingen lag'), source: 'påhittad' }],
    signers: 'applicant',
    destination: { applicationType: slug, unit: text('Nämnden') },
    pages: Object.entries(pages).map(([page, fields]) => ({
      slug: page,
      title: text(`Sidan ${page}`),
      groups: [
        {
          id: `group-${page}`,
          fields: fields.map(({ label, ...field }) => ({
            ...field,
            label: text(label ?? field.id),
            ...('required' in field && field.required && { missing: text(`Svara på ${field.id}`) }),
          })) as FieldDocument[],
        },
      ],
    })),
  };
}
