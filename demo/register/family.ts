/**
 * Who belongs to whom in the demo world's population register. A register of its own: the portal learns of it only
 * by asking. Numbers are those of `demo/people.ts`.
 */
export interface Family {
  spouses: readonly (readonly [string, string])[];
  /** parent, child */
  parents: readonly (readonly [string, string])[];
}

const ASTRID = '194207099146';
const GUNNAR = '193812038895';
const KARIN = '196808199266';

export const demoFamily: Family = {
  spouses: [[ASTRID, GUNNAR]],
  parents: [
    [ASTRID, KARIN],
    [GUNNAR, KARIN],
  ],
};
