/**
 * The link that opens the BankID app on the device one is using. Telephones and tablets take the https link, which the
 * system hands to the app; others the app's own scheme. iPads call themselves Macs, and some browsers call themselves
 * others: the page therefore always offers the QR code too.
 *
 * `redirect=null` says "go back to where you came from"; the order's own return address, which BankID knows from the
 * start, goes before it.
 */
export function startLink(userAgent: string, autoStartToken: string, appUrl: string | undefined): string {
  const query = `autostarttoken=${autoStartToken}&redirect=null`;
  if (appUrl) return `${appUrl}${appUrl.includes('?') ? '&' : '?'}${query}`;
  return takesHttpsLink(userAgent) ? `https://app.bankid.com/?${query}` : `bankid:///?${query}`;
}

export const isMobile = (userAgent: string): boolean => /iPhone|iPad|iPod|Android/.test(userAgent);

function takesHttpsLink(userAgent: string): boolean {
  if (/iPhone|iPad|iPod/.test(userAgent)) {
    // Only Safari hands the link over; the others on iOS name themselves.
    return /Safari\//.test(userAgent) && !/CriOS|FxiOS|EdgiOS|OPT\/|OPiOS|DuckDuckGo/.test(userAgent);
  }
  const android = /Android (\d+)/.exec(userAgent);
  if (!android) return false;
  const chromium = /Chrome\/|EdgA\//.test(userAgent) && !/OPR\/|SamsungBrowser|; wv\)/.test(userAgent);
  return Number(android[1]) >= 6 && chromium;
}
