'use client';

import { unstable_rethrow } from 'next/navigation';
import { useActionState, useEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';
import { EnterButton } from '@/components/forms/enter-button';
import { FormField } from '@/components/forms/form-field';
import { problemText } from '@/components/forms/problem-text';
import { RichText } from '@/components/forms/rich-text';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonGroup } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Heading } from '@/components/ui/heading';
import { PageHeading } from '@/components/ui/page-heading';
import { fillIn, type PageTexts } from '@/lib/catalogue/domain/form-texts';
import type { GuidePage } from '@/lib/catalogue/domain/guide';
import { INTENT } from '@/lib/catalogue/domain/input-names';
import { GuideAnswer, type GuideTexts } from './guide-answer';
import type { GuideState } from './guide-state';
import { PAGE } from './input-names';

interface Props {
  action: (state: GuideState, data: FormData) => Promise<GuideState>;
  initial: GuideState;
  texts: GuideTexts;
  /** the words around the questions' own */
  form: PageTexts;
  /** of the guide */
  language: string;
  guideHref: string;
  servicesHref: string;
}

/**
 * The guide, a page at a time. A native form: what has been answered lies in it and nowhere else, is posted with each
 * page, and comes back with the next. With JavaScript it is the same post without loading the page.
 */
export function GuideForm({ action, initial, texts, form, language, ...hrefs }: Props) {
  // A lost connection must not take the page away. The server itself gets the bare action: a form that posts natively
  // needs its address.
  const guarded = async (before: GuideState, data: FormData): Promise<GuideState> => {
    try {
      return await action(before, data);
    } catch (error) {
      unstable_rethrow(error);
      return { ...before, message: form['save.unreachable'] };
    }
  };
  const [{ step, message }, post, isPending] = useActionState(
    typeof window === 'undefined' ? action : guarded,
    initial,
  );
  const top = useRef<HTMLParagraphElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    // What is wrong takes the focus by itself.
    if (step.kind === 'page' && step.problems.length > 0) return;
    top.current?.focus();
    top.current?.scrollIntoView({ block: 'start' });
  }, [step]);

  const isFirst = step.kind === 'page' && step.number === 1;
  return (
    <form action={post} className="ms-form" noValidate autoComplete="off">
      {step.kind === 'page' && (
        <ErrorSummary
          title={form['summary.title']}
          errors={step.problems.map((problem) => ({
            fieldId: problem.field,
            message: problemText(problem, step.page, form),
          }))}
        />
      )}
      <EnterButton>{texts.next}</EnterButton>
      <input type="hidden" name={PAGE} value={step.kind === 'page' ? step.page.slug : ''} />
      {step.carried.map(({ name, value }) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <p className="ms-page-caption" ref={top} tabIndex={-1}>
        {step.kind === 'page' ? fillIn(texts.question, { number: step.number }) : texts.name}
      </p>
      {step.kind === 'page' ? (
        <Questions key={keyOf(step)} step={step} form={form} />
      ) : (
        <GuideAnswer answer={step} texts={texts} language={language} {...hrefs} />
      )}
      {isFirst && <p>{texts.private}</p>}
      {message && (
        <Alert kind="danger" live="alert">
          {message}
        </Alert>
      )}
      <ButtonGroup>
        {step.kind === 'page' && (
          <Button name={INTENT} value="next" iconAfter="arrow" aria-busy={isPending || undefined}>
            {isPending ? texts.working : texts.next}
          </Button>
        )}
        {!isFirst && (
          <Button variant="secondary" name={INTENT} value="back">
            {texts.back}
          </Button>
        )}
      </ButtonGroup>
    </form>
  );
}

/** Drawn anew when the server has answered: the browser empties a form that has been sent. */
const keyOf = ({ page, problems }: GuidePage) =>
  [page.slug, JSON.stringify(page.answers), problems.map(({ key }) => key).join()].join(' ');

function Questions({ step: { page, problems }, form }: { step: GuidePage; form: PageTexts }) {
  // Only the inputs' names are wanted of it; the server checks.
  const { register } = useForm<Record<string, unknown>>();
  const groups = page.groups
    .map((group) => ({ ...group, fields: group.fields.filter((field) => page.shown.includes(field.id)) }))
    .filter((group) => group.fields.length > 0);
  const asked = groups[0]?.fields.find((field) => field.label === page.title);
  return (
    <>
      {!asked && <PageHeading lead={page.lead}>{page.title}</PageHeading>}
      {groups.map((group) => (
        <div key={group.id} className="ms-form-group">
          {group.title && <Heading level={2}>{group.title}</Heading>}
          {group.text && <RichText text={group.text} />}
          {group.fields.map((field) => (
            <div key={field.id}>
              <FormField
                field={field}
                context={{
                  texts: form,
                  register,
                  homes: [],
                  children: [],
                  sums: {},
                  savedVersion: 0,
                  errors: Object.fromEntries(
                    problems.map((problem) => [problem.field, problemText(problem, page, form)]),
                  ),
                  required: page.required.includes(field.id),
                  value: page.answers[field.id],
                  files: [],
                  informationLevel: group.title ? 3 : 2,
                  ...(field === asked && { headingLevel: 1 as const }),
                }}
              />
            </div>
          ))}
        </div>
      ))}
    </>
  );
}
