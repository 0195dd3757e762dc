/** The ways in which a person can be told, in the order they are shown and tried. */
export const channels = ['email', 'sms', 'push', 'digital-mail'] as const;
export type Channel = (typeof channels)[number];

export const isChannel = (text: string): text is Channel => (channels as readonly string[]).includes(text);
