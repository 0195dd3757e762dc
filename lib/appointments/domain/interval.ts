/** From an instant until another (epoch ms): the first belongs to it and the last does not, so that what meets doesn't overlap. */
export interface Interval {
  start: number;
  end: number;
}

export const overlap = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end;

/** In order, with what overlaps or meets made one. What already is so is given back as it is: the common case, and there are many. */
export function merged(intervals: readonly Interval[]): readonly Interval[] {
  if (isMerged(intervals)) return intervals;
  const result: Interval[] = [];
  for (const { start, end } of intervals.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

function isMerged(intervals: readonly Interval[]): boolean {
  let end = Number.NEGATIVE_INFINITY;
  for (const one of intervals) {
    if (one.start <= end) return false;
    end = one.end;
  }
  return true;
}

/** Those that reach into a window, of what is in order of its beginning and lasts so long at the most. */
export function within<T extends Interval>(
  inOrder: readonly T[],
  { start, end }: Interval,
  longest: number,
): T[] {
  const first = firstFrom(inOrder, start);
  // Of what begins before the window only some reaches into it; of what begins in it, all.
  const before = inOrder.slice(firstFrom(inOrder, start - longest), first).filter((one) => one.end > start);
  return [...before, ...inOrder.slice(first, firstFrom(inOrder, end))];
}

/** Where in the list the first stands that begins at an instant or after it. */
export function firstFrom(inOrder: readonly Interval[], at: number): number {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((inOrder[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
