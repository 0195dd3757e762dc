import { Section } from '@/components/layout/section';
import { Heading } from '@/components/ui/heading';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { originText } from '@/lib/applications/domain/origin-text';
import type { Snapshot, SnapshotQuestion } from '@/lib/applications/domain/snapshot';
import { isFiles } from '@/lib/catalogue/domain/answers-shape';
import { spokenIn } from '@/lib/kernel/said';
import { isLanguage, type Language, texts } from '@/lib/platform/i18n';

/** A document word for word: every question with its help, and every answer, in the language it was signed in. */
export function SignedDocument({
  snapshot: { pages, language },
  lang,
  fileHref,
}: {
  snapshot: Pick<Snapshot, 'pages' | 'language'>;
  lang: Language;
  /** where a file that it names can be fetched */
  fileHref: (fileId: string) => string;
}) {
  return pages.map((page) => (
    <div key={page.slug} {...spokenIn(language, lang)}>
      <Section id={`section-${page.slug}`} title={page.title}>
        {page.groups.map((group) => (
          <div key={group.id}>
            {group.title && <Heading level={3}>{group.title}</Heading>}
            {group.text && <Lines text={group.text} />}
            <SummaryList
              rows={group.questions.map((question) =>
                asRow(question, isLanguage(language) ? language : lang, fileHref),
              )}
            />
          </div>
        ))}
      </Section>
    </div>
  ));
}

const asRow = (
  { question, help, text, answer, value, prefilled }: SnapshotQuestion,
  language: Language,
  fileHref: (fileId: string) => string,
) => ({
  term: (
    <>
      {question}
      {help && <Lines text={help} />}
      {text && <Lines text={text} />}
    </>
  ),
  value: (
    <>
      {/* Each line runs its own way: in an Arabic page the groups of a telephone number would else change places. */}
      {answer?.map((line, index) => (
        <div key={index}>
          <bdi>{line}</bdi>
        </div>
      ))}
      {value &&
        isFiles(value) &&
        value.files.map(({ id, name }) => (
          <div key={id}>
            <TextLink href={fileHref(id)}>
              <bdi>{name}</bdi>
            </TextLink>
          </div>
        ))}
      {prefilled && <Lines text={originText(prefilled, language, texts(language))} />}
    </>
  ),
});

const Lines = ({ text }: { text: string }) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => (
      <div key={index} className="ms-summary-help">
        {line}
      </div>
    ));
