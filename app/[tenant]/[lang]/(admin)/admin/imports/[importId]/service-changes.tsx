import { Card } from '@/components/ui/card';
import { Heading } from '@/components/ui/heading';
import { InLanguage, SentenceWith } from '@/components/ui/in-language';
import { Tag, type TagColor } from '@/components/ui/tag';
import type { DefinitionChange } from '@/lib/catalogue/domain/definition-changes';
import type { ImportedService } from '@/lib/catalogue/queries/get-import';
import type { StaffLanguage, Translate } from '@/lib/platform/i18n';

const colors = {
  added: 'success',
  removed: 'danger',
  changed: 'info',
  moved: 'neutral',
} as const satisfies Record<DefinitionChange['how'], TagColor>;

/** What publishing changes in one service: its parts, pages and questions, each with how. */
export function ServiceChanges({
  t,
  lang,
  service,
}: {
  t: Translate;
  lang: StaffLanguage;
  service: ImportedService;
}) {
  const { slug, name, language, publishedVersion, changes } = service;
  return (
    <Card as="section" labelledBy={`service-${slug}`}>
      <Heading id={`service-${slug}`}>
        <InLanguage lang={language} on={lang}>
          {name}
        </InLanguage>
      </Heading>
      {publishedVersion === null ? (
        <p>{t('admin:import.new')}</p>
      ) : (
        <p>{t('admin:import.from-version', { version: publishedVersion })}</p>
      )}
      {publishedVersion !== null && changes.length === 0 && <p>{t('admin:import.same')}</p>}
      {changes.length > 0 && (
        <ul className="ms-plain-list ms-stack">
          {changes.map((change) => (
            <li key={`${change.how} ${change.what} ${change.name}`}>
              <Tag color={colors[change.how]}>{t(`admin:changes.${change.how}`)}</Tag>{' '}
              <What t={t} lang={lang} language={language} change={change} />
              {change.properties.length > 0 && (
                <>
                  <br />
                  {t('admin:changes.properties', { names: change.properties.join(', ') })}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function What({
  t,
  lang,
  language,
  change: { what, name, title },
}: {
  t: Translate;
  lang: StaffLanguage;
  /** that the definition's titles are in */
  language: string;
  change: DefinitionChange;
}) {
  if (what === 'part') return t('admin:changes.part', { name });
  if (name === '') return t(`admin:changes.${what}-order`);
  return (
    <SentenceWith
      words={{ text: title, lang: language }}
      on={lang}
      sentence={(words) => t(`admin:changes.${what}`, { title: words, name })}
    />
  );
}
