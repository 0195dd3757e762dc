/** A business answer that may be a refusal with a reason code. Refusals are values, not exceptions. */
export type Result<T, R extends string> = { ok: true; value: T } | { ok: false; reason: R };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const refused = <R extends string>(reason: R): { ok: false; reason: R } => ({ ok: false, reason });
