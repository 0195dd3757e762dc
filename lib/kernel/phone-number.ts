/**
 * A number as people write it ("070-123 45 67", "+46 (0)70 …") in the form that networks know it by (E.164), or null
 * where it can't be one. Without a country code it is Swedish.
 */
export function internationalNumber(typed: string): string | null {
  const digits = typed.replace(/\(0\)/g, '').replace(/[\s()-]/g, '');
  const number = digits.startsWith('+')
    ? digits
    : digits.startsWith('00')
      ? `+${digits.slice(2)}`
      : digits.replace(/^0/, '+46');
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : null;
}
