/** The narrowest that reading takes: lists of Profiler take `monitoring`, which may write too; what may really be done is for IAM to say. */
const SCOPES = ['logging.read', 'trace.readonly', 'monitoring'].map((scope) => `https://www.googleapis.com/auth/${scope}`);

/**
 * An access token by Google's application default credentials: `GOOGLE_APPLICATION_CREDENTIALS`, those of `gcloud`, or those of the machine.
 * The library is loaded when it is first needed. Rejects with its errors, which may hold what no log should.
 */
export async function googleToken(): Promise<string | null | undefined> {
  const { GoogleAuth } = await import('google-auth-library');
  return new GoogleAuth({ scopes: SCOPES }).getAccessToken();
}
