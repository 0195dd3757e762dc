'use client';

import { type RefObject, type SubmitEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type UseFormRegisterReturn, useForm } from 'react-hook-form';
import type { Problem } from '@/lib/catalogue/domain/answers-schema';
import { type Answers, isFiles } from '@/lib/catalogue/domain/answers-shape';
import type { FormPage, Judged } from '@/lib/catalogue/domain/form-page';
import type { PageTexts } from '@/lib/catalogue/domain/form-texts';
import type { PageAction, PageFormState } from './page-form-state';
import { inputOf, problemText } from './problem-text';
import type { Autosave, Intent } from './saved-form';
import { useAfterPress } from './use-after-press';
import { useSavedForm } from './use-saved-form';

interface Options {
  form: RefObject<HTMLFormElement | null>;
  page: FormPage;
  texts: PageTexts;
  version: number;
  action: PageAction;
  autosave: Autosave;
}

// Before the first try to go on, only what is wrong is said, not what is still missing.
const notYet = new Set<Problem['key']>(['missing', 'personName', 'personPhone', 'personRelation']);

let checks: Promise<typeof import('./checks')> | undefined;

/** The checking code is fetched when the form is first touched, and again if that failed. */
function loadChecks() {
  checks ??= import('./checks').catch((error: unknown) => {
    checks = undefined;
    throw error;
  });
  return checks;
}

/** Which files we have, only the server knows; all else may have been typed since it last spoke. */
function withFilesOf(fromServer: Answers, answers: Answers): Answers {
  const entries = (from: Answers, areFiles: boolean) =>
    Object.entries(from).filter(([, value]) => isFiles(value) === areFiles);
  return Object.fromEntries([...entries(answers, false), ...entries(fromServer, true)]);
}

/** What JavaScript adds to a form page: questions that open at once, checks before sending, saving by itself. */
export function usePageForm({ form, page, texts, version, action, autosave }: Options) {
  const { state, dispatch, isPending, saving, post } = useSavedForm<PageFormState>({
    form,
    start: { status: 'idle', version },
    action,
    autosave,
    unreachable: texts['save.unreachable'],
  });
  const [opened, setOpened] = useState<Judged | null>(null);
  const [attempt, setAttempt] = useState(0);

  const fromServer = state.typed ?? page;
  const current: Judged = opened
    ? { ...opened, answers: withFilesOf(fromServer.answers, opened.answers) }
    : fromServer;
  const answers = useRef(current.answers);
  const tried = useRef(false);
  const touched = useRef(new Set<string>());
  const early = useRef<HTMLInputElement[]>([]);
  const isAlive = useRef(false);
  const afterPress = useAfterPress();

  const toErrors = (problems: readonly Problem[]) =>
    Object.fromEntries(
      // The first of a field's problems is shown; the next comes when that is put right.
      problems
        .toReversed()
        .map((problem) => [
          inputOf(problem),
          { type: problem.key, message: problemText(problem, page, texts) },
        ]),
    );
  // What the server refused stands until its question is answered anew. Kept here, not in the form library, whose own
  // errors are judged again at each trigger, by checks that can't know what a file was found to hold.
  const [answeredSince, setAnsweredSince] = useState<ReadonlySet<string>>(new Set());
  const serverErrors = useMemo(
    () =>
      toErrors(
        (state.status === 'problems' ? (state.problems ?? []) : []).filter(
          ({ field }) => !answeredSince.has(field),
        ),
      ),
    [state, answeredSince],
  );

  const {
    register,
    trigger,
    formState: { errors },
  } = useForm<Record<string, unknown>>({
    shouldFocusError: false,
    // The inputs themselves are read, not the library's copy of them: browser and server then judge the same thing.
    resolver: async () => {
      const { readSubmission } = await loadChecks();
      if (!form.current) return { values: {}, errors: {} };
      const submission = readSubmission(
        { ...page, answers: withFilesOf(fromServer.answers, answers.current) },
        new FormData(form.current),
      );
      const problems = submission.outcome === 'problems' ? submission.problems : [];
      const said = tried.current
        ? problems
        : problems.filter((problem) => touched.current.has(problem.field) && !notYet.has(problem.key));
      return { values: {}, errors: toErrors(said) };
    },
  });

  /** Reads the form anew and opens or closes the questions that hang on its answers. */
  async function follow(): Promise<string[]> {
    const { judge, readAnswers } = await loadChecks();
    if (!form.current) return [];
    const saved = withFilesOf(fromServer.answers, answers.current);
    answers.current = readAnswers(page, new FormData(form.current), saved);
    const next = judge(page, answers.current);
    const opening = next.shown.filter((id) => !current.shown.includes(id));
    const same =
      next.shown.join() === current.shown.join() &&
      next.required.join() === current.required.join() &&
      JSON.stringify(next.sums) === JSON.stringify(current.sums);
    if (!same) setOpened(next);
    return opening;
  }

  function onChange(event: { target: EventTarget }) {
    const field = fieldOf(event.target);
    if (field && state.status === 'problems') setAnsweredSince((before) => new Set(before).add(field));
    saving.changed();
    void follow().catch(ignoreMissingChecks);
    if (tried.current) void trigger().catch(ignoreMissingChecks);
  }

  function onBlur(event: { target: EventTarget; relatedTarget: EventTarget | null }) {
    const field = fieldOf(event.target);
    // From the day to the month she is still answering.
    if (!field || field === fieldOf(event.relatedTarget)) return;
    touched.current.add(field);
    if (!tried.current) afterPress(() => void trigger().catch(ignoreMissingChecks));
  }

  // On a slow phone she answers before the page is alive, and nobody has heard it. What the browser put back itself, on
  // the way back, waits for her press.
  useEffect(() => {
    const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    for (const target of load?.type === 'navigate' ? early.current : []) {
      if (target.files) target.dispatchEvent(new Event('change', { bubbles: true }));
      else onChange({ target });
    }
    isAlive.current = true;
  }, []);

  function registerAsItStands(name: string): UseFormRegisterReturn {
    const given = register(name);
    const ref = (input: HTMLInputElement | null) => {
      if (input && !isAlive.current && isAnswered(input)) {
        early.current.push(input);
        // The form library takes back a choice made before it came, unless the page was sent with it.
        input.defaultChecked = input.checked;
      }
      given.ref(input);
    };
    return { ...given, ref };
  }

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => post(event, mayPost);

  async function mayPost({ kind }: Intent): Promise<boolean> {
    if (kind !== 'next') return true;
    tried.current = true;
    try {
      const opening = await follow();
      const isRight = await trigger();
      setAttempt((count) => count + 1);
      if (!isRight) return false;
      if (opening[0] === undefined) return true;
      document.getElementById(opening[0])?.focus();
      return false;
    } catch {
      // The checks could not be fetched: the server, which always checks, decides alone.
      return true;
    }
  }

  useEffect(() => {
    if (state.status === 'idle') return;
    // A new answer from the server: what was answered before it is old news.
    setAnsweredSince(new Set());
    if (state.typed) {
      setOpened(null);
      answers.current = state.typed.answers;
    }
    setAttempt((count) => count + 1);
  }, [state]);

  const messages = Object.fromEntries(
    Object.entries({ ...serverErrors, ...errors }).map(([name, error]) => [
      name,
      String(error?.message ?? ''),
    ]),
  );

  return {
    state,
    dispatch,
    isPending,
    current,
    attempt,
    messages,
    register: registerAsItStands,
    saving,
    onChange,
    onBlur,
    onSubmit,
  };
}

/** Whether it holds something else than the server sent. */
function isAnswered({ files, value, defaultValue, checked, defaultChecked }: HTMLInputElement): boolean {
  return files ? files.length > 0 : value !== (defaultValue ?? value) || checked !== defaultChecked;
}

/** The question that an input belongs to. */
const fieldOf = (target: EventTarget | null): string | null =>
  target instanceof HTMLElement
    ? (target.closest('[data-form-field]')?.getAttribute('data-form-field') ?? null)
    : null;

/** Follow-up questions and early checks are a kindness; without them the server still asks and checks. */
const ignoreMissingChecks = () => undefined;
