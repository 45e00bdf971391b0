import { filterLabelNames, type Profile } from '@flamestep/pprof';

/** Folders of people, as paths of files begin: what follows is kept. */
const HOME = /^(?:\/(?:home|Users)\/[^/]+|\/root|[A-Za-z]:[\\/]Users[\\/][^\\/]+)(?=[\\/])/;

const EVERY = { test: () => true };

/**
 * The profile without what should leave no machine: comments, labels of samples, which may hold anything that a program knows, and whose
 * home folder files lie in. Functions, files below that, and all costs stay as they are.
 */
export function publishableProfile(profile: Profile): Profile {
  const { functions, mappings } = profile;
  return {
    ...filterLabelNames(profile, { hide: EVERY }).profile,
    comments: [],
    docUrl: '',
    functions: { ...functions, filename: functions.filename.map(withoutHome) },
    mappings: mappings.map((mapping) => ({ ...mapping, file: withoutHome(mapping.file) })),
  };
}

function withoutHome(path: string): string {
  return path.replace(HOME, '~');
}
