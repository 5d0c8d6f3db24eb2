import { describe, expect, it } from 'vitest';
import { channelName, clock, count, money } from './format';
import { TEXTS } from './texts';

describe('figures as people read them', () => {
  it('has the decimals of the currency and the marks of the language', () => {
    expect(money({ amount: '1234.50', currency: 'EUR' }, 'de')).toBe('1.234,50\u00a0€');
    expect(money({ amount: '1234.50', currency: 'EUR' }, 'en')).toBe('€1,234.50');
    expect(money({ amount: '900', currency: 'JPY' }, 'en')).toBe('JP¥900');
    expect(money({ amount: '-10.00', currency: 'EUR' }, 'de')).toBe('-10,00\u00a0€');
    expect(count(12_345, 'de')).toBe('12.345');
    expect(clock(new Date(2026, 10, 25, 9, 5, 3), 'de')).toBe('09:05:03');
  });

  it('names the country of a marketplace only where there are several', () => {
    expect(channelName('ebay-de', ['shop', 'ebay-de'], 'Webshop')).toBe('eBay');
    expect(channelName('ebay-de', ['ebay-de', 'ebay-at'], 'Webshop')).toBe('eBay DE');
    expect(channelName('shop', ['shop'], 'Webshop')).toBe('Webshop');
  });

  it('has no text that was forgotten in German', () => {
    const same = Object.keys(TEXTS.en).filter((key) => {
      const name = key as keyof typeof TEXTS.en;
      return typeof TEXTS.en[name] === 'string' && TEXTS.en[name] === TEXTS.de[name];
    });
    expect(same.sort()).toEqual(['connected', 'statusApi', 'title'].sort());
  });
});
