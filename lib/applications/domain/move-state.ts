import type { Answers, AnswerValue } from '@/lib/catalogue/domain/answers-shape';
import { isEmpty } from '@/lib/catalogue/domain/answers-shape';
import { canonicalJson } from '@/lib/kernel/canonical-json';

/** An answer without a question, as she reads it. */
export interface GoneAnswer {
  field: string;
  question: string;
  /** in words, a line each */
  answer: string[];
  value: AnswerValue;
}

/** What moves to newer versions have left to tell her. Kept with the draft until it is submitted or thrown away. */
export interface MoveState {
  /** the draft's version at each move, and the form's version it came from */
  moves: { at: number; from: number }[];
  /** pages to look at again before signing */
  lookAgain: string[];
  gone: GoneAnswer[];
  /** whether she has gone on from the page that told her */
  isTold: boolean;
}

export const neverMoved: MoveState = { moves: [], lookAgain: [], gone: [], isTold: true };

/** The form's version that a page had, by the draft's version when it was loaded; null where it is the present one. */
export const formVersionAt = ({ moves }: MoveState, loadedAt: number): number | null =>
  moves.find(({ at }) => at > loadedAt)?.from ?? null;

/** After one more move. Pages are known by their names: what is no longer in the form need not be looked at. */
export function afterMove(
  before: MoveState,
  move: { at: number; from: number; lookAgain: readonly string[]; gone: readonly GoneAnswer[] },
  slugs: readonly string[],
): MoveState {
  const again = new Set([...before.lookAgain, ...move.lookAgain]);
  const lookAgain = slugs.filter((slug) => again.has(slug));
  const state = keepToRead(before, move.gone);
  const hasNews = move.lookAgain.length > 0 || state.gone.length > before.gone.length;
  return {
    moves: [...before.moves, { at: move.at, from: move.from }],
    lookAgain,
    gone: state.gone,
    isTold: hasNews ? false : before.isTold,
  };
}

/** With further answers to be read. The same answer to the same question is kept once. */
export function keepToRead(state: MoveState, more: readonly GoneAnswer[]): MoveState {
  const key = ({ field, value }: GoneAnswer) => canonicalJson([field, value]);
  const known = new Set(state.gone.map(key));
  const fresh = more.filter((one) => !known.has(key(one)));
  return fresh.length === 0 ? state : { ...state, gone: [...state.gone, ...fresh], isTold: false };
}

/** After she has sent a page and could go on from it. */
export const afterLooking = (state: MoveState, slug: string): MoveState => ({
  ...state,
  lookAgain: state.lookAgain.filter((one) => one !== slug),
  isTold: true,
});

/**
 * Of what was typed on a page of an older version, the answers that a newer page of the same name would not take in.
 * @param taken what is kept, or about to be, by the newer form
 */
export const leftOver = (typed: Answers, taken: Answers): [string, AnswerValue][] =>
  Object.entries(typed).filter(
    ([id, value]) =>
      !isEmpty(value) && (taken[id] === undefined || canonicalJson(taken[id]) !== canonicalJson(value)),
  );
