import { FileState } from '@/components/forms/file-state';
import { Alert } from '@/components/ui/alert';
import { InstantText } from '@/components/ui/date-text';
import { Heading } from '@/components/ui/heading';
import { InLanguage } from '@/components/ui/in-language';
import { Tag } from '@/components/ui/tag';
import type { Officer } from '@/lib/cases/domain/office-messages';
import { fileStateTexts } from '@/lib/catalogue/domain/form-texts';
import { instantText } from '@/lib/kernel/date-text';
import type { ScanState } from '@/lib/kernel/scan-state';
import type { Addressee } from '@/lib/messages/domain/message-seals';
import type { Progress } from '@/lib/messages/domain/progress';
import { type Language, type Translate, texts } from '@/lib/platform/i18n';

interface Facts {
  id: string;
  text: string;
  at: Date;
  files: readonly { id: string; name: string; state: ScanState }[];
}
interface Own extends Facts {
  author: 'resident';
  to: Addressee;
  progress: Progress;
  receivedAt: Date | null;
  readAt: Date | null;
  reader: Officer | null;
}
interface Offices extends Facts {
  author: 'office';
  officer: Officer | null;
  isNew: boolean;
}

/** What has been written, in order; how far each of hers has come. */
export function MessageList({
  messages,
  lang,
  help,
}: {
  messages: readonly (Own | Offices)[];
  lang: Language;
  /** whom to reach where a message could not be delivered */
  help: { name: string; phone: string };
}) {
  const t = texts(lang);
  return (
    <ol className="ms-plain-list ms-messages">
      {messages.map((one) => (
        <li key={one.id} data-author={one.author}>
          <Heading level={3} size="2xs">
            {one.author === 'resident' ? (
              t('messages:thread.you')
            ) : (
              <Officers officer={one.officer} lang={lang} />
            )}
          </Heading>
          <p className="ms-message-when">
            <InstantText at={one.at} lang={lang} />
            {one.author === 'office' && one.isNew && (
              <>
                {' '}
                <Tag color="info">{t('messages:thread.new')}</Tag>
              </>
            )}
          </p>
          {one.text && (
            <p className="ms-as-written" dir="auto" {...(one.author === 'office' && { lang: 'sv' })}>
              {one.text}
            </p>
          )}
          <Files files={one.files} author={one.author} t={t} />
          {one.author === 'resident' && <HowFar message={one} lang={lang} help={help} t={t} />}
        </li>
      ))}
    </ol>
  );
}

/** Officers' names and units are in Swedish. */
function Officers({ officer, lang }: { officer: Officer | null; lang: Language }) {
  if (!officer) return texts(lang)('messages:thread.office');
  return (
    <InLanguage lang="sv" on={lang}>
      {[officer.name, officer.unit].filter(Boolean).join(', ')}
    </InLanguage>
  );
}

function Files({ files, author, t }: Pick<Facts, 'files'> & { author: string; t: Translate }) {
  if (files.length === 0) return null;
  const states = fileStateTexts(t);
  return (
    <ul className="ds-list">
      {files.map(({ id, name, state }) => (
        <li key={id}>
          {state === 'waiting' || state === 'infected' ? (
            <bdi>{name}</bdi>
          ) : (
            <a className="ds-link" href={`/api/files/${id}`}>
              <bdi>{name}</bdi>
            </a>
          )}{' '}
          {state === 'infected' ? (
            <>
              <Tag color="danger">{states['file.infected']}</Tag>{' '}
              {t(author === 'resident' ? 'messages:thread.infected' : 'messages:thread.infected-office')}
            </>
          ) : (
            <FileState state={state} texts={states} />
          )}
        </li>
      ))}
    </ul>
  );
}

function HowFar({
  message: { to, progress, receivedAt, readAt, reader },
  lang,
  help,
  t,
}: {
  message: Own;
  lang: Language;
  help: { name: string; phone: string };
  t: Translate;
}) {
  const when = (at: Date | null) => (at ? instantText(at, lang) : '');
  const whom = [to.name, to.unit].filter(Boolean).join(', ');
  if (progress === 'undelivered')
    return (
      <Alert kind="warning" title={t('messages:progress.undelivered-title')} level={4}>
        <p>{t('messages:progress.undelivered', help)}</p>
      </Alert>
    );
  if (progress === 'read') {
    const who = reader?.name ?? reader?.unit;
    return (
      <p className="ms-message-progress">
        {who
          ? t('messages:progress.read-by', { name: who, when: when(readAt) })
          : t('messages:progress.read', { when: when(readAt) })}
      </p>
    );
  }
  return (
    <p className="ms-message-progress">
      {progress === 'sent'
        ? t('messages:progress.sent')
        : whom
          ? t('messages:progress.delivered-to', { unit: to.unit ?? whom, when: when(receivedAt) })
          : t('messages:progress.delivered', { when: when(receivedAt) })}
    </p>
  );
}
