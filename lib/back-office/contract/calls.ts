import type { z } from 'zod';
import type { Actor, SystemActor } from '@/lib/platform/actor';
import type { OperationName, operations } from './operations';

type Operations = typeof operations;
type Parsed<S, Otherwise> = S extends z.ZodType ? z.output<S> : Otherwise;
type ParsedParams<P> =
  P extends Record<string, z.ZodType<string>> ? { [K in keyof P]: string } : Record<never, never>;

/** A call that has passed every check: who asks, and what, in the contract's shapes. */
export interface Call<O> {
  actor: O extends { scope: null } ? Extract<Actor, { kind: 'nobody' }> : SystemActor;
  params: O extends { params: infer P } ? ParsedParams<P> : Record<never, never>;
  query: O extends { query: infer Q } ? Parsed<Q, never> : Record<never, never>;
  body: O extends { body: infer B } ? Parsed<B, never> : undefined;
}
type AnswerOf<O> = O extends { answer: { schema: infer S } } ? Parsed<S, Response> : never;

/** What tells us one thing has a body, goes through the inbox, and can be told by other ways than a call. */
export type WritingName = {
  [N in OperationName]: Operations[N] extends { hasParts: true }
    ? never
    : Operations[N] extends { body: z.ZodType }
      ? N
      : never;
}[OperationName];
export type ReadingName = Exclude<OperationName, WritingName>;

/** What does the work of each of the others, that read or that hold messages; app/api binds them. */
export type Readings = {
  [N in ReadingName]: (call: Call<Operations[N]>) => Promise<AnswerOf<Operations[N]>>;
};
/** What does each writing operation's work: lib/back-office/deeds.ts. */
export type Deeds = {
  [N in WritingName]: (
    call: Pick<Call<Operations[N]>, 'actor' | 'params' | 'body'>,
  ) => Promise<AnswerOf<Operations[N]>>;
};
