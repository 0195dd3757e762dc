/** Where an administrator comes back to after log-in: a page of theirs, without language prefix. Nothing else is followed. */
export function staffPath(wanted: string | null | undefined): string {
  const path = (wanted ?? '').split(/[?#]/)[0] ?? '';
  const isOwn = path.length <= 200 && /^\/admin(\/[A-Za-z0-9_-]+)+$/.test(path) && path !== '/admin/log-in';
  return isOwn ? path : '/admin/services';
}

/** Why a log-in of staff came to nothing, as its page explains it. Stands in the address: codes only. */
export const staffLogInProblems = ['aborted', 'failed', 'no-role', 'ended'] as const;
export type StaffLogInProblem = (typeof staffLogInProblems)[number];

export const isStaffLogInProblem = (text: unknown): text is StaffLogInProblem =>
  staffLogInProblems.includes(text as StaffLogInProblem);
