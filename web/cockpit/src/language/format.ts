import type { Language } from './texts';

/** An amount as the API writes it. */
export type Money = { amount: string; currency: string };

const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };

export function money(value: Money, language: Language): string {
  const format = new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency: value.currency,
  });
  return format.format(value.amount as Intl.StringNumericLiteral);
}

export function count(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value);
}

/** The time of day, with seconds. */
export function clock(moment: Date, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeStyle: 'medium' }).format(moment);
}

/** A channel as people say it: ebay-de → eBay, or eBay DE where there is also another eBay. */
export function channelName(id: string, all: string[], shop: string): string {
  if (id === 'shop') {
    return shop;
  }
  const [brand = id, country] = id.split('-', 2);
  const names: Record<string, string> = { amazon: 'Amazon', ebay: 'eBay', etsy: 'Etsy' };
  const several = all.some((other) => other !== id && other.split('-', 1)[0] === brand);
  return (names[brand] ?? brand) + (several && country ? ` ${country.toUpperCase()}` : '');
}
