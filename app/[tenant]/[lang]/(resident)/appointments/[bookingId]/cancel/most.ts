/** As much as the error `reason-too-long` says. */
export const MAX_REASON = 500;
