import 'server-only';

/** The columns of a case that say whether its municipality's own status takes what is asked for (domain/status.ts). */
export const statusOfCase = {
  phase: true,
  officeStatus: { select: { status: { select: { phase: true, supplementsOpen: true } } } },
} as const;
