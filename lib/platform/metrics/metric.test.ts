import { describe, expect, it } from 'vitest';
import { type Metric, merged, metricsText } from './metric';

const gauge = (name: string, samples: Metric['samples']): Metric => ({
  name,
  help: 'What it is.',
  type: 'gauge',
  samples,
});

describe('the text that Prometheus reads', () => {
  it('names each metric once, with its samples after it', () => {
    const text = metricsText(
      merged([
        gauge('a', [{ labels: { tenant: 'granvik' }, value: 1 }]),
        gauge('b', [{ labels: {}, value: 0.5 }]),
        gauge('a', [{ labels: { tenant: 'ekhamn' }, value: 2 }]),
        gauge('c', []),
      ]),
    );
    expect(text).toBe(
      [
        '# HELP a What it is.',
        '# TYPE a gauge',
        'a{tenant="granvik"} 1',
        'a{tenant="ekhamn"} 2',
        '# HELP b What it is.',
        '# TYPE b gauge',
        'b 0.5',
        '',
      ].join('\n'),
    );
  });

  it('can be broken by no label', () => {
    const text = metricsText([gauge('a', [{ labels: { kid: 'x"} 1\nevil{y="\\' }, value: 1 }])]);
    expect(text.split('\n').filter((line) => !line.startsWith('#'))).toEqual([
      'a{kid="x\\"} 1\\nevil{y=\\"\\\\"} 1',
      '',
    ]);
  });
});
