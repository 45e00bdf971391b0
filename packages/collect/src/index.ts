export { CollectError, isCollectError, type CollectErrorCode, type CollectErrorDetails } from './collect-error.ts';
export { fetchProfile, type FetchProfileOptions } from './fetch-profile.ts';
export { isProfileUrl } from './is-profile-url.ts';
export { shownUrl } from './shown-url.ts';
