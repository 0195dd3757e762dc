import type { Answers } from '@/lib/catalogue/domain/answers-shape';

/**
 * The answers given on each page, in order, from the first page to the last. "HOME-1" stands for the first of the
 * municipality's care homes, since those differ between municipalities; "child-1" and "child-2" are the children that
 * the register knows.
 */
export type Path = { page: string; answers: Answers }[];

/** The paths of one service, each by what is special about it. */
export type Paths = Readonly<Record<string, Path>>;
