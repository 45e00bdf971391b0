import { filterByName } from '../operations/filter-by-name.ts';
import { filterByTag } from '../operations/filter-by-tag.ts';
import { filterLabelNames } from '../operations/filter-label-names.ts';
import { parseTagFilter } from '../operations/parse-tag-filter.ts';
import { pruneFrom } from '../operations/prune-from.ts';
import { showFrom } from '../operations/show-from.ts';
import type { Pattern } from '../pattern.ts';
import { ProfileError } from '../profile-error.ts';
import type { Profile } from '../profile.ts';
import type { ReportSettings } from './report-options.ts';

/** A profile after a step, and what the user should hear about it, in pprof's words. */
export interface Step {
  readonly profile: Profile;
  readonly warnings: readonly string[];
}

/** Applies the filters in pprof's order: names, show_from, labels, names of labels, prune_from. */
export function applyFilters(profile: Profile, settings: ReportSettings, labelUnits: ReadonlyMap<string, string>): Step {
  const { focus, ignore, hide, show, from, tagFocus, tagIgnore, tagShow, tagHide, prune } = compileFilters(settings, labelUnits);
  const warnings: string[] = [];
  if (tagFocus?.isRange) warnings.push(rangeNote('tagfocus', settings.tagFocus));
  if (tagIgnore?.isRange) warnings.push(rangeNote('tagignore', settings.tagIgnore));
  const expect = (option: string, filter: unknown, matched: boolean) => {
    if (filter && !matched) warnings.push(`${option} expression matched no samples`);
  };

  const byName = filterByName(profile, { focus, ignore, hide, show });
  expect('Focus', focus, byName.matched.focus);
  expect('Ignore', ignore, byName.matched.ignore);
  expect('Hide', hide, byName.matched.hide);
  expect('Show', show, byName.matched.show);

  const shown = from ? showFrom(byName.profile, from) : { profile: byName.profile, matched: false };
  expect('ShowFrom', from, shown.matched);

  const byTag = filterByTag(shown.profile, { focus: tagFocus, ignore: tagIgnore });
  expect('TagFocus', tagFocus, byTag.matched.focus);
  expect('TagIgnore', tagIgnore, byTag.matched.ignore);

  const labelled = filterLabelNames(byTag.profile, { show: tagShow, hide: tagHide });
  expect('TagShow', tagShow, labelled.matched.show);
  expect('TagHide', tagHide, labelled.matched.hide);

  return { profile: prune ? pruneFrom(labelled.profile, prune) : labelled.profile, warnings };
}

function compileFilters(settings: ReportSettings, labelUnits: ReadonlyMap<string, string>) {
  const pattern = (option: string, source: string) => compileOption(option, source, settings);
  const tag = (option: string, source: string) =>
    source === '' ? undefined : named(option, () => parseTagFilter(source, settings.compile, labelUnits));
  return {
    focus: pattern('focus', settings.focus),
    ignore: pattern('ignore', settings.ignore),
    hide: pattern('hide', settings.hide),
    show: pattern('show', settings.show),
    from: pattern('show_from', settings.showFrom),
    tagFocus: tag('tagfocus', settings.tagFocus),
    tagIgnore: tag('tagignore', settings.tagIgnore),
    tagShow: pattern('tagshow', settings.tagShow),
    tagHide: pattern('taghide', settings.tagHide),
    prune: pattern('prune_from', settings.pruneFrom),
  };
}

/** Compiles the pattern of an option; `undefined` for an empty one. */
export function compileOption(option: string, source: string, { compile }: ReportSettings): Pattern | undefined {
  return source === '' ? undefined : named(option, () => compile(source));
}

function named<Result>(option: string, compile: () => Result): Result {
  try {
    return compile();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProfileError('incompatible', `${option} cannot be read: ${reason}`);
  }
}

function rangeNote(option: string, filter: string): string {
  return `${option}:Interpreted '${filter.slice(filter.indexOf('=') + 1)}' as range, not regexp`;
}
