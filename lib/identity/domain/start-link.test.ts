import { describe, expect, it } from 'vitest';
import { isMobile, startLink } from './start-link';

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const android = (version: number) =>
  `Mozilla/5.0 (Linux; Android ${version}; K) AppleWebKit/537.36 (KHTML, like Gecko)`;
const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Safari/537.36';
const token = '67df3917-fa0d-44e5-b327-edcc928297f8';
const https = `https://app.bankid.com/?autostarttoken=${token}&redirect=null`;
const scheme = `bankid:///?autostarttoken=${token}&redirect=null`;

describe('the link that opens the app', () => {
  it.each([
    ['Safari, iPhone', `${iphone} Version/18.5 Mobile/15E148 Safari/604.1`, https],
    ['Chrome, iPhone', `${iphone} CriOS/143.0 Mobile/15E148 Safari/604.1`, scheme],
    ['Firefox, iPhone', `${iphone} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`, scheme],
    ['Edge, iPhone', `${iphone} Version/18.0 EdgiOS/143.0 Mobile/15E148 Safari/605.1.15`, scheme],
    ['Chrome, Android', `${android(15)} Chrome/143.0 Mobile Safari/537.36`, https],
    ['Edge, Android', `${android(15)} Chrome/143.0 Mobile Safari/537.36 EdgA/143.0`, https],
    ['old Android', `${android(5)} Chrome/95.0 Mobile Safari/537.36`, scheme],
    ['Opera, Android', `${android(15)} Chrome/143.0 Mobile Safari/537.36 OPR/90.0`, scheme],
    ['Firefox, Android', 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', scheme],
    ['Windows', windows, scheme],
    ['nothing said', '', scheme],
  ])('%s', (_, userAgent, link) => {
    expect(startLink(userAgent, token, undefined)).toBe(link);
  });

  it('leads to the demo world’s app where one is set', () => {
    expect(startLink(windows, token, 'http://localhost:3002/')).toBe(
      `http://localhost:3002/?autostarttoken=${token}&redirect=null`,
    );
  });

  it('knows a telephone', () => {
    expect(isMobile(iphone)).toBe(true);
    expect(isMobile(windows)).toBe(false);
  });
});
