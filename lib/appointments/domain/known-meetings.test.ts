import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Interval, merged, overlap } from './interval';
import { isOver, type KnownMeeting, KnownMeetings } from './known-meetings';

/* What is kept in order while meetings come and go, against those that are left, each looked at. */

const { nat } = fc;
const anyMeeting = fc
  .record({
    start: nat(60),
    length: fc.integer({ min: 1, max: 20 }),
    heldUntil: fc.constantFrom(null, null, null, 20, 40),
  })
  .map(({ start, length, heldUntil }) => ({ start, end: start + length, heldUntil }));
const anyWindow = fc.tuple(nat(80), nat(40)).map(([start, length]) => ({ start, end: start + length }));
const anyAct = fc.oneof(
  { weight: 3, arbitrary: fc.record({ comes: anyMeeting }) },
  { weight: 2, arbitrary: fc.record({ goes: nat(30) }) },
  { weight: 2, arbitrary: fc.record({ window: anyWindow, now: nat(60) }) },
);

const reaching = <T extends Interval>(intervals: readonly T[], window: Interval) =>
  intervals.filter((one) => overlap(one, window));
const instantsOf = ({ start, end }: Interval, taken: readonly Interval[]) =>
  Array.from({ length: end - start }, (_, n) => start + n).filter((at) =>
    taken.some((one) => one.start <= at && at < one.end),
  );

it('says what is taken, whatever has come and gone', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 40, size: 'max' }), (acts) => {
      const known = new KnownMeetings();
      const left: KnownMeeting[] = [];
      for (const [n, act] of acts.entries()) {
        if ('comes' in act) {
          const meeting = { ...act.comes, id: `${n}`, officerId: null, roomId: null, together: null };
          known.add(meeting);
          left.push(meeting);
        } else if ('goes' in act) {
          const [gone] = left.splice(act.goes % Math.max(1, left.length), 1);
          if (gone) known.delete(gone);
        } else {
          const { window, now } = act;
          expect(new Set(known.within(window))).toEqual(new Set(reaching(left, window)));
          const isTaken = left.filter(({ heldUntil }) => !isOver(heldUntil, now));
          const found = known.taken(window, now);
          expect(instantsOf(window, found)).toEqual(instantsOf(window, isTaken));
          // What is confirmed is one interval where it can be, since `merged` gives back what is.
          if (left.every(({ heldUntil }) => heldUntil === null)) expect(merged(found)).toBe(found);
          taken += found.length;
        }
      }
    }),
    { numRuns: 1000 },
  );
  // Meetings of which none are ever seen would prove nothing.
  expect(taken).toBeGreaterThan(1000);
});
