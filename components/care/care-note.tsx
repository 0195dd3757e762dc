import { InstantText } from '@/components/ui/date-text';
import { Details } from '@/components/ui/details';
import { Tag, type TagColor } from '@/components/ui/tag';
import type { NoteKind } from '@/lib/care-information/domain/care-messages';
import type { NoteContent } from '@/lib/care-information/domain/care-seals';
import { instantText } from '@/lib/kernel/date-text';
import { type Language, texts } from '@/lib/platform/i18n';
import { AsWritten } from './as-written';

export interface Note {
  id: string;
  kind: NoteKind;
  at: Date;
  content: NoteContent | null;
  toldAt: Date;
  earlier: readonly { kind: NoteKind; at: Date; content: NoteContent; toldAt: Date }[];
}

const color = (kind: NoteKind): TagColor => (kind === 'deviation' ? 'warning' : 'neutral');

/** What staff have written, under its day's heading; what it said before it was corrected is one press away. */
export function CareNote({ note, lang }: { note: Note; lang: Language }) {
  const t = texts(lang);
  const { kind, at, content, toldAt, earlier } = note;
  if (!content)
    return (
      <div className="ms-care-entry">
        <p>
          <strong>{t('care:diary.retracted')}</strong>
        </p>
        <p>{t('care:diary.retracted-text', { when: instantText(toldAt, lang) })}</p>
      </div>
    );
  const { text, lifeArea, author } = content;
  return (
    <div className="ms-care-entry">
      <p className="ms-case-meta">
        <strong>
          <InstantText at={at} lang={lang} only="time" />
        </strong>
        <Tag color={color(kind)}>{t(`care:diary.${kind}`)}</Tag>
        {lifeArea && <span>{t(`care:area.${lifeArea}`)}</span>}
      </p>
      <p>
        <AsWritten lang={lang}>{text}</AsWritten>
      </p>
      <p className="ms-care-by">
        <AsWritten lang={lang}>{[author.name, author.role].filter(Boolean).join(', ')}</AsWritten>
      </p>
      {earlier.length > 0 && (
        <>
          <p>{t('care:diary.corrected-at', { when: instantText(toldAt, lang) })}</p>
          <Details summary={t('care:diary.earlier')}>
            {earlier.map((one) => (
              <div key={one.toldAt.toISOString()} className="ms-care-entry">
                <p>
                  {t('care:diary.earlier-one', {
                    kind: t(`care:diary.${one.kind}`),
                    when: instantText(one.at, lang),
                  })}
                </p>
                <p>
                  <AsWritten lang={lang}>{one.content.text}</AsWritten>
                </p>
              </div>
            ))}
          </Details>
        </>
      )}
    </div>
  );
}
