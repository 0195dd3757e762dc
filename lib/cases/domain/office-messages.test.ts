import { describe, expect, it } from 'vitest';
import { decisionMessage, phaseMessage, receivedMessage, supplementMessage } from './office-messages';

const occurredAt = '2026-11-24T10:00:00+01:00';
const officer = { name: 'Maria Öberg', unit: 'Biståndsenheten' };
const decision = {
  occurredAt,
  officer,
  externalId: 'B1',
  outcome: 'granted',
  decidedOn: '2026-11-20',
  decided: 'Du får plats.',
  reasons: 'Du behöver.',
};
const received = { occurredAt, officer, externalId: 'SÄBO 1' };

describe('what an office tells', () => {
  it('is refused where it can’t be kept: NUL, control signs, half characters', () => {
    expect(decisionMessage.safeParse(decision).success).toBe(true);
    for (const bad of ['a\u0000b', 'a\u001bb', 'a\u0085b', 'a\ud800b']) {
      const wrong = [
        decisionMessage.safeParse({ ...decision, reasons: bad }),
        decisionMessage.safeParse({ ...decision, decided: bad }),
        decisionMessage.safeParse({ ...decision, lawReference: bad }),
        receivedMessage.safeParse({ ...received, externalId: bad }),
        receivedMessage.safeParse({ ...received, officer: { ...officer, name: bad } }),
        receivedMessage.safeParse({ ...received, officer: { ...officer, phone: bad } }),
        supplementMessage.shape.items.safeParse([{ id: '1', text: bad }]),
      ];
      expect(
        wrong.map(({ success }) => success),
        JSON.stringify(bad),
      ).toEqual(wrong.map(() => false));
    }
  });

  it('names nothing by a personal number', () => {
    for (const id of ['194207099146', 'SÄBO 420709-9146', 'dnr 19420709–9146']) {
      expect(receivedMessage.safeParse({ ...received, externalId: id }).success, id).toBe(false);
      expect(decisionMessage.safeParse({ ...decision, externalId: id }).success, id).toBe(false);
      expect(supplementMessage.shape.items.safeParse([{ id, text: 'Intyg' }]).success, id).toBe(false);
    }
    expect(receivedMessage.safeParse({ ...received, externalId: 'SÄBO 2026-0042' }).success).toBe(true);
  });

  it('loses signs that show nothing and steer the text around them; nothing but them is nothing', () => {
    const name = '\u202eMaria\u2066 \nÖberg';
    expect(receivedMessage.parse({ ...received, officer: { ...officer, name } }).officer?.name).toBe(
      'Maria Öberg',
    );
    expect(decisionMessage.parse({ ...decision, reasons: 'Rad ett\r\nrad två\u202e' }).reasons).toBe(
      'Rad ett\nrad två',
    );
    expect(decisionMessage.safeParse({ ...decision, reasons: '\u202e' }).success).toBe(false);
  });

  it('has happened in a year that a calendar has', () => {
    const at = (instant: string) => phaseMessage.safeParse({ phase: 'closed', occurredAt: instant }).success;
    expect(at(occurredAt)).toBe(true);
    for (const instant of ['0000-01-01T00:00:00Z', '1899-12-31T23:59:59Z', '9999-12-31T23:59:59Z'])
      expect(at(instant), instant).toBe(false);
    for (const decidedOn of ['0000-01-01', '9999-12-31'])
      expect(decisionMessage.safeParse({ ...decision, decidedOn }).success, decidedOn).toBe(false);
  });
});
