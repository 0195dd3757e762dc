import type { MeetingWay } from './words';

/** The way whose times are shown: the one asked for, where it can be had, or the only one. Otherwise she has to choose. */
export const wayToPick = (
  ways: readonly MeetingWay[],
  asked: MeetingWay | undefined,
): MeetingWay | undefined => ways.find((way) => way === asked) ?? (ways.length === 1 ? ways[0] : undefined);
