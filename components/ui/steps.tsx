import type { ReactNode } from 'react';

export interface Step {
  title: ReactNode;
  state: 'done' | 'current' | 'coming';
  /** a date, or what is waited for */
  detail?: ReactNode;
}

/**
 * Where something is on its way. Side by side where there is room, downwards on a phone. Shape and words say the
 * state, colour only helps: `texts` are read out with each step ("Klart", "Här är du nu", "Kommer").
 */
export function Steps({
  label,
  steps,
  texts,
}: {
  label: string;
  steps: readonly Step[];
  texts: Record<Step['state'], string>;
}) {
  return (
    <ol className="ms-steps" aria-label={label}>
      {steps.map((step, index) => (
        <li key={index} data-state={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
          <span className="ms-step-mark" aria-hidden="true" />
          <span className="ms-step-text">
            <span className="ms-step-title">{step.title}</span>
            <span className={step.state === 'current' ? 'ms-step-state' : 'ds-sr-only'}>
              {texts[step.state]}
            </span>
            {step.detail && <span className="ms-step-detail">{step.detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
