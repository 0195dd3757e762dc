/** How long before it a booking may be moved or cancelled: as she was told when she booked, whatever the type says now. */
export interface ChangeLimits {
  /** null while it isn't booked */
  changeMinutes: number | null;
  type: { changeMinutes: number };
}

/** Until when she may move or cancel a booking herself; after that she has to call. */
export const changeableUntil = ({ changeMinutes, type }: ChangeLimits, startsAt: Date): Date =>
  new Date(startsAt.getTime() - (changeMinutes ?? type.changeMinutes) * 60_000);

export const mayChange = (limits: ChangeLimits, startsAt: Date, now: Date): boolean =>
  now < changeableUntil(limits, startsAt);
