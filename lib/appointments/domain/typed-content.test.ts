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

  it('has room for so much', () => {
    const content = { needs: { interpreter: 'x'.repeat(61) }, answers: { vad: 'x'.repeat(1001) } };
    expect(Object.keys(tooLong(content))).toEqual(['interpreter', 'answer-vad']);
    expect(tooLong({ needs: { interpreter: 'x'.repeat(60) }, answers: { vad: 'x'.repeat(1000) } })).toEqual(
      {},
    );
  });
});
