import { expect, it } from 'vitest';
import { grouped } from './grouped';

it('a service is ready when all of its instances are', () => {
  const services = grouped([
    { service: 'order', instance: 1, ready: true },
    { service: 'order', instance: 2, ready: false },
    { service: 'catalog', instance: 1, ready: true },
  ]);
  expect(services.map(({ service, ready }) => [service, ready])).toEqual([
    ['order', false],
    ['catalog', true],
  ]);
});
