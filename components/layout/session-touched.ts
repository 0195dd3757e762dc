/** Told to the window when the server has seen the person: saving by itself moves the idle limit as a page view does. */
export const SESSION_TOUCHED = 'session-touched';
