import type { ExemptionRefusal, Localized, Outcome } from '@flamestep/maturity';

/** What the command says beside the texts of the model. `{name}` is filled in. */
export const WORDS = {
  step: { en: 'Step {step} of {last}: {name}', ja: 'ステップ{step}({last}まで):{name}' },
  notRated: { en: 'Not rated yet', ja: 'まだ評価できません' },
  notRatedWhy: {
    en: 'Nothing was observed, so that there is no step. First: connect what is named below.',
    ja: '何も観測できていないため、ステップは決まりません。まず下に挙げるものを接続してください。',
  },
  confidence: { en: 'evidence for {share} of what is asked', ja: '問われることの{share}に証拠あり' },
  tier: { en: 'tier {tier}', ja: 'ティア{tier}' },
  model: { en: 'model {id} {version}', ja: 'モデル {id} {version}' },
  simulated: { en: 'Simulated: {changes}', ja: 'シミュレーション:{changes}' },
  simulatedStep: { en: 'Step {from} → {to}', ja: 'ステップ {from} → {to}' },
  simulatedSame: { en: 'The step stays {to}', ja: 'ステップは{to}のまま' },
  simulatedScore: { en: 'score of step {step}: {from} → {to}', ja: 'ステップ{step}のスコア:{from} → {to}' },
  unrated: { en: 'not rated', ja: '未評価' },
  here: { en: 'here', ja: '現在' },
  scoreOf: { en: 'Score', ja: 'スコア' },
  gate: { en: 'Gate', ja: 'ゲート' },
  stepColumn: { en: 'Step', ja: 'ステップ' },
  gateMet: { en: 'met', ja: '達成' },
  gateClosed: { en: 'closed', ja: '未達' },
  gateAhead: { en: 'not reached', ja: '未到達' },
  gateTitle: { en: 'Gate to step {step}, {name}: closed', ja: 'ステップ{step}「{name}」へのゲート:未達' },
  gateTitleLast: { en: 'Gate of step {step}, {name}: closed', ja: 'ステップ{step}「{name}」のゲート:未達' },
  gateAllOpen: { en: 'Every gate is met.', ja: '全てのゲートを達成しています。' },
  blockedChecks: { en: '{missing} of {all} required checks are not met', ja: '必須チェック{all}件のうち{missing}件が未達' },
  blockedScore: { en: 'the score of {low} is below {threshold}', ja: 'スコア{low}が{threshold}に届かない' },
  blockedFew: {
    en: 'only {applicable} checks apply, and {least} are needed',
    ja: '該当チェックが{applicable}件で、{least}件に足りない',
  },
  blockedExempt: { en: 'exemptions take {share}, and {most} is the most', ja: '免除が{share}を占め、上限{most}を超える' },
  next: { en: 'Next actions', ja: '次にすること' },
  nothingNext: { en: 'There is nothing to do for a gate.', ja: 'ゲートのためにすることはありません。' },
  effort: { en: 'effort {effort}', ja: '労力{effort}' },
  effortS: { en: 'S (up to a day)', ja: 'S(1日まで)' },
  effortM: { en: 'M (days)', ja: 'M(数日)' },
  effortL: { en: 'L (weeks)', ja: 'L(数週間)' },
  gain: { en: 'gain up to {gain} points', ja: '最大+{gain}ポイント' },
  opens: { en: 'opens the gate', ja: 'ゲートが開く' },
  onCommandLine: { en: 'On the command line: {options}', ja: 'コマンドラインでは:{options}' },
  notAskedHere: {
    en: 'flamestep does not ask it itself; give what it knows with --evidence.',
    ja: 'flamestepは直接問い合わせない。分かることを--evidenceで渡す。',
  },
  cheapest: { en: 'Least work to open the gate: {actions}', ja: 'ゲートを開く最小の作業:{actions}' },
  cheapestShut: {
    en: 'Work alone does not open this gate; the most is: {actions}',
    ja: '作業だけではこのゲートは開かない。できること:{actions}',
  },
  premature: { en: 'Too early: {check}', ja: '時期尚早:{check}' },
  prematureUnknown: { en: 'Perhaps too early: {check}', ja: '時期尚早かもしれない:{check}' },
  prematureFirst: { en: 'First: {first}.', ja: '先に:{first}。' },
  prematureWhy: {
    en: 'Begun before what it needs, it makes everybody unhappy. It costs no points; its credit is kept, and counts then.',
    ja: '前提が揃う前に始めると、みんなが不幸になる。減点はなく、実績は残り、前提が揃えば数えられる。',
  },
  prematureDanger: { en: 'It can harm users now.', ja: '今のままでは利用者に害を及ぼしうる。' },
  prematureMaybe: { en: 'Whether what it needs is there is not known.', ja: '前提が揃っているかは不明。' },
  findings: { en: 'Findings of step {step}, {name}', ja: 'ステップ{step}「{name}」の所見' },
  required: { en: 'required', ja: '必須' },
  stale: { en: 'stale', ja: '期限超過' },
  declaredOnly: { en: 'only declared', ja: '宣言のみ' },
  early: { en: 'too early', ja: '時期尚早' },
  until: { en: 'until {day}', ja: '{day}まで' },
  assumed: { en: 'supposed', ja: '仮定' },
  notConnected: { en: '{what}: not connected ({sources})', ja: '{what}:未接続({sources})' },
  or: { en: ' or ', ja: '・' },
  says: { en: 'What was found: {detail}.', ja: '分かったこと:{detail}。' },
  over: { en: 'over {window}', ja: '対象期間{window}' },
  later: { en: '{count} checks of later steps are not asked for yet.', ja: '以降のステップの{count}件はまだ問われません。' },
  details: {
    en: '--explain=CHECK says more of one; --format=json has everything.',
    ja: '--explain=CHECKで詳細、--format=jsonで全て。',
  },
  exemption: { en: 'Exemption of {check}: {state}', ja: '「{check}」の免除:{state}' },
  exemptionRefused: { en: 'without effect, {reason}', ja: '無効({reason})' },
  exemptionEnds: { en: 'ends on {day}', ja: '{day}に終了' },
  why: { en: 'Why', ja: '理由' },
  asks: { en: 'Asks for', ja: '求める証拠' },
  found: { en: 'Found', ja: '分かったこと' },
  todo: { en: 'To do', ja: 'すること' },
  needs: { en: 'Needs first', ja: '前提' },
  readOn: { en: 'Read on', ja: '参考' },
  weight: { en: 'step {step}, weight {weight}', ja: 'ステップ{step}、重み{weight}' },
  notApplicable: {
    en: 'The model does not ask this of such a service ({rule}).',
    ja: 'このサービスには求められません({rule})。',
  },
  query: { en: 'Query', ja: 'クエリ' },
  check: { en: 'Check', ja: 'チェック' },
  outcome: { en: 'Outcome', ja: '結果' },
  evidence: { en: 'Evidence', ja: '証拠' },
} as const satisfies Record<string, Localized>;

export const OUTCOMES: Readonly<Record<Outcome, { readonly mark: string; readonly word: Localized }>> = {
  pass: { mark: '✓', word: { en: 'Pass', ja: '達成' } },
  partial: { mark: '◐', word: { en: 'Partial', ja: '一部' } },
  fail: { mark: '✗', word: { en: 'Fail', ja: '未達' } },
  unknown: { mark: '?', word: { en: 'Unknown', ja: '不明' } },
  exempt: { mark: '◆', word: { en: 'Exempt', ja: '免除' } },
  'not-applicable': { mark: '–', word: { en: 'Not asked', ja: '対象外' } },
};

/** Why an exemption has no effect. */
export const REFUSALS: Readonly<Record<ExemptionRefusal, Localized>> = {
  'unknown-check': { en: 'the model has no such check', ja: 'モデルにないチェック' },
  'not-exemptible': { en: 'this check cannot be exempted', ja: '免除できないチェック' },
  'reason-too-short': { en: 'its reason is too short', ja: '理由が短すぎる' },
  'no-approver': { en: 'nobody approved it', ja: '承認者がいない' },
  'approved-by-owner': { en: 'its owner approved it', ja: '所有者自身の承認' },
  'unreadable-dates': { en: 'its days cannot be read', ja: '日付が読めない' },
  'too-long': { en: 'it is too long', ja: '期間が長すぎる' },
  'not-yet': { en: 'it has not begun', ja: '開始前' },
  expired: { en: 'it has ended', ja: '終了済み' },
};

/** Says a word with what it speaks of. */
export function say(words: string, values: Readonly<Record<string, string | number>> = {}): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
