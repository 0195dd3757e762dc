import { parse } from 'kontonummer';

/**
 * Whether there can be such an account: a clearing number that a bank has, a number as long as that bank's are, with a
 * right check digit where the bank's numbers are known to have one. Some banks' numbers can't be told from wrong ones,
 * so this never says more than "there can be".
 */
export const isBankAccount = (clearing: string, account: string): boolean =>
  // The shortest account numbers in use have five digits when the noughts before them are left out.
  account.replace(/\D/g, '').length >= 5 && bankAccountInWords(clearing, account) !== null;

/** "8327-9, 903 123 456-7" and the bank's name, or null where there can be no such account. */
export function bankAccountInWords(
  clearing: string,
  account: string,
): { number: string; bank: string } | null {
  try {
    const parsed = parse(clearing, account, { mode: 'semi' });
    return { number: parsed.format('pretty'), bank: parsed.bankName };
  } catch {
    return null;
  }
}
