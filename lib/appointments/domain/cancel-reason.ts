import { cleanText } from '@/lib/kernel/plain-text';

/** As much as the error `reason-too-long` says. */
const MOST = 500;

/** Why she cancels, counted as it is kept: a line's end is one character, whoever sends it. */
export const isReasonTooLong = (typed: unknown): boolean => cleanText(typed).length > MOST;
