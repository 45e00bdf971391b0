/** Whether an address of GitHub is a company's own server, which has no service for artifacts of this kind. */
export function isEnterpriseServer(serverUrl: string): boolean {
  const host = URL.parse(serverUrl)?.hostname.toLowerCase() ?? '';
  return !(host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.ghe.localhost'));
}
