/** How many calls a caller may make in a window of time, and what is left of them. */
export interface RateLimit {
  calls: number;
  windowSeconds: number;
}

export interface RateVerdict {
  isAllowed: boolean;
  left: number;
  /** seconds until the window begins anew */
  resetSeconds: number;
}

export type CountCall = (caller: string, now: Date, calls?: number) => RateVerdict;

const MOST_CALLERS = 10_000;

/**
 * Counts calls per caller, in this process: with several portal instances each allows the limit for itself. No calls:
 * only a look, which leaves no trace. Of more callers than `most` the one counted from longest ago is forgotten.
 */
export function rateLimiter(limit: RateLimit, most = MOST_CALLERS): CountCall {
  // In the order the windows began, which is the order they end in: who is to be forgotten stands first.
  const windows = new Map<string, { endsAt: number; calls: number }>();
  return (caller, now, calls = 1) => {
    const at = now.getTime();
    const running = windows.get(caller);
    const isOver = !running || running.endsAt <= at;
    const window = isOver ? { endsAt: at + limit.windowSeconds * 1000, calls: 0 } : running;
    window.calls += calls;
    if (isOver && calls > 0) {
      windows.delete(caller);
      const [first] = windows.keys();
      if (windows.size >= most && first !== undefined) windows.delete(first);
      windows.set(caller, window);
    }
    return {
      isAllowed: window.calls <= limit.calls,
      left: Math.max(0, limit.calls - window.calls),
      resetSeconds: Math.ceil((window.endsAt - at) / 1000),
    };
  };
}
