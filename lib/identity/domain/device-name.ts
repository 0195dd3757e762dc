/** Browser and system in words, for the list of log-ins: "Firefox, Windows". Coarse on purpose: it is for recognising, not tracking. */
export function deviceName(userAgent: string): string {
  const browser = firstMatch(userAgent, [
    [/Edg(A|iOS)?\//, 'Edge'],
    [/OPR\/|OPT\/|OPiOS/, 'Opera'],
    [/SamsungBrowser\//, 'Samsung Internet'],
    [/Firefox\/|FxiOS\//, 'Firefox'],
    [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ]);
  const system = firstMatch(userAgent, [
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Macintosh|Mac OS X/, 'Mac'],
    [/CrOS/, 'ChromeOS'],
    [/Linux/, 'Linux'],
  ]);
  return [browser, system].filter(Boolean).join(', ') || '?';
}

const firstMatch = (text: string, patterns: readonly [RegExp, string][]): string | undefined =>
  patterns.find(([pattern]) => pattern.test(text))?.[1];
