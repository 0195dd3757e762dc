import { z } from 'zod';
import { careLaws, noteKinds } from '@/lib/care-information/domain/care-messages';
import type { NoteContent } from '@/lib/care-information/domain/care-seals';
import { lifeAreas } from '@/lib/care-information/domain/life-area';
import { instantText } from '@/lib/kernel/date-text';
import { instant } from '../file-shape';
import { careSection, printed, printedSection } from '../section';

const written = {
  at: instant.meta({ description: 'when what it tells of was' }),
  kind: z.enum(noteKinds),
  lifeArea: z.enum(lifeAreas).nullable(),
  text: z.string(),
  by: z.string(),
};

/** What staff have written of the year; of what they have taken back, that it was there. */
export const careNotesSection = careSection({
  name: 'notes',
  schema: z.array(
    z.strictObject({
      ...written,
      law: z.enum(careLaws),
      text: z.string().nullable().meta({ description: 'null: taken back' }),
      by: z.string().nullable(),
      since: instant.meta({ description: 'since when it stands so, or is taken back' }),
      earlier: z
        .array(z.strictObject({ ...written, since: instant }))
        .meta({ description: 'how it stood before, the latest first' }),
    }),
  ),
  async read({ care: { notes } }) {
    return notes.map(({ at, kind, law, content, toldAt, earlier }) => ({
      at: at.toISOString(),
      ...{ kind, law },
      lifeArea: content?.lifeArea ?? null,
      text: content?.text ?? null,
      by: content && author(content),
      since: toldAt.toISOString(),
      earlier: earlier.map((one) => ({
        at: one.at.toISOString(),
        kind: one.kind,
        lifeArea: one.content.lifeArea ?? null,
        text: one.content.text,
        by: author(one.content),
        since: one.toldAt.toISOString(),
      })),
    }));
  },
  print: (notes, { t, lang }) => {
    const when = (at: string) => instantText(new Date(at), lang);
    return printedSection(
      t('take-out:care.notes'),
      notes.map(({ at, kind, lifeArea, text, by, since, earlier }) => {
        const title = [when(at), t(`care:diary.${kind}`), lifeArea && t(`care:area.${lifeArea}`)];
        if (text === null)
          return printed(when(at), [
            t('care:diary.retracted'),
            t('care:diary.retracted-text', { when: when(since) }),
          ]);
        return printed(title.filter(Boolean).join(' · '), [
          ...text.split('\n'),
          by,
          ...(earlier.length > 0 ? [t('care:diary.corrected-at', { when: when(since) })] : []),
          ...earlier.flatMap((one) => [
            `${t('care:diary.earlier')} (${t('care:diary.earlier-one', { kind: t(`care:diary.${one.kind}`), when: when(one.at) })}):`,
            ...one.text.split('\n'),
          ]),
        ]);
      }),
    );
  },
});

const author = ({ author: { name, role } }: NoteContent): string => [name, role].filter(Boolean).join(', ');
