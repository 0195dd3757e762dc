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

// Callers that have been silent for a window are forgotten when the list grows past this.
const TOO_MANY_CALLERS = 10_000;

/** Counts calls per caller, in this process: with several portal instances each allows the limit for itself. No calls: only a look. */
export function rateLimiter(limit: RateLimit): CountCall {
  const windows = new Map<string, { endsAt: number; calls: number }>();
  return (caller, now, calls = 1) => {
    const at = now.getTime();
    let window = windows.get(caller);
    if (!window || window.endsAt <= at) {
      if (windows.size > TOO_MANY_CALLERS) {
        for (const [key, { endsAt }] of windows) if (endsAt <= at) windows.delete(key);
      }
      window = { endsAt: at + limit.windowSeconds * 1000, calls: 0 };
      windows.set(caller, window);
    }
    window.calls += calls;
    return {
      isAllowed: window.calls <= limit.calls,
      left: Math.max(0, limit.calls - window.calls),
      resetSeconds: Math.ceil((window.endsAt - at) / 1000),
    };
  };
}
