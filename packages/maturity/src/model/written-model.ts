import type { EvidenceField, EvidenceKind } from '../evidence/evidence-kind.ts';
import type { ServiceKind } from '../service/service.ts';
import type { Measure } from './condition.ts';
import type { Check, CheckText, Step } from './model.ts';

/** A text in one language stands for every language. */
export type WrittenText<T = string> = T | { readonly en: T; readonly ja?: T };

export type WrittenCondition =
  | Measure
  | { readonly all: readonly WrittenCondition[] }
  | { readonly any: readonly WrittenCondition[] }
  | { readonly least: number; readonly of: readonly WrittenCondition[] };

export interface WrittenCheck extends Partial<Omit<Check, 'kinds' | 'text'>> {
  readonly id: string;
  readonly kinds?: Readonly<Partial<Record<ServiceKind, { readonly gating?: boolean; readonly pass: WrittenCondition }>>>;
  readonly text?: { readonly en: CheckText; readonly ja?: CheckText };
}

export interface WrittenKind extends Partial<Omit<EvidenceKind, 'title' | 'fields'>> {
  readonly title: WrittenText;
  readonly fields: Readonly<Record<string, { readonly unit: EvidenceField['unit']; readonly label: WrittenText }>>;
  readonly sources: readonly string[];
  readonly windowDays: number;
  readonly ttlDays: number;
}

export interface WrittenStep extends Partial<Omit<Step, 'name'>> {
  readonly id: number;
  readonly name?: WrittenText;
}

/** A model file as its schema lets it pass. */
export interface WrittenModel {
  readonly metadata: {
    readonly id: string;
    readonly version: string;
    readonly extends?: 'builtin@1' | 'library@1';
    readonly allowLoosen?: boolean;
  };
  readonly steps?: readonly WrittenStep[];
  readonly evidence?: Readonly<Record<string, WrittenKind>>;
  readonly checks?: readonly WrittenCheck[];
}
