import { z } from 'zod';
import { careLaws, noteKinds } from '@/lib/care-information/domain/care-messages';
import type { NoteContent } from '@/lib/care-information/domain/care-seals';
import { byDay } from '@/lib/care-information/domain/days';
import { lifeAreas } from '@/lib/care-information/domain/life-area';
import { dateText, instantText, timeText } from '@/lib/kernel/date-text';
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
      byDay(notes, ({ at }) => new Date(at)).map(({ day, entries }) =>
        printed(
          dateText(day, lang),
          entries.flatMap(({ at, kind, lifeArea, text, by, since, earlier }) => {
            const time = timeText(new Date(at), lang);
            if (text === null)
              return [
                `${time} · ${t('care:diary.retracted')}`,
                t('care:diary.retracted-text', { when: when(since) }),
              ];
            const area = lifeArea && t(`care:area.${lifeArea}`);
            return [
              [time, t(`care:diary.${kind}`), area, by].filter(Boolean).join(' · '),
              ...text.split('\n'),
              earlier.length > 0 && t('care:diary.corrected-at', { when: when(since) }),
              ...earlier.flatMap((one) => [
                `${t('care:diary.earlier')} (${t('care:diary.earlier-one', { kind: t(`care:diary.${one.kind}`), when: when(one.at) })}):`,
                ...one.text.split('\n'),
              ]),
            ];
          }),
        ),
      ),
    );
  },
});

const author = ({ author: { name, role } }: NoteContent): string => [name, role].filter(Boolean).join(', ');
