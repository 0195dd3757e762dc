/** What became of what a system told. `same`: that very version was told before. `older`: a newer one was. */
export const careOutcomes = ['kept', 'same', 'older'] as const;
export type CareOutcome = (typeof careOutcomes)[number];

interface Version {
  version: bigint;
  /** keyed, of all that was told under it */
  hash: Uint8Array;
}

/** `differs`: another content under the same version. Both can't be right, and nobody here can say which is. */
export function outcomeOf(known: Version | null, told: Version): CareOutcome | 'differs' {
  if (!known || told.version > known.version) return 'kept';
  if (told.version < known.version) return 'older';
  return Buffer.compare(known.hash, told.hash) === 0 ? 'same' : 'differs';
}
