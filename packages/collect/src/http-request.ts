/** One request, without its credentials: those are added where it is sent. */
export interface HttpRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  /** The header that this server wants its credentials in; `authorization` when left out. */
  readonly credentialHeader?: string;
}
