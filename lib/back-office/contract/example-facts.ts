// What several examples are about.

export const delivery = {
  id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
  kind: 'application',
  state: 'waiting',
  createdAt: '2026-11-24T12:15:00.000Z',
  case: { id: '7a1c2f54-2f0e-4a57-9d3c-0b8e6f2d1a90', number: 'GRA-2026-7K3F9QA' },
};

export const officer = { name: 'Maria Öberg', unit: 'Biståndsenheten', phone: '0000-12 34 56' };

export const astrid = { personalNumber: '194207099146', givenName: 'Astrid', surname: 'Lindqvist' };
