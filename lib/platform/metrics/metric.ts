/** What is measured, in Prometheus' words. A name and its help are given once, with all samples of it. */
export interface Metric {
  name: string;
  help: string;
  type: 'gauge' | 'histogram';
  samples: Sample[];
}

export interface Sample {
  labels: Readonly<Record<string, string | number>>;
  value: number;
  /** of a histogram: _bucket, _sum or _count */
  suffix?: '_bucket' | '_sum' | '_count';
}

/** Prometheus' text format, version 0.0.4. What has no sample is left out. */
export function metricsText(metrics: readonly Metric[]): string {
  const lines = metrics
    .filter(({ samples }) => samples.length > 0)
    .flatMap(({ name, help, type, samples }) => [
      `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
      `# TYPE ${name} ${type}`,
      ...samples.map(({ labels, value, suffix }) => `${name}${suffix ?? ''}${labelsText(labels)} ${value}`),
    ]);
  return `${lines.join('\n')}\n`;
}

function labelsText(labels: Sample['labels']): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(String(value))}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

/** Metrics of the same name from several places as one, as the format wants it. */
export function merged(metrics: readonly Metric[]): Metric[] {
  const byName = new Map<string, Metric>();
  for (const metric of metrics) {
    const before = byName.get(metric.name);
    if (before) before.samples.push(...metric.samples);
    else byName.set(metric.name, { ...metric, samples: [...metric.samples] });
  }
  return [...byName.values()];
}
