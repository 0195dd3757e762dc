import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { uploadHold } from './upload-hold';

/** A form as far as the hold knows one. `sent`: the buttons by which it really was sent. */
function formWith() {
  const sent: string[] = [];
  const form = Object.assign(new EventTarget(), {
    querySelector: () => 'upload',
    requestSubmit(button: string) {
      const event = Object.assign(new Event('submit', { cancelable: true }), { submitter: button });
      if (form.dispatchEvent(event)) sent.push(button);
    },
  });
  return { form: form as unknown as HTMLFormElement, sent, press: form.requestSubmit };
}
const file = () => ({});

describe('what is pressed while files are on their way', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('goes as it is where nothing is on its way', () => {
    const { form, sent, press } = formWith();
    uploadHold(form);
    press('next');
    expect(sent).toEqual(['next']);
  });

  it('waits for the files of all questions, and for the page to be drawn with them, once', () => {
    const { form, sent, press } = formWith();
    const [one, other] = [file(), file()];
    const [mine, yours] = [uploadHold(form), uploadHold(form)];
    const told: boolean[] = [];
    mine.watch((isHeld) => told.push(isHeld));
    mine.begin(one);
    yours.begin(other);
    press('next');
    mine.end(one, 'came');
    expect(sent).toEqual([]);
    yours.end(other, 'came');
    expect(sent).toEqual(['upload']);
    press('later');
    mine.drawn(8);
    yours.drawn(8);
    // What was pressed last is what she wants.
    expect(sent).toEqual(['upload', 'later']);
    expect(told).toEqual([true, true, false]);
    press('next');
    expect(sent).toEqual(['upload', 'later', 'next']);
  });

  it('waits for what is chosen while the page is drawn, and for the page with that on it', () => {
    const { form, sent, press } = formWith();
    const hold = uploadHold(form);
    const [one, other] = [file(), file()];
    hold.begin(one);
    press('next');
    hold.end(one, 'came');
    hold.begin(other);
    hold.end(other, 'came');
    hold.drawn(8);
    // Another question that says so of the same drawing.
    hold.drawn(8);
    expect(sent).toEqual(['upload', 'upload']);
    hold.drawn(9);
    expect(sent).toEqual(['upload', 'upload', 'next']);
  });

  it.each(['refused', 'failed'] as const)(
    'is not done where one was %s: she stays and reads why',
    (outcome) => {
      const { form, sent, press } = formWith();
      const hold = uploadHold(form);
      const [good, bad] = [file(), file()];
      hold.begin(good);
      hold.begin(bad);
      press('next');
      hold.end(bad, outcome);
      hold.end(good, 'came');
      hold.drawn(8);
      expect(sent).toEqual(['upload']);
      // Now she has been told.
      press('next');
      expect(sent).toEqual(['upload', 'next']);
    },
  );

  it('is done though one was taken back, and though one is said twice to have ended', () => {
    const { form, sent, press } = formWith();
    const hold = uploadHold(form);
    const [one, other] = [file(), file()];
    hold.begin(one);
    hold.begin(other);
    press('next');
    hold.end(one, 'cancelled');
    hold.end(one, 'failed');
    expect(sent).toEqual([]);
    hold.end(other, 'cancelled');
    expect(sent).toEqual(['next']);
  });

  it('waits for a file that is tried again', () => {
    const { form, sent, press } = formWith();
    const hold = uploadHold(form);
    const one = file();
    hold.begin(one);
    hold.end(one, 'failed');
    hold.begin(one);
    press('next');
    expect(sent).toEqual([]);
    hold.end(one, 'came');
    hold.drawn(8);
    expect(sent).toEqual(['upload', 'next']);
  });

  it('is not held for ever by a page that isn’t drawn', () => {
    const { form, sent, press } = formWith();
    const hold = uploadHold(form);
    const one = file();
    hold.begin(one);
    press('next');
    hold.end(one, 'came');
    vi.advanceTimersByTime(10_000);
    expect(sent).toEqual(['upload', 'next']);
  });
});
