import type { HttpRequest } from './http-request.ts';

/** What is sent to get one profile, and how the profile is found in the answer. */
export interface ProfileRequest extends HttpRequest {
  /** Seconds that the server records before it answers; 0 where it answers with what it has. */
  readonly seconds: number;
  /** The most bytes that an answer with a profile of `profileBytes` has. */
  answerBytes(profileBytes: number): number;
  /** The profile in the answer; `undefined` where it holds none. */
  unpack(answer: Uint8Array): Uint8Array | undefined;
}
