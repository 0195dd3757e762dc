import { describe, expect, it } from 'vitest';
import { tooLong, typedContent } from './typed-content';

const typed: Record<string, string> = {
  interpreter: ' somaliska ',
  signLanguage: 'yes',
  stepFree: 'yes',
  phone: '070-123 45 67',
  address: 'Storgatan 1',
  'answer-vad': ' Trappan ',
  'answer-annat': 'Ingen har frågat',
};
const value = (field: string) => typed[field] ?? '';
const questions = [{ id: 'vad', label: { sv: 'Vad?' }, isRequired: true, lines: 1 }];

describe('what a form says of a meeting', () => {
  it('is what its way asks for, and answers to what was asked', () => {
    const all = { answers: { vad: 'Trappan' } };
    const needs = { interpreter: 'somaliska', signLanguage: true };
    expect(typedContent(value, { way: 'visit', questions })).toEqual({
      ...all,
      needs: { ...needs, stepFree: true },
    });
    expect(typedContent(value, { way: 'phone', questions })).toEqual({ ...all, needs, phone: typed.phone });
    expect(typedContent(value, { way: 'home', questions })).toEqual({
      ...all,
      needs,
      address: typed.address,
    });
    expect(typedContent(() => '', { way: 'video', questions })).toEqual({ needs: {}, answers: {} });
  });

  it('is plain text: what shows nothing, or otherwise than it is, reaches no office, and a line break counts once', () => {
    const strange: Record<string, string> = {
      interpreter: 'arabiska\u202e\0',
      address: `Storgatan 1\r\n123 45 Granvik\ud800`,
      'answer-vad': `\u0007Trappan\0\u2066\r\n${'x'.repeat(991)}`,
    };
    const read = (field: string) => strange[field] ?? '';
    const content = typedContent(read, { way: 'home', questions });
    expect(content).toEqual({
      needs: { interpreter: 'arabiska' },
      address: 'Storgatan 1\n123 45 Granvik\ufffd',
      answers: { vad: `Trappan\n${'x'.repeat(991)}` },
    });
    expect(tooLong(content)).toEqual({});
    expect(typedContent(() => '\0\u200b', { way: 'phone', questions })).toEqual({
      needs: expect.anything(),
      answers: {},
    });
  });

  it('has room for so much', () => {
    const content = { needs: { interpreter: 'x'.repeat(61) }, answers: { vad: 'x'.repeat(1001) } };
    expect(tooLong(content)).toEqual({
      interpreter: 'errors:appointment-language-too-long',
      'answer-vad': 'errors:appointment-answer-too-long',
    });
    expect(tooLong({ needs: { interpreter: 'x'.repeat(60) }, answers: { vad: 'x'.repeat(1000) } })).toEqual(
      {},
    );
  });
});
