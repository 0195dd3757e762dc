/** Until when she may move or cancel a booking herself; after that she has to call. */
export const changeableUntil = (type: { changeMinutes: number }, startsAt: Date): Date =>
  new Date(startsAt.getTime() - type.changeMinutes * 60_000);

export const mayChange = (type: { changeMinutes: number }, startsAt: Date, now: Date): boolean =>
  now < changeableUntil(type, startsAt);
