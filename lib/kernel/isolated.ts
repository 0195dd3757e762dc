/** A number or address inside a sentence keeps its own direction, also where the sentence runs from right to left. */
export const isolated = (text: string): string => `\u2066${text}\u2069`;
