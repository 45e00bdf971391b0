/** The languages of every text of the built-in models. */
export type Locale = 'en' | 'ja';

/** A value in every language. */
export type Localized<T = string> = Readonly<Record<Locale, T>>;
