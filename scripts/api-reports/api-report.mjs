import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { withoutComment } from './without-comment.mjs';

/** What names and types say by themselves has no comment of its own. */
const MEMBER_MARK = /^ +\/\/ \(undocumented\)\n/gm;
/** The build of a plugin keeps no comment on the whole of it. */
const PACKAGE_MARK = /^\/\/ \(No @packageDocumentation comment for this package\)\n\n/m;
const COMPILER_OPTIONS = {
  target: 'ES2023',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  module: 'preserve',
  moduleResolution: 'bundler',
  types: ['node'],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};
const MESSAGES = {
  compilerMessageReporting: { default: { logLevel: 'warning' } },
  extractorMessageReporting: {
    default: { logLevel: 'warning' },
    // Everything that is exported is public.
    'ae-missing-release-tag': { logLevel: 'none' },
    // It asks for a comment on every member, `withoutComment` below on those that need one.
    'ae-undocumented': { logLevel: 'none' },
  },
  tsdocMessageReporting: { default: { logLevel: 'warning' } },
};

/**
 * The public API of an entry point as text, made from its declarations with their comments, and what is wrong with it: exports, and
 * numbers in them, without a comment, types that are used but not exported, links that lead nowhere. `scratch` is a folder for what
 * is made on the way.
 */
export function apiReport({ folder, declarations, report }, scratch) {
  const problems = [];
  const reportFileName = report.slice(folder.length + 1).replace(/\.api\.md$/, '');
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(folder, 'package.json'),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: declarations,
      newlineKind: 'lf',
      compiler: { overrideTsconfig: { compilerOptions: COMPILER_OPTIONS, files: [declarations] } },
      apiReport: { enabled: true, reportFolder: scratch, reportTempFolder: scratch, reportFileName },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: MESSAGES,
    },
  });
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback(message) {
      message.handled = true;
      const { category, logLevel, messageId, text, sourceFilePath, sourceFileLine } = message;
      if (category === 'console' || (logLevel !== 'warning' && logLevel !== 'error')) return;
      const place = sourceFilePath === undefined ? '' : `${relative(folder, sourceFilePath)}:${sourceFileLine} `;
      problems.push(`${place}${text} (${messageId})`);
    },
  });
  const text = readFileSync(join(scratch, `${reportFileName}.api.md`), 'utf8');
  return { text: text.replace(MEMBER_MARK, '').replace(PACKAGE_MARK, ''), problems: [...problems, ...withoutComment(text)] };
}
