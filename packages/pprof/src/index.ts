export { DEFAULT_LIMITS } from './limits.ts';
export type { Limits } from './limits.ts';
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
export { decode, decodeLenient } from './wire/decode.ts';
export type { DecodeOptions, LenientResult } from './wire/decode.ts';
export { encode } from './wire/encode.ts';
export type { EncodeOptions } from './wire/encode.ts';
export type { Repair } from './wire/repairs.ts';
