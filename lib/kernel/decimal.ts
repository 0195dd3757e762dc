/*
 * Numbers as people write them: "1 250,50", "1250.5", with the spaces of any keyboard and the digits of Arabic.
 */

/**
 * The number a text says, or null where it is none or has more decimals than allowed. A point or a comma marks the
 * decimals; spaces part thousands.
 */
export function parseDecimal(text: string, decimals: number): number | null {
  const plain = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\s\u00a0\u202f\u2009]/g, '')
    .replace(/[−–]/g, '-')
    .replace(/[,٫]/g, '.');
  const parts = /^(-?\d{1,12})(?:\.(\d+))?$/.exec(plain);
  if (!parts || (parts[2] ?? '').length > decimals) return null;
  const value = Number(plain);
  // There is no minus nought on a form.
  return value === 0 ? 0 : value;
}

/** Sums of crowns and ore without the tails of binary fractions: at most `decimals` decimals. */
export const rounded = (value: number, decimals = 2): number => {
  const factor = 10 ** decimals;
  const result = Math.round((value + Math.sign(value) * Number.EPSILON) * factor) / factor;
  return result === 0 ? 0 : result;
};

/** As it is written in Swedish: "12 345,50", decimals only where there are any, then two for money. */
export function decimalText(
  value: number,
  options: { decimalSign?: ',' | '.'; money?: boolean } = {},
): string {
  const { decimalSign = ',', money = false } = options;
  const fixed = money && !Number.isInteger(value) ? value.toFixed(2) : String(value);
  const [whole = '', decimals] = fixed.replace('-', '').split('.');
  // Four digits stand together; from five on, hard spaces keep the number on one line.
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0') : whole;
  return `${value < 0 ? '−' : ''}${grouped}${decimals ? decimalSign + decimals : ''}`;
}
