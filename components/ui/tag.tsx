import type { ReactNode } from 'react';

export type TagColor = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger';

/** A word or two about a thing's state. The words carry the meaning, the colour only helps. */
export function Tag({ color = 'neutral', children }: { color?: TagColor; children: ReactNode }) {
  return (
    <span className="ds-tag" data-color={color}>
      {children}
    </span>
  );
}

const phaseColors = {
  received_by_us: 'info',
  received_by_office: 'info',
  being_looked_into: 'accent',
  waiting_for_you: 'warning',
  comments_before_decision: 'warning',
  decided: 'success',
  being_carried_out: 'accent',
  appealed: 'info',
  closed: 'neutral',
  withdrawn: 'neutral',
} as const satisfies Record<string, TagColor>;

/** A case's phase. `children` is its name in the person's language. */
export function PhaseTag({ phase, children }: { phase: keyof typeof phaseColors; children: ReactNode }) {
  return <Tag color={phaseColors[phase]}>{children}</Tag>;
}
