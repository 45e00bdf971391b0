import type { UnknownReason } from '../evidence/evidence.ts';
import type { Localized } from '../localized.ts';

type SourceTrouble = 'connect' | 'authorise' | 'repair';

/** What to do about a source; `{source}` stands for its name, `{evidence}` for what is asked of it. */
export const SOURCE_TEXTS: Readonly<Record<SourceTrouble, { title: Localized; text: Localized }>> = {
  connect: {
    title: { en: 'Connect {source}', ja: '{source}を接続する' },
    text: {
      en: 'Have it asked where evidence is collected, or bring what it knows as evidence of your own: {evidence}.',
      ja: '収集時に問い合わせるようにするか、次の証拠を自分で渡す:{evidence}。',
    },
  },
  authorise: {
    title: { en: 'Give access to {source} again', ja: '{source}へのアクセスを戻す' },
    text: {
      en: 'It refuses the credentials. Until then this is unknown, and never counts as good: {evidence}.',
      ja: '資格情報が拒否されている。直るまで次は不明であり、良いとは見なさない:{evidence}。',
    },
  },
  repair: {
    title: { en: 'Find out why {source} fails', ja: '{source}の失敗を調べる' },
    text: {
      en: 'It answers with errors, or not at all. It was asked for: {evidence}.',
      ja: 'エラーになるか応答がない。問い合わせたもの:{evidence}。',
    },
  },
};

/** What to do first when it is not the service that falls short but the data; `{remediation}` stands for what the check asks for. */
export const REASON_TEXTS: Readonly<Partial<Record<UnknownReason, Localized>>> = {
  'insufficient-history': {
    en: 'The source keeps less history than the window needs: keep it longer, or wait.',
    ja: '保存期間が判定期間より短い。長く保存するか、待つ。',
  },
  'low-n': { en: 'There are too few events to judge yet.', ja: 'まだ判断できるだけの件数がない。' },
  resolution: {
    en: 'The histogram buckets are too wide to show a change of 1.5 times: add buckets, or use native histograms.',
    ja: 'バケットが粗く1.5倍の変化が見えない。バケットを足すかネイティブヒストグラムを使う。',
  },
  stale: { en: 'The evidence is too old: have it collected again.', ja: '証拠が古い。収集し直す。' },
  'no-data': {
    en: 'No source that was asked has anything on this. {remediation} Where that is done, see whether the selectors name this service.',
    ja: '問い合わせた先に値がない。{remediation}済んでいれば、セレクターがこのサービスを指すか確かめる。',
  },
};

/** What to do about a dangerous practice; `{first}` stands for the checks to meet. */
export const PAUSE_TEXT: { title: Localized; text: Localized } = {
  title: { en: 'Pause: {check}', ja: '一時停止:{check}' },
  text: {
    en: 'This can harm users until these are met: {first}. What was done is kept and counts then.',
    ja: '次が満たされるまで、利用者に害を及ぼしうる:{first}。実績は残り、そのとき評価される。',
  },
};
