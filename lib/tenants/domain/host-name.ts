/** The bare name of a Host header: without port, trailing dot and capitals. IPv6 addresses keep their brackets. */
export const hostName = (host: string): string =>
  host.trim().toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
