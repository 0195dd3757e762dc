import { INTENT } from '@/lib/catalogue/domain/input-names';

/**
 * Stands before all other buttons of a form, unseen. Enter in a field presses the form's first button: it must be "go on"
 * or "send", not "remove a file".
 */
export const EnterButton = ({ children }: { children: string }) => (
  <button type="submit" className="ds-sr-only" name={INTENT} value="next" tabIndex={-1} aria-hidden="true">
    {children}
  </button>
);
