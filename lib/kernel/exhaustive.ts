/** Put in a switch's default branch: the compiler then refuses a case that was forgotten. */
export function exhaustive(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
