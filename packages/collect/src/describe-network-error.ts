const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there; check host and port, and whether the server runs',
  ENOTFOUND: 'there is no such host; check the name',
  EAI_AGAIN: 'the name of the host cannot be looked up now; check the network',
  ECONNRESET: 'the connection was lost',
  UND_ERR_SOCKET: 'the connection was lost',
  EHOSTUNREACH: 'there is no way to the host; check the network',
  ENETUNREACH: 'there is no way to the host; check the network',
  ETIMEDOUT: 'the host does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'the host does not answer',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the server does not speak TLS on this port; write http:// instead of https://',
  HPE_INVALID_CONSTANT: 'the server does not speak HTTP on this port',
};

/** What a failed `fetch` means, in words. Its errors hide the reason in their causes. */
export function describeNetworkError(error: unknown): string {
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = 'cause' in cause ? cause.cause : undefined) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (Object.hasOwn(REASONS, code)) return REASONS[code];
    if (/CERT|SIGNATURE|ISSUER/.test(code)) {
      return `the server's certificate is not trusted (${code}); name its authority with NODE_EXTRA_CA_CERTS=FILE`;
    }
  }
  return 'the server cannot be reached';
}
