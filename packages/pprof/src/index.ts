/**
 * Profiles of pprof and what `go tool pprof` computes from them: decode, merge, filter, compare and report, in Node and in browsers.
 *
 * @packageDocumentation
 */

export { encodeCollapsed } from './import/collapsed/encode-collapsed.ts';
export { detectFormat, parse, parseLenient } from './import/parse.ts';
export type { ProfileFormat } from './import/profile-format.ts';
export type { IndexColumn } from './index-column.ts';
export { DEFAULT_LIMITS } from './limits.ts';
export type { Limits } from './limits.ts';
export { label, scaledLabel } from './measurement/label.ts';
export { percentage } from './measurement/percentage.ts';
export { scale as scaleMeasurement } from './measurement/scale.ts';
export type { Measurement } from './measurement/scale.ts';
export { addTagFrames } from './operations/add-tag-frames.ts';
export type { TagFrameOptions, TagFrameResult } from './operations/add-tag-frames.ts';
export { aggregate } from './operations/aggregate.ts';
export type { AggregateOptions, Granularity } from './operations/aggregate.ts';
export { combine } from './operations/combine.ts';
export type { CombineOptions } from './operations/combine.ts';
export { compatibilizeSampleTypes } from './operations/compatibilize-sample-types.ts';
export { filterByName } from './operations/filter-by-name.ts';
export type { NameFilterResult, NameFilters } from './operations/filter-by-name.ts';
export { filterByTag } from './operations/filter-by-tag.ts';
export type { TagFilterResult, TagFilters } from './operations/filter-by-tag.ts';
export { filterLabelNames } from './operations/filter-label-names.ts';
export type { LabelNameFilterResult, LabelNameFilters } from './operations/filter-label-names.ts';
export { merge } from './operations/merge.ts';
export { normalize } from './operations/normalize.ts';
export { numLabelUnits } from './operations/num-label-units.ts';
export type { NumLabelUnits } from './operations/num-label-units.ts';
export { parseTagFilter } from './operations/parse-tag-filter.ts';
export type { TagFilter } from './operations/parse-tag-filter.ts';
export { pruneFrom } from './operations/prune-from.ts';
export { removeUninteresting } from './operations/remove-uninteresting.ts';
export { sampleIndex } from './operations/sample-index.ts';
export { scale } from './operations/scale.ts';
export { settle } from './operations/settle.ts';
export type { SettleOptions } from './operations/settle.ts';
export { showFrom } from './operations/show-from.ts';
export { simplifyNames } from './operations/simplify-names.ts';
export { BASE_LABEL, subtractBase } from './operations/subtract-base.ts';
export type { SubtractBaseOptions } from './operations/subtract-base.ts';
export { trimPaths } from './operations/trim-paths.ts';
export type { TrimPathsOptions } from './operations/trim-paths.ts';
export { unifyUnits } from './operations/unify-units.ts';
export { unsourceMappings } from './operations/unsource-mappings.ts';
export type { CompilePattern, Pattern } from './pattern.ts';
export { NO_LABELS } from './profile.ts';
export type {
  FunctionTable,
  LabelSet,
  LocationTable,
  Mapping,
  NumberLabel,
  Profile,
  SampleTable,
  SourceIds,
  StackTable,
  StringLabel,
  ValueType,
} from './profile.ts';
export { ProfileBuilder } from './profile-builder.ts';
export type { BuilderHeader, BuilderLabel, BuilderLine, BuilderLocation } from './profile-builder.ts';
export { isProfileError, ProfileError } from './profile-error.ts';
export type { ProfileErrorCode } from './profile-error.ts';
export { comments, renderComments } from './report/comments.ts';
export { proto } from './report/proto.ts';
export type { ProtoReport } from './report/proto.ts';
export { raw } from './report/raw.ts';
export type { RawReport } from './report/raw.ts';
export { rawText, renderRaw } from './report/render-raw.ts';
export { renderTags } from './report/render-tags.ts';
export { renderTop } from './report/render-top.ts';
export { renderTraces, tracesText } from './report/render-traces.ts';
export { renderTree } from './report/render-tree.ts';
export type { ReportOptions, ReportSettings } from './report/report-options.ts';
export { stackTree } from './report/stack-tree.ts';
export type { StackTree, StackTreeNodes, StackTreeOptions } from './report/stack-tree.ts';
export { tags } from './report/tags.ts';
export type { Tag, TagsReport, TagValue } from './report/tags.ts';
export { top } from './report/top.ts';
export type { TopReport, TopRow } from './report/top.ts';
export { topProto } from './report/top-proto.ts';
export { traces } from './report/traces.ts';
export type { Trace, TraceFrame, TracesReport } from './report/traces.ts';
export { peek, tree } from './report/tree.ts';
export type { TreeCall, TreeReport, TreeRow } from './report/tree.ts';
export { formatValue } from './report/value-format.ts';
export type { ValueFormat } from './report/value-format.ts';
export { UTC } from './text/clock-text.ts';
export type { TimeZone, ZoneOffset } from './text/clock-text.ts';
export { decode, decodeLenient } from './wire/decode.ts';
export type { DecodeOptions, LenientResult } from './wire/decode.ts';
export { encode } from './wire/encode.ts';
export type { EncodeOptions } from './wire/encode.ts';
export type { Repair } from './wire/repairs.ts';
export { encodeUtf8 } from './wire/utf8.ts';
